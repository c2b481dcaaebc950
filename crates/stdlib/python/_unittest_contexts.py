# Assertions about what code does: raising, warning and logging.

# Not later: see _unittest_asserts.
import re
import sys
import warnings

__unittest = True


def compiled(pattern):
    """A pattern, compiled if it is text."""
    if hasattr(pattern, "search"):
        return pattern
    return re.compile(pattern)


class _Context:
    def __init__(self, test_case):
        self.test_case = test_case

    def _raiseFailure(self, standardMsg):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standardMsg))


class _CallContext(_Context):
    """Checks a call, or what happens in a context."""

    def __init__(self, expected, test_case, expected_regex=None):
        super().__init__(test_case)
        self.expected = expected
        self.expected_regex = expected_regex if expected_regex is None else compiled(expected_regex)
        self.obj_name = None
        self.msg = None

    def handle(self, name, args, kwargs):
        """The context itself if there is nothing to call."""
        try:
            kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
            if not all(isinstance(kind, type) and issubclass(kind, self._base) for kind in kinds):
                raise TypeError(f"{name}() arg 1 must be {self._base_text}")
            if not args:
                self.msg = kwargs.pop("msg", None)
                if kwargs:
                    raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
                return self
            function, *args = args
            self.obj_name = getattr(function, "__name__", str(function))
            with self:
                function(*args, **kwargs)
            return None
        finally:
            # Otherwise exceptions and frames would hold each other.
            self = None

    def _expected_name(self):
        return getattr(self.expected, "__name__", str(self.expected))

    def _check_text(self, text):
        if self.expected_regex is not None and not self.expected_regex.search(text):
            self._raiseFailure(f'"{self.expected_regex.pattern}" does not match "{text}"')


class RaisesContext(_CallContext):
    """What assertRaises() gives; `exception` is what was raised."""

    _base = BaseException
    _base_text = "an exception type or tuple of exception types"

    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        if kind is None:
            by = f" by {self.obj_name}" if self.obj_name else ""
            self._raiseFailure(f"{self._expected_name()} not raised{by}")
        # What is in the frames shall not live as long as the context.
        while tb is not None:
            try:
                tb.tb_frame.clear()
            except RuntimeError:
                pass  # It still runs.
            tb = tb.tb_next
        if not issubclass(kind, self.expected):
            return False
        self.exception = error.with_traceback(None)
        self._check_text(str(error))
        return True

    __class_getitem__ = classmethod(type(list[int]))


class WarnsContext(_CallContext):
    """What assertWarns() gives; `warning` is the warning, `filename` and `lineno` where it was given."""

    _base = Warning
    _base_text = "a warning type or tuple of warning types"

    def __enter__(self):
        # A place that has warned once would not warn again.
        for module in list(sys.modules.values()):
            if getattr(module, "__warningregistry__", None):
                module.__warningregistry__ = {}
        self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = self.warnings_manager.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, kind, error, tb):
        self.warnings_manager.__exit__(kind, error, tb)
        if kind is not None:
            return
        first = None
        for found in self.warnings:
            message = found.message
            if not isinstance(message, self.expected):
                continue
            first = first or message
            if self.expected_regex is not None and not self.expected_regex.search(str(message)):
                continue
            self.warning = message
            self.filename = found.filename
            self.lineno = found.lineno
            return
        if first is not None:
            self._raiseFailure(f'"{self.expected_regex.pattern}" does not match "{first}"')
        by = f" by {self.obj_name}" if self.obj_name else ""
        self._raiseFailure(f"{self._expected_name()} not triggered{by}")


class LogsContext(_Context):
    """What assertLogs() gives: entered, an object with `records` and their texts in `output`."""

    LOGGING_FORMAT = "%(levelname)s:%(name)s:%(message)s"

    def __init__(self, test_case, logger_name, level, no_logs, formatter=None):
        import logging

        super().__init__(test_case)
        self.logger_name = logger_name
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self.msg = None
        self.no_logs = no_logs
        self.formatter = formatter

    def __enter__(self):
        import logging
        from collections import namedtuple

        watcher = namedtuple("_LoggingWatcher", ["records", "output"])([], [])

        class Capturing(logging.Handler):
            def flush(self):
                pass

            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(self.format(record))

        name = self.logger_name
        self.logger = logger = name if isinstance(name, logging.Logger) else logging.getLogger(name)
        handler = Capturing()
        handler.setLevel(self.level)
        handler.setFormatter(self.formatter or logging.Formatter(self.LOGGING_FORMAT))
        self.watcher = watcher
        self.old = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else watcher

    def __exit__(self, kind, error, tb):
        import logging

        self.logger.handlers, level, self.logger.propagate = self.old
        self.logger.setLevel(level)
        if kind is not None:
            return False
        if self.no_logs:
            if self.watcher.records:
                self._raiseFailure(f"Unexpected logs found: {self.watcher.output!r}")
        elif not self.watcher.records:
            name = logging.getLevelName(self.level)
            self._raiseFailure(f"no logs of level {name} or higher triggered on {self.logger.name}")
