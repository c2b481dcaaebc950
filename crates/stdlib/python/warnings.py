"""Warnings: messages about what a program should not rely on, which are shown once and can be ignored or made errors."""

import sys

from _warnings import warn, warn_explicit

__all__ = [
    "warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
    "catch_warnings", "deprecated",
]  # fmt: skip

# What is done with warnings: tuples of action, message, category, module and line. The first that fits counts.
filters = []
# What is done with those that no filter fits.
defaultaction = _defaultaction = "default"
onceregistry = _onceregistry = {}
# Goes up with each change, so that modules forget which warnings were shown.
_filters_version = 1

_ACTIONS = ("default", "always", "ignore", "module", "once", "error", "all")


def _filters_mutated():
    """Something was done with the filters."""
    global _filters_version
    _filters_version += 1


class _Start:
    """What a text has to start with, without regard to case: a pattern without special characters."""

    def __init__(self, text, exact=False):
        self.pattern = text
        self.text = text.casefold()
        self.exact = exact

    def match(self, text):
        text = text.casefold()
        return text == self.text if self.exact else text.startswith(self.text)

    def __eq__(self, other):
        return isinstance(other, _Start) and (self.text, self.exact) == (other.text, other.exact)

    def __hash__(self):
        return hash(self.text)

    def __repr__(self):
        return f"re.compile({self.pattern!r}, re.IGNORECASE)"


def _compiled(pattern, ignore_case):
    """What matches a regular expression. Plain text needs no module for that."""
    if not pattern:
        return None
    if ignore_case and not any(character in r".^$*+?{}[]\|()" for character in pattern):
        return _Start(pattern)
    import re

    return re.compile(pattern, re.IGNORECASE if ignore_case else 0)


# Showing.


