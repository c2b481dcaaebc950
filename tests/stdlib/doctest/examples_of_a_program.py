# slow: runs all examples many times
"""Examples of the module.

>>> 1 + 1
2
>>> 1 + 1
3
>>> print("a\\n\\nb")
a
<BLANKLINE>
b
"""

import doctest
import io
import re
import sys
import unittest


def add(x):
    """
    >>> add(1)
    2
    >>> add("a")
    Traceback (most recent call last):
      ...
    TypeError: can only concatenate str (not "int") to str
    >>> add(3) # doctest: +SKIP
    7
    >>> list(range(20)) # doctest: +ELLIPSIS, +NORMALIZE_WHITESPACE
    [0, 1,
       ..., 19]
    >>> for i in range(2):
    ...     print(i)
    0
    1
    """
    return x + 1


class Some:
    """
    >>> Some().name()
    'some'
    """

    def name(self):
        """>>> Some().name()
        'other'"""
        return "some"

    @property
    def value(self):
        """
        >>> True
        1
        """

    @staticmethod
    def silent():
        "no tests"

    class Inner:
        """>>> 5
        5"""


__test__ = {"extra": ">>> 1\n1\n"}


def without_place(text):
    """A text without the folder of this file."""
    return re.sub(r'File "[^"<]*[/\\]', 'File "', text)


def shown(action):
    saved, sys.stdout = sys.stdout, io.StringIO()
    try:
        result = action()
    finally:
        saved, sys.stdout = sys.stdout.getvalue(), saved
    print(without_place(saved), end="")
    print(result)


shown(doctest.testmod)
shown(lambda: doctest.testmod(verbose=True))
shown(lambda: doctest.testmod(optionflags=doctest.FAIL_FAST | doctest.REPORT_ONLY_FIRST_FAILURE, report=False))
for flag in doctest.REPORT_UDIFF, doctest.REPORT_CDIFF, doctest.REPORT_NDIFF:
    text = '>>> print("a\\nb\\nc")\na\nx\nc\n'
    shown(lambda: doctest.run_docstring_examples(text, {}, name="named", optionflags=flag))
try:
    doctest.testmod(raise_on_error=True)
except doctest.DocTestFailure as error:
    print(error.example.source, error.got, error.test.name)
parser = doctest.DocTestParser()
try:
    doctest.DebugRunner().run(parser.get_doctest(">>> 1/0\n1\n", {}, "name", "file", 3))
except doctest.UnexpectedException as error:
    print(error, error.exc_info[0].__name__)
for text in ">>>1", ">>> 1\n  2\n 3", "  >>> 1\n 2", ">>> x\n...y", ">>> 1 # doctest: +NOPE", ">>> 1 # doctest: ELLIPSIS", ">>> # doctest: +SKIP\n":
    try:
        print(len(parser.parse(text, "text")))
    except ValueError as error:
        print(error)
for part in parser.parse("a\n  >>> 1\n  2\n\nb\n\n  >>> 3 # doctest: +SKIP, -ELLIPSIS\n"):
    if isinstance(part, doctest.Example):
        print([part.source, part.want, part.exc_msg, part.lineno, part.indent, part.options])
    else:
        print(repr(part))
print([len(test.examples) for test in doctest.DocTestFinder(exclude_empty=False).find(Some, "Some")])
example = doctest.Example("a", "b")
print(example == doctest.Example("a\n", "b\n"), example != doctest.Example("a", "c"), hash(example) == hash(doctest.Example("a", "b")))
test = doctest.DocTest([example], {}, "name", "file", 3, "text")
print(test, test < doctest.DocTest([], {}, "other", None, None, None))
checker = doctest.OutputChecker()
for want, got, flags in (
    ("a b\n", "a  b\n", 0), ("a b\n", "a  b\n", doctest.NORMALIZE_WHITESPACE), ("a...z", "abcz", doctest.ELLIPSIS),
    ("a...b...c", "a1b", doctest.ELLIPSIS), ("1\n", "True\n", 0), ("1\n", "True\n", doctest.DONT_ACCEPT_TRUE_FOR_1),
    ("<BLANKLINE>\n", "\n", 0), ("<BLANKLINE>\n", "\n", doctest.DONT_ACCEPT_BLANKLINE), ("...", "", doctest.ELLIPSIS),
):  # fmt: skip
    print(checker.check_output(want, got, flags), end=" ")
print()
print(checker.output_difference(doctest.Example("a", ""), "x\n", 0), checker.output_difference(doctest.Example("a", "x"), "", 0))
detail = parser.get_doctest(">>> raise ValueError('x')\nTraceback (most recent call last):\nmodule.ValueError: other\n", {}, "n", None, 0)
print(doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL).run(detail))
print(doctest.register_optionflag("OWN_FLAG") == doctest.register_optionflag("OWN_FLAG"), doctest.COMPARISON_FLAGS & doctest.REPORTING_FLAGS)
print(doctest.script_from_examples("text\n>>> 1\n1\n\nmore\n>>> for i in 1,:\n...   pass\nend"))
print(doctest.testsource(sys.modules["__main__"], "__main__.Some"))
try:
    doctest.testsource(sys.modules["__main__"], "__main__.nothing")
except ValueError as error:
    print(error)
print(callable(doctest.debug), callable(doctest.debug_src))
