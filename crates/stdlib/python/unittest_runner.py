"""Running tests, with a report as text."""

import sys
import time
from unittest import result
from unittest.case import _SubTest
from unittest.signals import registerResult

__unittest = True


class _WritelnDecorator:
    """A stream with a method writeln()."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, attr):
        if attr in ("stream", "__getstate__"):
            raise AttributeError(attr)
        return getattr(self.stream, attr)

    def writeln(self, arg=None):
        if arg:
            self.write(arg)
        self.write("\n")


def _theme(stream):
    """The colours of a report."""
    from _colorize import get_theme

    return get_theme(tty_file=stream).unittest


class TextTestResult(result.TestResult):
    """A result that writes what becomes of each test: a character, or with a verbosity above 1 a line."""

    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self._newline = True
        self.durations = durations
        self._theme = _theme(stream)

    def getDescription(self, test):
        """The name of a test, and the first line of its documentation."""
        first = test.shortDescription()
        return f"{test}\n{first}" if self.descriptions and first else str(test)

    def startTest(self, test):
        """A test begins."""
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test))
            self.stream.write(" ... ")
            self.stream.flush()
            self._newline = False

    def _write_status(self, test, status):
        is_part = isinstance(test, _SubTest)
        if is_part or self._newline:
            if not self._newline:
                self.stream.writeln()
            if is_part:
                self.stream.write("  ")
            self.stream.write(self.getDescription(test))
            self.stream.write(" ... ")
        self.stream.writeln(status)
        self.stream.flush()
        self._newline = True

    def _report(self, test, status, dot, colour="fail", more=""):
        colour, reset = getattr(self._theme, colour), self._theme.reset
        if self.showAll:
            self._write_status(test, f"{colour}{status}{reset}{more}")
        elif self.dots:
            self.stream.write(f"{colour}{dot}{reset}")
            self.stream.flush()

    def addSubTest(self, test, subtest, err):
        """A part of a test is over."""
        if err is not None:
            is_failure = issubclass(err[0], subtest.failureException)
            self._report(subtest, "FAIL" if is_failure else "ERROR", "F" if is_failure else "E")
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        """All is well with a test."""
        super().addSuccess(test)
        self._report(test, "ok", ".", "passed")

    def addError(self, test, err):
        """A test raised an exception."""
        super().addError(test, err)
        self._report(test, "ERROR", "E")

    def addFailure(self, test, err):
        """An assertion failed."""
        super().addFailure(test, err)
        self._report(test, "FAIL", "F")

    def addSkip(self, test, reason):
        """A test was skipped."""
        super().addSkip(test, reason)
        self._report(test, "skipped", "s", "warn", f" {reason!r}")

    def addExpectedFailure(self, test, err):
        """A test failed as it was expected to."""
        super().addExpectedFailure(test, err)
        self._report(test, "expected failure", "x", "warn")

    def addUnexpectedSuccess(self, test):
        """A test was expected to fail and did not."""
        super().addUnexpectedSuccess(test)
        self._report(test, "unexpected success", "u")

    def printErrors(self):
        """Write what failed, with tracebacks."""
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList("ERROR", self.errors)
        self.printErrorList("FAIL", self.failures)
        unexpected = getattr(self, "unexpectedSuccesses", ())
        if unexpected:
            self.stream.writeln(self.separator1)
            for test in unexpected:
                self._write_title("UNEXPECTED SUCCESS", test)
            self.stream.flush()

    def _write_title(self, flavour, test):
        colours = self._theme
        self.stream.writeln(f"{colours.fail}{flavour}{colours.fail_info}: {self.getDescription(test)}{colours.reset}")

    def printErrorList(self, flavour, errors):
        """Write what failed in one way."""
        for test, error in errors:
            self.stream.writeln(self.separator1)
            self._write_title(flavour, test)
            self.stream.writeln(self.separator2)
            self.stream.writeln(error)
            self.stream.flush()


class TextTestRunner:
    """Runs tests and writes a report."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False, durations=None):  # fmt: skip
        if stream is None:
            stream = sys.stderr
        self.stream = _WritelnDecorator(stream)
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.durations = durations
        self.warnings = warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        args = self.stream, self.descriptions, self.verbosity
        try:
            return self.resultclass(*args, durations=self.durations)
        except TypeError:
            # A class of the program may not know of durations.
            return self.resultclass(*args)

    def _printDurations(self, result):
        if not result.collectedDurations:
            return
        slowest = sorted(result.collectedDurations, key=lambda pair: pair[1], reverse=True)
        if self.durations > 0:
            slowest = slowest[: self.durations]
        self.stream.writeln("Slowest test durations")
        if hasattr(result, "separator2"):
            self.stream.writeln(result.separator2)
        hidden = False
        for test, elapsed in slowest:
            if self.verbosity < 2 and elapsed < 0.001:
                hidden = True
                continue
            self.stream.writeln("%-10s %s" % ("%.3fs" % elapsed, test))
        if hidden:
            self.stream.writeln("\n(durations < 0.001s were hidden; use -v to show these durations)")
        else:
            self.stream.writeln("")

    def run(self, test):
        """Run a test or a suite. The result is what became of it."""
        import warnings

        result = self._makeResult()
        registerResult(result)
        result.failfast = self.failfast
        result.buffer = self.buffer
        result.tb_locals = self.tb_locals
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            start = time.perf_counter()
            getattr(result, "startTestRun", lambda: None)()
            try:
                test(result)
            finally:
                getattr(result, "stopTestRun", lambda: None)()
            elapsed = time.perf_counter() - start
        result.printErrors()
        if self.durations is not None:
            self._printDurations(result)
        self._print_summary(result, elapsed)
        return result

    def _print_summary(self, result, elapsed):
        if hasattr(result, "separator2"):
            self.stream.writeln(result.separator2)
        run = result.testsRun
        self.stream.writeln(f"Ran {run} test{'s' if run != 1 else ''} in {elapsed:.3f}s")
        self.stream.writeln()

        def count(name):
            return len(getattr(result, name, ()))

        colours = _theme(self.stream)
        infos = []
        if not result.wasSuccessful():
            self.stream.write(f"{colours.fail_info}FAILED{colours.reset}")
            infos += [("failures", colours.fail_info, "failures"), ("errors", colours.fail_info, "errors")]
        elif run == 0 and not count("skipped"):
            self.stream.write(f"{colours.warn}NO TESTS RAN{colours.reset}")
        else:
            self.stream.write(f"{colours.passed}OK{colours.reset}")
        infos += [
            ("skipped", colours.warn, "skipped"), ("expectedFailures", colours.warn, "expected failures"),
            ("unexpectedSuccesses", colours.fail, "unexpected successes"),
        ]  # fmt: skip
        shown = ", ".join(f"{colour}{title}={count(name)}{colours.reset}" for name, colour, title in infos if count(name))
        self.stream.writeln(f" ({shown})" if shown else "")
        self.stream.flush()