class WarningMessage:
    """A warning that is shown: what, where, and for which object."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        details = {name: getattr(self, name) for name in ("message", "filename", "lineno", "line")}
        return (
            "{message : %(message)r, category : " + repr(self._category_name) + ", filename : %(filename)r, "
            "lineno : %(lineno)s, line : %(line)r}"
        ) % details

    def __repr__(self):
        return f"<{type(self).__qualname__} {self}>"


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file, standard error unless another is given. Programs may put another function here."""
    _show_message(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning. Programs may put another function here."""
    return _format_message(WarningMessage(message, category, filename, lineno, None, line))


_own_show, _own_format = showwarning, formatwarning


def _show_message(msg):
    file = sys.stderr if msg.file is None else msg.file
    if file is None:
        return
    try:
        file.write(_formatted(msg))
    except OSError:
        pass


def _format_message(msg):
    text = f"{msg.filename}:{msg.lineno}: {msg.category.__name__}: {msg.message}\n"
    line = msg.line
    if line is None:
        try:
            import linecache

            line = linecache.getline(msg.filename, msg.lineno)
        except Exception:
            # At the program's end there may be no modules any more.
            line = None
    if line:
        text += f"  {line.strip()}\n"
    return text


def _formatted(msg):
    if formatwarning is not _own_format:
        return formatwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.line)
    return _format_message(msg)


def _showwarnmsg(msg):
    if showwarning is not _own_show:
        if not callable(showwarning):
            raise TypeError("warnings.showwarning() must be set to a function or method")
        showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)
        return
    _log(msg)


# Replaced while warnings are recorded.
_log = _show_message


# Filters.


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Say what is done with warnings: message and module are regular expressions of their starts.

    Actions: "error" raises, "ignore" shows nothing, "always" all, "default" once for each line, "module" once for each
    module, "once" once.
    """
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass")
    if not isinstance(module, str):
        raise TypeError("module must be a string")
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")
    _add_filter(action, _compiled(message, True), category, _compiled(module, False), lineno, append=append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Say what is done with all warnings of a category."""
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")
    _add_filter(action, None, category, None, lineno, append=append)


def _add_filter(*item, append):
    if not append:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    elif item not in filters:
        filters.append(item)
    _filters_mutated()


def resetwarnings():
    """Take away all filters."""
    filters[:] = []
    _filters_mutated()


class _OptionError(Exception):
    """An option -W that says nothing."""


def _processoptions(args):
    for arg in args:
        try:
            _setoption(arg)
        except _OptionError as error:
            print("Invalid -W option ignored:", error, file=sys.stderr)


def _setoption(arg):
    parts = arg.split(":")
    if len(parts) > 5:
        raise _OptionError(f"too many fields (max 5): {arg!r}")
    action, message, category, module, lineno = (part.strip() for part in parts + [""] * (5 - len(parts)))
    found = [known for known in _ACTIONS if known.startswith(action)] if action else ["default"]
    if not found:
        raise _OptionError(f"invalid action: {action!r}")
    if lineno:
        try:
            lineno = int(lineno)
            if lineno < 0:
                raise ValueError
        except (ValueError, OverflowError):
            raise _OptionError(f"invalid lineno {lineno!r}") from None
    item = (
        found[0],
        _Start(message) if message else None,
        _category(category),
        _Start(module, exact=True) if module else None,
        lineno or 0,
    )
    _add_filter(*item, append=False)


def _category(name):
    """The class that an option names."""
    if not name:
        return Warning
    module, _, cls = name.rpartition(".")
    try:
        found = getattr(__import__(module or "builtins", None, None, [cls]), cls)
    except ImportError:
        raise _OptionError(f"invalid module name: {module!r}") from None
    except AttributeError:
        raise _OptionError(f"unknown warning category: {name!r}") from None
    if not issubclass(found, Warning):
        raise _OptionError(f"invalid warning category: {name!r}")
    return found


class catch_warnings:
    """A context manager that puts the filters back at its end, with those that were added meanwhile.

    With record=True as binds a list, to which warnings are added instead of being shown. action and the arguments behind
    it are those of simplefilter(), which is called at the start.
    """

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append("record=True")
        if self._module is not sys.modules["warnings"]:
            args.append(f"module={self._module!r}")
        return f"{type(self).__name__}({', '.join(args)})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        module = self._module
        self._filters = module.filters
        module.filters = self._filters[:]
        module._filters_mutated()
        self._showwarning = module.showwarning
        self._log = module._log
        log = None
        if self._record:
            log = []
            module._log = log.append
            # A function that the program put there is not asked meanwhile.
            module.showwarning = module._own_show
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        module = self._module
        module.filters = self._filters
        module._filters_mutated()
        module.showwarning = self._showwarning
        module._log = self._log


class deprecated:
    """A decorator that warns when a function is called, a class is made an instance of or derived from.

    The message is kept as __deprecated__. With category=None nothing is done but that.
    """

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        msg, category, stacklevel = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = msg
            return arg
        if isinstance(arg, type):
            return self._mark_class(arg)
        if callable(arg):
            import functools

            @functools.wraps(arg)
            def wrapper(*args, **kwargs):
                warn(msg, category=category, stacklevel=stacklevel + 1)
                return arg(*args, **kwargs)

            if getattr(getattr(arg, "__code__", None), "co_flags", 0) & 0x80:
                import inspect

                wrapper = inspect.markcoroutinefunction(wrapper)
            arg.__deprecated__ = wrapper.__deprecated__ = msg
            return wrapper
        raise TypeError(
            "@deprecated decorator with non-None category must be applied to a class or callable, "
            f"not {arg!r}"
        )

    def _mark_class(self, cls):
        import functools
        from types import MethodType

        msg, category, stacklevel = self.message, self.category, self.stacklevel
        original_new = cls.__new__

        @functools.wraps(original_new)
        def __new__(made, /, *args, **kwargs):
            if made is cls:
                warn(msg, category=category, stacklevel=stacklevel + 1)
            if original_new is not object.__new__:
                return original_new(made, *args, **kwargs)
            # object.__new__ takes arguments only for classes that have an __init__.
            if made.__init__ is object.__init__ and (args or kwargs):
                raise TypeError(f"{made.__name__}() takes no arguments")
            return original_new(made)

        cls.__new__ = staticmethod(__new__)
        original_init = cls.__init_subclass__
        if isinstance(original_init, MethodType):
            original_init = original_init.__func__

            @functools.wraps(original_init)
            def __init_subclass__(*args, **kwargs):
                warn(msg, category=category, stacklevel=stacklevel + 1)
                return original_init(*args, **kwargs)

            cls.__init_subclass__ = classmethod(__init_subclass__)
        else:

            @functools.wraps(original_init)
            def __init_subclass__(*args, **kwargs):
                warn(msg, category=category, stacklevel=stacklevel + 1)
                return original_init(*args, **kwargs)

            cls.__init_subclass__ = __init_subclass__
        cls.__deprecated__ = __new__.__deprecated__ = __init_subclass__.__deprecated__ = msg
        return cls


def _deprecated(name, message="{name!r} is deprecated and slated for removal in Python {remove}", *, remove, _version=None):
    """Warn about a part of the library."""
    version = f"{remove[0]}.{remove[1]}"
    warn(message.format(name=name, remove=version), DeprecationWarning, stacklevel=3)


def _set_defaults():
    """The filters at the start."""
    _add_filter("default", None, DeprecationWarning, "__main__", 0, append=True)
    for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
        _add_filter("ignore", None, category, None, 0, append=True)
    _processoptions(sys.warnoptions)
    # What was shown before somebody loaded this module is not shown again for that.
    global _filters_version
    _filters_version = 1


_set_defaults()
