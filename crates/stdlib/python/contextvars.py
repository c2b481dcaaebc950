"""Variables whose values belong to a context: that of a thread, or that of a task."""

from _thread import get_ident as _ident
from sys import modules as _modules

__all__ = ("Context", "ContextVar", "Token", "copy_context")

# The context of each thread by its number.
_current = {}


class _Missing:
    __slots__ = ()

    def __repr__(self):
        return "<Token.MISSING>"


_MISSING = _Missing()


def _context():
    """The running thread's context."""
    ident = _ident()
    context = _current.get(ident)
    if context is None:
        context = _current[ident] = Context()
    return context


def copy_context():
    """A copy of the current context."""
    return _context().copy()


class Context:
    """Values of variables, which hold while a function is run in it."""

    # The dict is never changed: a variable that is set makes a new one, so that copies cost nothing.
    __slots__ = ("_values", "_before", "__weakref__")

    def __init__(self):
        self._values = {}
        # While it is entered: the one that was current before.
        self._before = None

    def run(self, *args, **kwargs):
        """Call a function with this as the current context."""
        if not args:
            raise TypeError("run() missing 1 required positional argument")
        if self._before is not None:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        ident = _ident()
        before = _current.get(ident)
        if before is None:
            before = Context()
        self._before = before
        _current[ident] = self
        try:
            callable = args[0]
            return callable(*args[1:], **kwargs) if kwargs else callable(*args[1:])
        finally:
            _current[ident] = before
            self._before = None

    def _is_entered(self):
        """Whether a function is run in it."""
        return self._before is not None

    def copy(self):
        """A context with the same values."""
        made = Context()
        made._values = self._values
        return made

    def __getitem__(self, variable):
        _check(variable)
        return self._values[variable]

    def __contains__(self, variable):
        _check(variable)
        return variable in self._values

    def get(self, variable, default=None, /):
        """The value of a variable, or the default if it has none here."""
        _check(variable)
        return self._values.get(variable, default)

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        """The variables."""
        return self._values.keys()

    def values(self):
        """Their values."""
        return self._values.values()

    def items(self):
        """Pairs of variables and values."""
        return self._values.items()

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return self._values == other._values

    __hash__ = None


def _check(variable):
    if not isinstance(variable, ContextVar):
        raise TypeError(f"a ContextVar key was expected, got {variable!r}")


class ContextVar:
    """A variable that has a value of its own in each context."""

    __slots__ = ("_name", "_default", "__weakref__")

    def __init__(self, *name, default=_MISSING):
        if not name:
            raise TypeError("ContextVar() takes exactly 1 positional argument (0 given)")
        if len(name) > 1:
            raise TypeError(f"ContextVar() takes at most 1 positional argument ({len(name)} given)")
        (name,) = name
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name = name
        self._default = default

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)

    name = property(lambda self: self._name, doc="The name it was made with.")

    def get(self, *default):
        """The value in the current context, or the default given here, or that of the variable."""
        if len(default) > 1:
            raise TypeError(f"get expected at most 1 argument, got {len(default)}")
        context = _current.get(_ident())
        value = _MISSING if context is None else context._values.get(self, _MISSING)
        if value is _MISSING:
            value = default[0] if default else self._default
            if value is _MISSING:
                raise LookupError(self)
        return value

    def set(self, value, /):
        """Set the value in the current context: a token with which it can be reset."""
        context = _context()
        token = object.__new__(Token)
        token._context, token._variable, token._used = context, self, False
        token._old = context._values.get(self, _MISSING)
        context._values = {**context._values, self: value}
        return token

    def reset(self, token, /):
        """Give the variable the value that it had before set() gave the token."""
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._variable is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        context = _context()
        if token._context is not context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        values = dict(context._values)
        if token._old is _MISSING:
            values.pop(self, None)
        else:
            values[self] = token._old
        context._values = values

    def __repr__(self):
        default = "" if self._default is _MISSING else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"


class Token:
    """What a variable was before it was set; as a context manager it resets it."""

    __slots__ = ("_context", "_variable", "_old", "_used")
    MISSING = _MISSING
    __hash__ = None

    def __new__(cls, *args, **kwargs):
        raise RuntimeError("Tokens can only be created by ContextVars")

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)

    var = property(lambda self: self._variable, doc="The variable.")
    old_value = property(lambda self: self._old, doc="Its value before, or Token.MISSING.")

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self._variable.reset(self)

    def __repr__(self):
        used = " used" if self._used else ""
        return f"<Token{used} var={self._variable!r} at {id(self):#x}>"


# Those who know what a mapping is are told; the others are told when they load it.
if "_container_abcs" in _modules:
    _modules["_container_abcs"].Mapping.register(Context)
# CPython's are built in.
Context.__module__ = ContextVar.__module__ = Token.__module__ = "_contextvars"
