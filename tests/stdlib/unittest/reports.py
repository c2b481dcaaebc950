import unittest, sys, io, warnings, logging
from unittest import *

log = []


def setUpModule():
    log.append("setUpModule")


def tearDownModule():
    log.append("tearDownModule")


class A(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        log.append("setUpClass")
        cls.addClassCleanup(log.append, "class cleanup")

    @classmethod
    def tearDownClass(cls):
        log.append("tearDownClass")

    def setUp(self):
        log.append("setUp " + self._testMethodName)
        self.addCleanup(log.append, "cleanup")

    def tearDown(self):
        log.append("tearDown")

    def test_ok(self):
        "doc of the test"
        self.assertEqual(1, 1)

    def test_fail(self):
        self.assertEqual(1, 2)

    def test_fail_msg(self):
        self.assertTrue(0, "my message")

    def test_error(self):
        1 / 0

    def test_chain(self):
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise ValueError("v") from e

    def test_skip(self):
        self.skipTest("why")

    @unittest.skip("decorated")
    def test_skip2(self):
        pass

    @unittest.skipIf(True, "cond")
    def test_skip3(self):
        pass

    @unittest.skipUnless(True, "cond")
    def test_noskip(self):
        pass

    @unittest.expectedFailure
    def test_xfail(self):
        self.fail("x")

    @unittest.expectedFailure
    def test_xpass(self):
        pass

    def test_sub(self):
        for i in range(4):
            with self.subTest("msg", i=i):
                if i % 2:
                    self.assertEqual(i, 0)
                if i == 2:
                    raise KeyError(i)
        with self.subTest(a=1):
            with self.subTest(b=2):
                self.fail()
        with self.subTest():
            self.skipTest("sub skip")

    def test_helper(self):
        self.helper()

    def helper(self):
        self.assertIn(1, [2])

    def test_return(self):
        return 5


@unittest.skip("whole class")
class B(unittest.TestCase):
    def test_x(self):
        pass


class C(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError("no class")

    def test_x(self):
        pass


class D(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest("class skip")

    def test_x(self):
        pass


class E(unittest.TestCase):
    def tearDown(self):
        raise TypeError("in tearDown")

    def test_both(self):
        self.fail("first")

    def test_cleanup(self):
        self.addCleanup(lambda: 1 / 0)
        self.addCleanup(log.append, "after")


def show(s):
    s = s.getvalue().replace(__file__, "FILE")
    i = s.find("Ran ")
    j = s.find(" in ", i)
    k = s.find("s\n", j)
    print(s[:j] + " in T" + s[k:])


for v in (0, 1, 2):
    s = io.StringIO()
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    print(suite.countTestCases())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        r = unittest.TextTestRunner(s, verbosity=v).run(suite)
    if v:
        show(s)
    print(
        r,
        r.wasSuccessful(),
        len(r.skipped),
        len(r.expectedFailures),
        len(r.unexpectedSuccesses),
        [str(t) for t, _ in r.failures],
    )
    print(log)
    log.clear()
