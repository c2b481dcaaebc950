"""Examples in documentation that are run: what stands behind >>> must print what follows it.

    def double(x):
        '''
        >>> double(3)
        6
        '''
        return 2 * x

    doctest.testmod()
"""

import os
import re
import sys
import traceback
from collections import namedtuple
from io import StringIO

from _later import later as _later

__all__ = [
    "register_optionflag", "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE", "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP",
    "IGNORE_EXCEPTION_DETAIL", "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF",
    "REPORT_ONLY_FIRST_FAILURE", "REPORTING_FLAGS", "FAIL_FAST", "Example", "DocTest", "DocTestParser", "DocTestFinder",
    "DocTestRunner", "OutputChecker", "DocTestFailure", "UnexpectedException", "DebugRunner", "testmod", "testfile",
    "run_docstring_examples", "DocTestSuite", "DocFileSuite", "set_unittest_reportflags", "script_from_examples",
    "testsource", "debug_src", "debug",
]  # fmt: skip

__getattr__, __dir__ = _later(
    globals(),
    {
        "_doctest_cases": (
            "DocTestSuite", "DocFileSuite", "set_unittest_reportflags", "script_from_examples", "testsource", "debug_src",
            "debug", "debug_script", "DocTestCase", "DocFileCase", "SkipDocTestCase", "DocFileTest", "_DocTestSuite",
        ),
        "_doctest_finding": ("DocTestFinder",),
        "_doctest_running": ("DocTestRunner", "DebugRunner"),
    },
)  # fmt: skip

OPTIONFLAGS_BY_NAME = {}
BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."


