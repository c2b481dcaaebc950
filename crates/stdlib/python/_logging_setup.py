# Setting up logging in one call, warnings as messages, and loggers that add something to each message.

import logging
from _logging_format import _STYLES, Formatter, _check_style
from _logging_output import FileHandler, StreamHandler, _lock

__name__ = "logging"


def basicConfig(**kwargs):
    """Give the root logger a handler, unless it has one.

    filename, filemode, encoding and errors say which file messages go to, stream which stream, or handlers lists handlers;
    format, datefmt and style say how they look; level is the lowest to be logged; force=True replaces what was there.
    """
    root = logging.root
    with _lock:
        force = kwargs.pop("force", False)
        encoding = kwargs.pop("encoding", None)
        errors = kwargs.pop("errors", "backslashreplace")
        if force:
            for handler in root.handlers[:]:
                root.removeHandler(handler)
                handler.close()
        if root.handlers:
            return
        handlers = kwargs.pop("handlers", None)
        if handlers is None:
            if "stream" in kwargs and "filename" in kwargs:
                raise ValueError("'stream' and 'filename' should not be specified together")
            handlers = [_one_handler(kwargs, encoding, errors)]
        elif "stream" in kwargs or "filename" in kwargs:
            raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
        datefmt = kwargs.pop("datefmt", None)
        style = kwargs.pop("style", "%")
        _check_style(style)
        format = kwargs.pop("format", _STYLES[style][1])
        level = kwargs.pop("level", None)
        for name in ("filename", "filemode", "stream"):
            kwargs.pop(name, None)
        if kwargs:
            raise ValueError(f"Unrecognised argument(s): {', '.join(kwargs)}")
        formatter = Formatter(format, datefmt, style)
        for handler in handlers:
            if handler.formatter is None:
                handler.setFormatter(formatter)
            root.addHandler(handler)
        if level is not None:
            root.setLevel(level)


def _one_handler(kwargs, encoding, errors):
    filename = kwargs.pop("filename", None)
    mode = kwargs.pop("filemode", "a")
    if not filename:
        return StreamHandler(kwargs.pop("stream", None))
    return FileHandler(filename, mode, encoding=encoding, errors=None if "b" in mode else errors)


class LoggerAdapter:
    """A logger that adds something to each message: extra are attributes of its records."""

    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger = logger
        self.extra = extra
        self.merge_extra = merge_extra

    def process(self, msg, kwargs):
        """The message and the keyword arguments to log with. Subclasses may override it."""
        if self.merge_extra and kwargs.get("extra") is not None:
            kwargs["extra"] = {**(self.extra or {}), **kwargs["extra"]}
        else:
            kwargs["extra"] = self.extra
        return msg, kwargs

    def debug(self, msg, *args, **kwargs):
        """Log a message of level DEBUG."""
        self.log(logging.DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        """Log a message of level INFO."""
        self.log(logging.INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        """Log a message of level WARNING."""
        self.log(logging.WARNING, msg, *args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        """The same as warning(). It is deprecated."""
        import warnings

        warnings.warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2)
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        """Log a message of level ERROR."""
        self.log(logging.ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        """Log a message of level ERROR with the exception that is being handled."""
        self.log(logging.ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        """Log a message of level CRITICAL."""
        self.log(logging.CRITICAL, msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        """Log a message of any level."""
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def isEnabledFor(self, level):
        """Whether messages of a level are logged."""
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        """Set the logger's level."""
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        """The level that is in effect for the logger."""
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        """Whether anybody would get the logger's records."""
        return self.logger.hasHandlers()

    def _log(self, level, msg, args, **kwargs):
        return self.logger._log(level, msg, args, **kwargs)

    @property
    def manager(self):
        """The logger's manager."""
        return self.logger.manager

    @manager.setter
    def manager(self, value):
        self.logger.manager = value

    @property
    def name(self):
        """The logger's name."""
        return self.logger.name

    def __repr__(self):
        level = logging.getLevelName(self.logger.getEffectiveLevel())
        return f"<{type(self).__name__} {self.logger.name} ({level})>"

    __class_getitem__ = classmethod(type(list[int]))


_shown_before = None


def _showwarning(message, category, filename, lineno, file=None, line=None):
    """Log a warning, unless it shall go to a file."""
    import warnings

    if file is not None:
        if _shown_before is not None:
            _shown_before(message, category, filename, lineno, file, line)
        return
    text = warnings.formatwarning(message, category, filename, lineno, line)
    logger = logging.getLogger("py.warnings")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
    logger.warning(str(text))


def captureWarnings(capture):
    """Log warnings instead of writing them to standard error, or stop doing so."""
    global _shown_before
    import warnings

    if capture and _shown_before is None:
        _shown_before = warnings.showwarning
        warnings.showwarning = _showwarning
    elif not capture and _shown_before is not None:
        warnings.showwarning = _shown_before
        _shown_before = None


logging._OWN_FILES.add(_one_handler.__code__.co_filename)
