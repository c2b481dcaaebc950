# The parts of doctest that few programs want: its examples as test cases of unittest, and as programs.
import os
import sys
import unittest
from io import StringIO

import doctest as d

__name__ = "doctest"

_flags = 0


def set_unittest_reportflags(flags):
    """Set how test cases report failures: the flags that there were."""
    global _flags
    if flags & d.REPORTING_FLAGS != flags:
        raise ValueError("Only reporting flags allowed", flags)
    before, _flags = _flags, flags
    return before


class DocTestCase(unittest.TestCase):
    """The examples of a DocTest as a test case."""

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_test, self._dt_optionflags, self._dt_checker = test, optionflags, checker
        self._dt_setUp, self._dt_tearDown = setUp, tearDown
        self._dt_globs = test.globs.copy()

    def setUp(self):
        """Prepare the variables."""
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        """Forget them."""
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)
        self._dt_test.globs.clear()
        self._dt_test.globs.update(self._dt_globs)

    def runTest(self):
        """Run the examples."""
        flags = self._dt_optionflags
        if not flags & d.REPORTING_FLAGS:
            flags |= _flags
        runner = d.DocTestRunner(optionflags=flags, checker=self._dt_checker, verbose=False)
        runner.DIVIDER = "-" * 70
        out = StringIO()
        found = runner.run(self._dt_test, out=out.write, clear_globs=False)
        if found.skipped and found.skipped == found.attempted:
            raise unittest.SkipTest("all examples were skipped")
        if found.failed:
            raise self.failureException(self.format_failure(out.getvalue()))

    def format_failure(self, err):
        """What is said of a failure."""
        test = self._dt_test
        line = "unknown line number" if test.lineno is None else str(test.lineno)
        name = test.name.split(".")[-1]
        return f'Failed doctest test for {test.name}\n  File "{test.filename}", line {line}, in {name}\n\n{err}'

    def debug(self):
        """Run the examples; the first that fails raises an exception."""
        self.setUp()
        runner = d.DebugRunner(optionflags=self._dt_optionflags, checker=self._dt_checker, verbose=False)
        runner.run(self._dt_test, clear_globs=False)
        self.tearDown()

    def id(self):
        """The name of the test."""
        return self._dt_test.name

    def _parts(self):
        return self._dt_test, self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker))

    def __repr__(self):
        *places, last = self._dt_test.name.split(".")
        return f"{last} ({'.'.join(places)})"

    __str__ = object.__str__

    def shortDescription(self):
        """The name of the test."""
        return "Doctest: " + self._dt_test.name


class SkipDocTestCase(DocTestCase):
    """A test case that is skipped: there is no documentation."""

    def __init__(self, module):
        self.module = module
        super().__init__(d.DocTest([], {}, module.__name__, None, None, None))

    def setUp(self):
        """Skip it."""
        self.skipTest("DocTestSuite will not work with -O2 and above")

    def shortDescription(self):
        """What is skipped."""
        return f"Skipping tests from {self.module.__name__}"

    __str__ = shortDescription


class _DocTestSuite(unittest.TestSuite):
    def _removeTestAtIndex(self, index):
        pass


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """The examples of a module as a suite of test cases."""
    finder = d.DocTestFinder() if test_finder is None else test_finder
    module = d._normalize_module(module)
    tests = finder.find(module, globs=globs, extraglobs=extraglobs)
    suite = _DocTestSuite()
    if not tests and sys.flags.optimize >= 2:
        suite.addTest(SkipDocTestCase(module))
        return suite
    for test in sorted(tests):
        if not test.examples:
            continue
        if not test.filename:
            name = module.__file__
            test.filename = name[:-1] if name.endswith(".pyc") else name
        suite.addTest(DocTestCase(test, **options))
    return suite


class DocFileCase(DocTestCase):
    """The examples in a file as a test case."""

    def id(self):
        """The name of the test."""
        return "_".join(self._dt_test.name.split("."))

    def __repr__(self):
        return self._dt_test.filename

    def format_failure(self, err):
        """What is said of a failure."""
        name, file = self._dt_test.name, self._dt_test.filename
        return f'Failed doctest test for {name}\n  File "{file}", line 0\n\n{err}'


def DocFileTest(path, module_relative=True, package=None, globs=None, parser=None, encoding=None, **options):
    """The examples in a file as a test case."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    text, path = d._load_testfile(path, package, module_relative, encoding or "utf-8")
    globs = {**(globs or {})}
    globs.setdefault("__file__", path)
    parser = d.DocTestParser() if parser is None else parser
    return DocFileCase(parser.get_doctest(text, globs, os.path.basename(path), path, 0), **options)


def DocFileSuite(*paths, **kw):
    """The examples in files as a suite of test cases."""
    if kw.get("module_relative", True):
        kw["package"] = d._normalize_module(kw.get("package"))
    suite = _DocTestSuite()
    for path in paths:
        suite.addTest(DocFileTest(path, **kw))
    return suite


def _commented(line):
    line = line.rstrip()
    return f"# {line}" if line else "#"


def script_from_examples(s):
    """The examples of a text as a program, with everything else as comments."""
    lines = []
    for part in d.DocTestParser().parse(s):
        if isinstance(part, d.Example):
            lines.append(part.source[:-1])
            if part.want:
                lines += ["# Expected:", *("## " + line for line in part.want.split("\n")[:-1])]
        else:
            lines += [_commented(line) for line in part.split("\n")[:-1]]
    while lines and lines[-1] == "#":
        lines.pop()
    while lines and lines[0] == "#":
        lines.pop(0)
    return "\n".join(lines) + "\n"


def testsource(module, name):
    """The examples of something in a module as a program."""
    module = d._normalize_module(module)
    found = [test for test in d.DocTestFinder().find(module) if test.name == name]
    if not found:
        raise ValueError(name, "not found in tests")
    return script_from_examples(found[0].docstring)


def debug_src(src, pm=False, globs=None):
    """Run the examples of a text in the debugger."""
    debug_script(script_from_examples(src), pm, globs)


def debug_script(src, pm=False, globs=None):
    """Run a program in the debugger."""
    import pdb

    globs = {} if globs is None else globs.copy()
    if not pm:
        pdb.Pdb(nosigint=True).run(f"exec({src!r})", globs, globs)
        return
    try:
        exec(src, globs, globs)
    except:  # noqa: E722
        print(sys.exc_info()[1])
        debugger = pdb.Pdb(nosigint=True)
        debugger.reset()
        debugger.interaction(None, sys.exc_info()[2])


def debug(module, name, pm=False):
    """Run the examples of something in a module in the debugger."""
    module = d._normalize_module(module)
    debug_script(testsource(module, name), pm, module.__dict__)
