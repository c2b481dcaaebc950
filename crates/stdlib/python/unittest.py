"""Tests of programs: test cases are classes with methods test…, which a runner finds, runs and reports on.

    import unittest

    class TestUpper(unittest.TestCase):
        def test_upper(self):
            self.assertEqual("foo".upper(), "FOO")

    if __name__ == "__main__":
        unittest.main()
"""

from _later import later as _later
from unittest.case import (
    FunctionTestCase, SkipTest, TestCase, addModuleCleanup, doModuleCleanups, enterModuleContext, expectedFailure, skip,
    skipIf, skipUnless,
)  # fmt: skip
from unittest.result import TestResult
from unittest.suite import BaseTestSuite, TestSuite

__all__ = [
    "IsolatedAsyncioTestCase", "TestResult", "TestCase", "TestSuite", "TextTestRunner", "TestLoader", "FunctionTestCase",
    "main", "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless", "expectedFailure", "TextTestResult",
    "installHandler", "registerResult", "removeResult", "removeHandler", "addModuleCleanup", "doModuleCleanups",
    "enterModuleContext",
]  # fmt: skip

__unittest = True
__path__ = []

# What is loaded when a program asks for it, by module.
__getattr__, __dir__ = _later(globals(), {
    "unittest.async_case": ("IsolatedAsyncioTestCase",),
    "unittest.loader": ("TestLoader", "defaultTestLoader"),
    "unittest.main": ("main", "TestProgram"),
    "unittest.runner": ("TextTestRunner", "TextTestResult"),
    "unittest.signals": ("installHandler", "registerResult", "removeResult", "removeHandler"),
})  # fmt: skip

