# requires: files
# slow: loads unittest
import doctest
import io
import os
import re
import sys
import types
import unittest

module = types.ModuleType("sample")
exec('"""\n>>> 1\n1\n"""\ndef wrong():\n    """\n    >>> 1\n    2\n    """\ndef skipped():\n    """\n    >>> 1 # doctest: +SKIP\n    """\n', vars(module))
module.__file__ = "sample.py"
sys.modules["sample"] = module


def run(suite):
    out = io.StringIO()
    result = unittest.TextTestRunner(out, verbosity=2).run(suite)
    text = re.sub(r"in [\d.]+s", "in Xs", out.getvalue())
    text = re.sub(r'(?s)Traceback.*?AssertionError', "AssertionError", text)
    print(re.sub(r'File "[^"]*[/\\]', 'File "', text))
    return result


suite = doctest.DocTestSuite(module, optionflags=doctest.ELLIPSIS)
print(suite.countTestCases(), [test.id() for test in suite], [str(test) for test in suite])
run(suite)
with open("examples.txt", "w") as file:
    file.write("Some text.\n\n>>> x = 3\n>>> x\n3\n>>> y\n4\n")
print(doctest.testfile("examples.txt", module_relative=False, globs={"y": 4}))
print(doctest.testfile(os.path.abspath("examples.txt"), module_relative=False, extraglobs={"y": 4}, name="own", verbose=False))
seen = []
suite = doctest.DocFileSuite(
    "examples.txt", module_relative=False, globs={"y": 4}, setUp=lambda test: seen.append(test.name),
    tearDown=lambda test: seen.append("end"),
)  # fmt: skip
print(run(suite).wasSuccessful(), seen)
for action in (
    lambda: doctest.testfile("x", module_relative=False, package="p"), lambda: doctest.testmod(5),
    lambda: doctest.set_unittest_reportflags(doctest.ELLIPSIS), lambda: doctest.DocTestFinder().find(5),
    lambda: doctest.testfile("/absolute"),
):  # fmt: skip
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, str(error)[:60])
before = doctest.set_unittest_reportflags(doctest.REPORT_NDIFF)
print(before, doctest.set_unittest_reportflags(before) == doctest.REPORT_NDIFF)
