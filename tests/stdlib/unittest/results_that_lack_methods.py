# Results of a program's own may lack methods; tests say so. What is expected to fail fails once.
import unittest
import warnings


class Counted:
    """A result as programs for old versions have it."""

    shouldStop = False

    def __getattribute__(self, name):
        if name in ("startTest", "stopTest", "addSuccess", "addError", "addFailure"):
            return lambda test, *rest: print(" ", name, rest[0][0].__name__ if rest else "")
        return super().__getattribute__(name)


class Cases(unittest.TestCase):
    def test_plain(self):
        pass

    def test_value(self):
        return 4

    def test_skipped(self):
        self.skipTest("no")

    @unittest.expectedFailure
    def test_fails(self):
        raise KeyError

    @unittest.expectedFailure
    def test_does_not_fail(self):
        pass

    @unittest.expectedFailure
    def test_fails_in_cleanup_too(self):
        self.addCleanup(self.fail)
        raise KeyError

    @unittest.expectedFailure
    def test_skips_in_cleanup(self):
        self.addCleanup(self.skipTest, "later")
        raise KeyError


for name in unittest.defaultTestLoader.getTestCaseNames(Cases):
    print(name)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        Cases(name).run(Counted())
    for warning in caught:
        print(" ", warning.category.__name__, str(warning.message).split("(")[0])
    result = unittest.TestResult()
    with warnings.catch_warnings(action="ignore"):
        Cases(name).run(result)
    print(" ", result, len(result.skipped), len(result.expectedFailures), len(result.unexpectedSuccesses))

case = Cases()
for call in (
    lambda: case.assertRaisesRegex(ValueError, int),
    lambda: case.assertWarnsRegex(Warning, 4),
    lambda: case.assertEqual("", "a"),
    lambda: case.assertEqual("a", ""),
    lambda: case.assertEqual("a\n", "a"),
):
    try:
        call()
    except (TypeError, AssertionError) as error:
        print(type(error).__name__, repr(str(error)))

# An assertion works while imports don't.
import builtins
from unittest import mock

with mock.patch.object(builtins, "__import__", side_effect=ImportError("nothing")):
    with case.assertRaises(ImportError):
        import json.tool
    with case.assertRaisesRegex(ImportError, "noth"):
        import json.tool