def register_optionflag(name):
    """A new flag of that name, or the one that there is."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
COMPARISON_FLAGS = (
    DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP | IGNORE_EXCEPTION_DETAIL
)
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST


class TestResults(namedtuple("TestResults", "failed attempted")):
    """How many examples failed and how many were run; also how many were skipped."""

    def __new__(cls, failed, attempted, *, skipped=0):
        self = super().__new__(cls, failed, attempted)
        self.skipped = skipped
        return self

    def __repr__(self):
        skipped = f", skipped={self.skipped}" if self.skipped else ""
        return f"TestResults(failed={self.failed}, attempted={self.attempted}{skipped})"


def _indented(text, by=4):
    return re.sub("(?m)^(?!$)", " " * by, text)


class Example:
    """A statement and what it must print."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith("\n") else source + "\n"
        self.want = want if not want or want.endswith("\n") else want + "\n"
        self.exc_msg = exc_msg if exc_msg is None or exc_msg.endswith("\n") else exc_msg + "\n"
        self.lineno, self.indent = lineno, indent
        self.options = {} if options is None else options

    def _parts(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """Examples that share their variables."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        if isinstance(examples, str):
            raise AssertionError("DocTest no longer accepts str; use DocTestParser instead")
        self.examples, self.docstring, self.globs = examples, docstring, dict(globs)
        self.name, self.filename, self.lineno = name, filename, lineno

    def __repr__(self):
        count = len(self.examples)
        examples = "no examples" if not count else "1 example" if count == 1 else f"{count} examples"
        return f"<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({examples})>"

    def _parts(self):
        return self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        mine, others = (
            (each.name, each.filename, -1 if each.lineno is None else each.lineno, id(each)) for each in (self, other)
        )
        return mine < others


class DocTestParser:
    """Finds the examples in a text."""

    # The lines of the statement, and those behind it up to a blank line or the next example.
    _EXAMPLE_RE = re.compile(
        r"(?m)(?P<source>^(?P<indent> *)>>>.*(?:\n *\.\.\..*)*)\n?(?P<want>(?:(?![ ]*$)(?![ ]*>>>).+$\n?)*)"
    )
    _EXCEPTION_RE = re.compile(
        r"(?ms)^(?P<hdr>Traceback\ \((?:most\ recent\ call\ last|innermost\ last)\):)\s*$(?P<stack>.*?)^(?P<msg>\w+ .*|\w.*)"
    )
    _OPTION_DIRECTIVE_RE = re.compile(r"(?m)#\s*doctest:\s*([^\n'\"]*)$")

    def parse(self, string, name="<string>"):
        """The text as a list of examples and of the texts between them."""
        string = string.expandtabs()
        indents = [len(line) - len(line.lstrip(" ")) for line in string.split("\n") if line.strip(" ")]
        least = min(indents, default=0)
        if least:
            string = "\n".join(line[least:] for line in string.split("\n"))
        parts, at, lineno = [], 0, 0
        for found in self._EXAMPLE_RE.finditer(string):
            parts.append(string[at : found.start()])
            lineno += string.count("\n", at, found.start())
            source, options, want, message = self._parse_example(found, name, lineno)
            if not re.match(r"\s*(#|$)", source):
                indent = least + len(found["indent"])
                parts.append(Example(source, want, message, lineno=lineno, indent=indent, options=options))
            elif options:
                raise ValueError(
                    f"line {lineno} of the doctest for {name} has an option directive on a line with no example: {source!r}"
                )
            lineno += string.count("\n", found.start(), found.end())
            at = found.end()
        parts.append(string[at:])
        return parts

    def get_doctest(self, string, globs, name, filename, lineno):
        """The examples of a text as a DocTest."""
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name="<string>"):
        """The examples of a text."""
        return [part for part in self.parse(string, name) if isinstance(part, Example)]

    def _parse_example(self, found, name, lineno):
        indent = len(found["indent"])
        lines = found["source"].split("\n")
        for offset, line in enumerate(lines, lineno + 1):
            if len(line) >= indent + 4 and line[indent + 3] != " ":
                prompt = line[indent : indent + 3]
                raise ValueError(f"line {offset} of the docstring for {name} lacks blank after {prompt}: {line!r}")
        self._check_indent(lines[1:], " " * indent + ".", name, lineno + 1)
        source = "\n".join(line[indent + 4 :] for line in lines)
        wanted = found["want"].split("\n")
        if len(wanted) > 1 and not wanted[-1].strip(" "):
            del wanted[-1]
        self._check_indent(wanted, " " * indent, name, lineno + len(lines))
        want = "\n".join(line[indent:] for line in wanted)
        error = self._EXCEPTION_RE.match(want)
        return source, self._options_of(source, name, lineno), want, error["msg"] if error else None

    def _check_indent(self, lines, prefix, name, lineno):
        for offset, line in enumerate(lines, lineno + 1):
            if line and not line.startswith(prefix):
                raise ValueError(
                    f"line {offset} of the docstring for {name} has inconsistent leading whitespace: {line!r}"
                )

    def _options_of(self, source, name, lineno):
        options = {}
        for text in self._OPTION_DIRECTIVE_RE.findall(source):
            for option in text.replace(",", " ").split():
                if option[0] not in "+-" or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f"line {lineno + 1} of the doctest for {name} has an invalid option: {option!r}")
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == "+"
        return options


class OutputChecker:
    """Says whether an output is the wanted one, and what differs."""

    def check_output(self, want, got, optionflags):
        """Whether it is, as the flags say."""
        want, got = (text.encode("ASCII", "backslashreplace").decode("ASCII") for text in (want, got))
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf"(?m)^{re.escape(BLANKLINE_MARKER)}\s*?$", "", want)
            got = re.sub(r"(?m)^[^\S\n]+$", "", got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            want, got = " ".join(want.split()), " ".join(got.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _matches(want, got)

    def output_difference(self, example, got, optionflags):
        """What differs, as text."""
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub("(?m)^[ ]*(?=\n)", BLANKLINE_MARKER, got)
        ways = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF
        few = want.count("\n") <= 2 or got.count("\n") <= 2
        if optionflags & ways and (optionflags & REPORT_NDIFF or not few):
            import difflib

            lines = want.splitlines(keepends=True), got.splitlines(keepends=True)
            if optionflags & REPORT_UDIFF:
                kind, found = "unified diff with -expected +actual", list(difflib.unified_diff(*lines, n=2))[2:]
            elif optionflags & REPORT_CDIFF:
                kind, found = "context diff with expected followed by actual", list(difflib.context_diff(*lines, n=2))[2:]
            else:
                engine = difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK)
                kind, found = "ndiff with -expected +actual", list(engine.compare(*lines))
            return f"Differences ({kind}):\n" + _indented("".join(found))
        shown = f"Expected:\n{_indented(want)}" if want else "Expected nothing\n"
        if got:
            return shown + f"Got:\n{_indented(got)}"
        return shown + ("Got nothing\n" if want else "")


def _matches(want, got):
    """Whether a text fits one in which ... stands for anything."""
    first, *middle, last = parts = want.split(ELLIPSIS_MARKER) if ELLIPSIS_MARKER in want else (want, want)
    if len(parts) == 2 and ELLIPSIS_MARKER not in want:
        return want == got
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    at, end = len(first), len(got) - len(last)
    for part in middle:
        at = got.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True


class DocTestFailure(Exception):
    """Raised by DebugRunner for an example that printed something else."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """Raised by DebugRunner for an example that raised something."""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


# What testmod() and testfile() found so far.
master = None


def _runner(is_debugging):
    return __getattr__("DebugRunner" if is_debugging else "DocTestRunner")


def _merged(runner):
    global master
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):  # fmt: skip
    """Run the examples of a module, by default of the program, and of what is in it."""
    m = sys.modules.get("__main__") if m is None else m
    if not isinstance(m, type(sys)):
        raise TypeError(f"testmod: module required; {m!r}")
    finder = __getattr__("DocTestFinder")(exclude_empty=exclude_empty)
    runner = _runner(raise_on_error)(verbose=verbose, optionflags=optionflags)
    for test in finder.find(m, m.__name__ if name is None else name, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    return _merged(runner)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True,
             optionflags=0, extraglobs=None, raise_on_error=False, parser=None, encoding=None):  # fmt: skip
    """Run the examples in a file of text."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    text, filename = _load_testfile(filename, package, module_relative, encoding or "utf-8")
    globs = {**({} if globs is None else globs), **(extraglobs or {})}
    globs.setdefault("__name__", "__main__")
    runner = _runner(raise_on_error)(verbose=verbose, optionflags=optionflags)
    parser = DocTestParser() if parser is None else parser
    runner.run(parser.get_doctest(text, globs, name or os.path.basename(filename), filename, 0))
    if report:
        runner.summarize()
    return _merged(runner)


def _normalize_module(module, depth=2):
    """A module: itself, by its name, or the one of the caller."""
    if isinstance(module, type(sys)):
        return module
    if isinstance(module, str):
        return __import__(module, globals(), locals(), ["*"])
    if module is None:
        return sys.modules[sys._getframe(depth).f_globals["__name__"]]
    raise TypeError("Expected a module, string, or None")


def _load_testfile(filename, package, module_relative, encoding):
    if module_relative:
        package = _normalize_module(package, 3)
        if os.path.isabs(filename):
            raise ValueError("Module-relative files may not have absolute paths")
        if getattr(package, "__file__", None):
            base = os.path.dirname(package.__file__)
        elif package.__name__ == "__main__":
            base = os.path.dirname(sys.argv[0]) if sys.argv and sys.argv[0] else os.curdir
        else:
            raise ValueError(f"Can't resolve paths relative to the module {package!r} (it has no __file__)")
        filename = os.path.join(base, *filename.split("/"))
    with open(filename, encoding=encoding) as file:
        return file.read(), filename


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Run the examples of one object, or of a text."""
    runner = _runner(False)(verbose=verbose, optionflags=optionflags)
    for test in __getattr__("DocTestFinder")(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


def _main():
    import argparse

    parser = argparse.ArgumentParser(description="doctest runner")
    parser.add_argument("-v", "--verbose", action="store_true", help="print very verbose output for all tests")
    parser.add_argument("-o", "--option", action="append", choices=OPTIONFLAGS_BY_NAME, default=[],
                        help="specify a doctest option flag to apply to the test run")  # fmt: skip
    parser.add_argument("-f", "--fail-fast", action="store_true", help="stop running tests after first failure")
    parser.add_argument("file", nargs="+", help="file containing the tests to run")
    options = parser.parse_args()
    flags = FAIL_FAST if options.fail_fast else 0
    for name in options.option:
        flags |= OPTIONFLAGS_BY_NAME[name]
    for name in options.file:
        if name.endswith(".py"):
            folder, file = os.path.split(name)
            sys.path.insert(0, folder)
            module = __import__(file[:-3])
            del sys.path[0]
            failed, _ = testmod(module, verbose=options.verbose, optionflags=flags)
        else:
            failed, _ = testfile(name, module_relative=False, verbose=options.verbose, optionflags=flags)
        if failed:
            return 1
    return 0


if __name__ == "__main__":
    import doctest

    # What runs examples knows the module by its name.
    sys.exit(doctest._main())
