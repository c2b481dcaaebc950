# python: 3.14
# slow: many tests
import io
import os
import unittest


class Some(unittest.TestCase):
    def test_a_good(self):
        pass

    def test_b_bad(self):
        self.fail("no")

    def test_c_broken(self):
        raise ValueError

    @unittest.skip("why")
    def test_d_skipped(self):
        pass

    @unittest.expectedFailure
    def test_e_expected(self):
        self.fail()

    @unittest.expectedFailure
    def test_f_unexpected(self):
        pass

    def test_g_parts(self):
        for number in range(2):
            with self.subTest(number=number):
                self.assertEqual(number, 0)


class Good(unittest.TestCase):
    def test(self):
        pass


def run(case, verbosity):
    out = io.StringIO()
    unittest.TextTestRunner(out, verbosity=verbosity).run(unittest.defaultTestLoader.loadTestsFromTestCase(case))
    for line in out.getvalue().split("\n"):
        if not line.startswith(("Traceback", "  ", "Ran")) or "..." in line:
            print(line.replace("\x1b[", "{"))


os.environ["PYTHON_COLORS"] = "1"
run(Some, 1)
run(Some, 2)
run(Good, 1)
run(unittest.TestCase, 1)
os.environ["PYTHON_COLORS"] = "0"
run(Good, 2)
