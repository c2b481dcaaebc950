# requires: files
import unittest, sys, io, warnings, logging
from unittest import *

log = []
sys.stderr = io.StringIO()


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


t = A("test_ok")
print(
    t,
    repr(t),
    t.id(),
    t.shortDescription(),
    t.countTestCases(),
    t == A("test_ok"),
    hash(t) == hash(A("test_ok")),
)
for f in (
    lambda: A("nope"),
    lambda: unittest.TestSuite([1]),
    lambda: unittest.TestSuite("x"),
    lambda: unittest.TestSuite([A]),
    lambda: unittest.defaultTestLoader.loadTestsFromName("A.nope", sys.modules["__main__"]),
    lambda: unittest.defaultTestLoader.loadTestsFromName("A.test_ok", sys.modules["__main__"]),
    lambda: unittest.defaultTestLoader.loadTestsFromName("nomodule"),
    lambda: unittest.defaultTestLoader.loadTestsFromNames(
        ["A", "B"], sys.modules["__main__"]
    ).countTestCases(),
    lambda: unittest.defaultTestLoader.getTestCaseNames(A),
    lambda: unittest.TestSuite([t, t]) == unittest.TestSuite([t, t]),
    lambda: unittest.TestSuite([t]),
    lambda: unittest.FunctionTestCase(setUpModule),
    lambda: str(unittest.FunctionTestCase(setUpModule, description="d")),
    lambda: unittest.TestResult(),
    lambda: unittest.TestCase(),
    lambda: unittest.TestCase().debug(),
):
    try:
        print(str(f()).replace(hex(id(setUpModule)), "ADDR"))
    except BaseException as e:
        print(type(e).__name__, e)
print([str(e).splitlines()[0] for e in unittest.defaultTestLoader.errors])


class Buf(unittest.TestCase):
    def test_p(self):
        print("out")
        print("err", file=sys.stderr)
        self.fail("f")

    def test_q(self):
        print("not shown")


def ran(tests, **options):
    """What a runner with these options writes, and its result."""
    place = io.StringIO()
    return place, unittest.TextTestRunner(place, **options).run(tests)


load = unittest.defaultTestLoader.loadTestsFromTestCase
show(ran(load(Buf), buffer=True)[0])
print(ran(load(A), failfast=True)[1].testsRun)
ran(A("test_error"), tb_locals=True)
from contextlib import nullcontext


class Ctx(unittest.TestCase):
    def test(self):
        print(self.enterContext(nullcontext(5)))


Ctx("test").debug()
try:
    Ctx("test").enterContext(5)
except TypeError as e:
    print(e)
s = io.StringIO()
sys.stderr = s
for argv in (["prog", "A.test_ok"], ["prog", "-v", "A.test_fail"], ["prog", "-k", "nope"], ["prog", "Nope"]):
    try:
        unittest.main(argv=argv)
    except SystemExit as e:
        print(argv, e.code)
p = unittest.main(argv=["prog", "A.test_ok"], exit=False)
print(p.result)
open("test_one.py", "w").write(
    "import unittest\nclass A(unittest.TestCase):\n    def test_1(self): pass\n    def test_2(self): self.fail()\n"
)
open("test_two.py", "w").write("import nowhere\n")
open("other.py", "w").write("raise SystemError\n")
suite = unittest.TestLoader().discover(".")
print(suite.countTestCases())
r = unittest.TestResult()
suite.run(r)
print(r.testsRun, len(r.failures), [str(test) for test, _ in r.errors])
