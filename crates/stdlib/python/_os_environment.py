# The environment, which os loads when a program asks for it.
from sys import modules

from posix import environ as _initial_environment, fsdecode, fsencode, putenv, unsetenv

from os import defpath, pathsep

__name__ = "os"


def _is_mapping(value):
    if isinstance(value, (dict, _Environ)):
        return True
    from collections.abc import Mapping

    return isinstance(value, Mapping)


class _Environ:
    """The environment as a mapping from str to str; changes are seen by the rest of the process."""

    # How a name or value is given to a program; the class below has another way.
    _decode = staticmethod(fsdecode)

    def __init__(self, data):
        self._data = data

    def __getitem__(self, key):
        try:
            return self._decode(self._data[self._key(key)])
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        key, value = self._key(key), self._key(value)
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        encoded = self._key(key)
        unsetenv(encoded)
        try:
            del self._data[encoded]
        except KeyError:
            raise KeyError(key) from None

    @staticmethod
    def _key(value):
        if not isinstance(value, str):
            raise TypeError(f"str expected, not {type(value).__name__}")
        return fsencode(value)

    def __iter__(self):
        for key in list(self._data):
            yield self._decode(key)

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        return self._key(key) in self._data

    def __repr__(self):
        shown = ", ".join([f"{key!r}: {value!r}" for key, value in self.items()])
        return f"environ({{{shown}}})"

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if _is_mapping(other) else NotImplemented

    __hash__ = None

    def get(self, key, default=None):
        return self[key] if key in self else default

    def keys(self):
        return dict(self.items()).keys()

    def values(self):
        return dict(self.items()).values()

    def items(self):
        return {key: self[key] for key in self}.items()

    def copy(self):
        return dict(self.items())

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    _missing = object()

    def pop(self, key, default=_missing):
        if key not in self and default is not _Environ._missing:
            return default
        value = self[key]
        del self[key]
        return value

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError("popitem(): mapping is empty")

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), /, **more):
        pairs = [(key, other[key]) for key in other.keys()] if hasattr(other, "keys") else other
        for key, value in pairs:
            self[key] = value
        for key, value in more.items():
            self[key] = value

    def __or__(self, other):
        return dict(self.items()) | dict(other) if _is_mapping(other) else NotImplemented

    def __ror__(self, other):
        return dict(other) | dict(self.items()) if _is_mapping(other) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


class _BytesEnviron(_Environ):
    """The same with bytes for str."""

    _decode = staticmethod(bytes)

    @staticmethod
    def _key(value):
        if not isinstance(value, bytes):
            raise TypeError(f"bytes expected, not {type(value).__name__}")
        return value




def _register(abcs):
    """Let collections.abc know the class, once both are loaded."""
    abcs.MutableMapping.register(_Environ)


if "_container_abcs" in modules:
    _register(modules["_container_abcs"])

environ = _Environ(_initial_environment)
environb = _BytesEnviron(_initial_environment)


def reload_environ():
    """Let environ show what was changed without it: nothing is, as the process has no other environment."""


def getenv(key, default=None):
    """A variable of the environment."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """A variable of the environment as bytes."""
    return environb.get(key, default)


def get_exec_path(env=None):
    """The directories that are searched for programs."""
    env = environ if env is None else env
    path = env.get("PATH")
    if path is None and b"PATH" in (env if env is not environ else ()):
        path = fsdecode(env[b"PATH"])
    return (defpath if path is None else path).split(pathsep)
