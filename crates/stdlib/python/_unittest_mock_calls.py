# The calls that mocks remember, and objects that stand for any other.

__name__ = "unittest.mock"


class _SentinelObject:
    """A unique object with a name."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"

    def __reduce__(self):
        return _unpickle_sentinel, (self.name,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _Sentinel:
    """Each attribute is a unique object."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            # Who looks for classes shall not take it for one.
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))

    def __reduce__(self):
        return "sentinel"


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


def _unpickle_sentinel(name):
    return getattr(sentinel, name)


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _ANY()


def _format_call_signature(name, args, kwargs):
    shown = [repr(arg) for arg in args]
    shown += [f"{key}={value!r}" for key, value in kwargs.items()]
    return f"{name}({', '.join(shown)})"


def _parts(value):
    """Name, arguments and keyword arguments of what may be compared with a call: a tuple in which some of them are missing.

    None if it can't be one.
    """
    name, args, kwargs = "", (), {}
    size = len(value)
    if size == 3:
        return tuple(value)
    if size == 2:
        first, second = value
        if isinstance(first, str):
            name = first
            if isinstance(second, tuple):
                args = second
            else:
                kwargs = second
        else:
            args, kwargs = first, second
    elif size == 1:
        (only,) = value
        if isinstance(only, str):
            name = only
        elif isinstance(only, tuple):
            args = only
        else:
            kwargs = only
    elif size:
        return None
    return name, args, kwargs


class _Call(tuple):
    """A call: a tuple of name, arguments and keyword arguments, or of the last two only."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        found, args, kwargs = _parts(value) or ("", (), {})
        if len(value) != 3:
            name = found or name
        else:
            name = found
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            count = len(other)
        except TypeError:
            return NotImplemented
        own_name = ""
        if len(self) == 2:
            own_args, own_kwargs = self
        else:
            own_name, own_args, own_kwargs = self
        theirs = getattr(other, "_mock_parent", None)
        if getattr(self, "_mock_parent", None) and theirs and self._mock_parent != theirs:
            return False
        if count > 3:
            return False
        name, args, kwargs = _parts(tuple(other) if isinstance(other, tuple) else other)
        if own_name and name != own_name:
            return False
        # What is compared last may be ANY, whose answer counts.
        return (args, kwargs) == (own_args, own_kwargs)

    __ne__ = object.__ne__

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f"{self._mock_name}.{attr}", parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in tuple.__dict__:
            # A method of something else that is called like one of tuples.
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        """The arguments by position."""
        return self[0] if len(self) == 2 else self[1]

    @property
    def kwargs(self):
        """The arguments by name."""
        return self[1] if len(self) == 2 else self[2]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return f"call{name}" if name.startswith("()") else name
        if len(self) == 2:
            name = "call"
            args, kwargs = self
        else:
            name, args, kwargs = self
            if not name:
                name = "call"
            elif not name.startswith("()"):
                name = f"call.{name}"
            else:
                name = f"call{name}"
        return _format_call_signature(name, args, kwargs)

    def call_list(self):
        """The calls that a chain as call.a().b() consists of."""
        calls = []
        this = self
        while this is not None:
            if this._mock_from_kall:
                calls.append(this)
            this = this._mock_parent
        return _CallList(reversed(calls))


call = _Call(from_kall=False)


class _CallList(list):
    """Several calls. `in` also finds several that stand side by side."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        size = len(value)
        return any(self[at : at + size] == value for at in range(len(self) - size + 1))

    def __repr__(self):
        from unittest.mock import _pretty

        return _pretty(list(self))
