# The part of doctest that runs examples and reports what they printed.
import linecache
import re
import sys
import traceback
from io import StringIO

import doctest as d

__name__ = "doctest"


class _Output(StringIO):
    """What takes the place of standard output; a line always ends."""

    def getvalue(self):
        text = super().getvalue()
        return text if not text or text.endswith("\n") else text + "\n"

    def truncate(self, size=None):
        self.seek(size)
        super().truncate()


def _without_details(message):
    """The name of an exception, without its module and without what it says."""
    end = message.find("\n")
    start, end = 0, len(message) if end < 0 else end
    colon = message.find(":", 0, end)
    end = colon if colon >= 0 else end
    dot = message.rfind(".", 0, end)
    return message[dot + 1 if dot >= 0 else start : end]


def _counted(count, name, plural=None):
    return f"{count} {name if count == 1 else plural or name + 's'}"


class DocTestRunner:
    """Runs examples, and counts those that fail."""

    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or d.OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = self.skips = 0
        # By the test's name: how many failed, were run, and were skipped.
        self._stats = {}
        self._fakeout = _Output()

    def _colours(self):
        from _colorize import get_colors

        return get_colors()

    def report_start(self, out, test, example):
        """An example begins."""
        if self._verbose:
            want = f"Expecting:\n{d._indented(example.want)}" if example.want else "Expecting nothing\n"
            out(f"Trying:\n{d._indented(example.source)}{want}")

    def report_success(self, out, test, example, got):
        """An example printed what it must."""
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        """An example printed something else."""
        out(self._failure_header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        """An example raised something."""
        text = "".join(traceback.format_exception(*exc_info))
        out(f"{self._failure_header(test, example)}Exception raised:\n{d._indented(text)}")

    def _failure_header(self, test, example):
        colours = self._colours()
        if test.lineno is not None and example.lineno is not None:
            line = test.lineno + example.lineno + 1
        else:
            line = "?" if test.filename else example.lineno + 1
        place = f'File "{test.filename}", line {line}, in {test.name}' if test.filename else f"Line {line}, in {test.name}"
        source = d._indented(example.source)
        return f"{colours.RED}{self.DIVIDER}{colours.RESET}\n{place}\nFailed example:\n{source}"

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Run the examples of a test; what is to be said goes to the function out."""
        self.test = test
        if compileflags is None:
            import __future__

            features = [getattr(__future__, name) for name in __future__.all_feature_names]
            compileflags = sum(
                feature.compiler_flag for feature in features if feature in test.globs.values()
            )
        saved = sys.stdout, sys.displayhook, linecache.getlines
        if out is None:
            encoding = saved[0].encoding

            def out(text):
                if encoding and encoding.lower() != "utf-8":
                    text = str(text.encode(encoding, "backslashreplace"), encoding)
                saved[0].write(text)

        sys.stdout, sys.displayhook = self._fakeout, sys.__displayhook__
        linecache.getlines = self._lines_of(saved[2])
        try:
            return self._run(test, compileflags, out)
        finally:
            sys.stdout, sys.displayhook, linecache.getlines = saved
            if clear_globs:
                test.globs.clear()
                import builtins

                builtins._ = None

    def _lines_of(self, getlines):
        def lines(filename, module_globals=None):
            found = re.match(r"<doctest (?P<name>.+)\[(?P<number>\d+)\]>$", filename)
            if found and found["name"] == self.test.name:
                return self.test.examples[int(found["number"])].source.splitlines(keepends=True)
            return getlines(filename, module_globals)

        return lines

    def _run(self, test, compileflags, out):
        failures = tries = skips = 0
        given = self.optionflags
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & d.REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = given
            for flag, is_set in example.options.items():
                self.optionflags = self.optionflags | flag if is_set else self.optionflags & ~flag
            tries += 1
            if self.optionflags & d.SKIP:
                skips += 1
                continue
            if not quiet:
                self.report_start(out, test, example)
            info = self._execute(example, f"<doctest {test.name}[{number}]>", compileflags, test.globs)
            got = self._fakeout.getvalue()
            self._fakeout.truncate(0)
            message = None
            if info is None:
                is_right = self._checker.check_output(example.want, got, self.optionflags)
            else:
                lines = traceback.format_exception_only(*info[:2])
                if issubclass(info[0], SyntaxError):
                    # Where the error is belongs to no example.
                    start = next(at for at, line in enumerate(lines) if re.match(r"\w", line))
                    lines = lines[start:]
                message = "".join(lines)
                got += "".join(traceback.format_exception(*info))
                is_right = example.exc_msg is not None and self._is_wanted(example.exc_msg, message)
            if is_right:
                if not quiet:
                    self.report_success(out, test, example, got)
                continue
            failures += 1
            if not quiet and (info is None or example.exc_msg is not None):
                self.report_failure(out, test, example, got)
            elif not quiet:
                self.report_unexpected_exception(out, test, example, info)
            if self.optionflags & d.FAIL_FAST:
                break
        self.optionflags = given
        self._add(test.name, failures, tries, skips)
        return d.TestResults(failures, tries, skipped=skips)

    def _execute(self, example, filename, compileflags, globs):
        """Run an example: None, or what it raised."""
        try:
            exec(compile(example.source, filename, "single", compileflags, True), globs)
        except KeyboardInterrupt:
            raise
        except:  # noqa: E722
            return sys.exc_info()
        return None

    def _is_wanted(self, want, message):
        check = self._checker.check_output
        if check(want, message, self.optionflags):
            return True
        if not self.optionflags & d.IGNORE_EXCEPTION_DETAIL:
            return False
        return check(_without_details(want), _without_details(message), self.optionflags)

    def _add(self, name, failures, tries, skips):
        before = self._stats.get(name, (0, 0, 0))
        self._stats[name] = before[0] + failures, before[1] + tries, before[2] + skips
        self.failures += failures
        self.tries += tries
        self.skips += skips

    def summarize(self, verbose=None):
        """Print what became of all tests: a TestResults."""
        verbose = self._verbose if verbose is None else verbose
        colours = self._colours()
        green, red, yellow, reset = colours.GREEN, colours.RED, colours.YELLOW, colours.RESET
        empty, passed, failed = [], [], []
        for name, (failures, tries, skips) in sorted(self._stats.items()):
            (failed if failures else passed if tries else empty).append((name, failures, tries, skips))
        tries, failures, skips = self.tries, self.failures, self.skips
        if verbose:
            if empty:
                print(f"{_counted(len(empty), 'item')} had no tests:")
                for name, *_ in empty:
                    print(f"    {name}")
            if passed:
                print(f"{green}{_counted(len(passed), 'item')} passed all tests:{reset}")
                for name, _, count, _ in passed:
                    print(f" {green}{count:3d} test{'' if count == 1 else 's'} in {name}{reset}")
        if failed:
            print(f"{red}{self.DIVIDER}{reset}")
            print(f"{_counted(len(failed), 'item')} had failures:")
            for name, wrong, count, _ in failed:
                print(f" {red}{wrong:3d} of {count:3d} in {name}{reset}")
        if verbose:
            print(f"{_counted(tries, 'test')} in {_counted(len(self._stats), 'item')}.")
            and_failed = f" and {red}{failures} failed{reset}" if failures else ""
            print(f"{green}{tries - failures} passed{reset}{and_failed}.")
        if failures:
            and_skipped = f" and {yellow}{_counted(skips, 'skipped test')}{reset}" if skips else ""
            print(f"{red}***Test Failed*** {_counted(failures, 'failure')}{reset}{and_skipped}.")
        elif verbose:
            print(f"{green}Test passed.{reset}")
        return d.TestResults(failures, tries, skipped=skips)

    def merge(self, other):
        """Add what another runner has counted."""
        for name, counts in other._stats.items():
            self._add(name, *counts)


class DebugRunner(DocTestRunner):
    """Raises an exception for the first example that fails."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Run the examples of a test, which keeps its variables if one fails."""
        result = super().run(test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        """Raise UnexpectedException."""
        raise d.UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        """Raise DocTestFailure."""
        raise d.DocTestFailure(test, example, got)
