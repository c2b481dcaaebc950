# The types of streams, for annotations only: no stream has one of them as its base.

from abc import abstractmethod
from _typing import Generic
from typing import AnyStr

__name__ = "typing"


class IO(Generic[AnyStr]):
    """A stream that open() gives: of text, IO[str], or of bytes, IO[bytes]."""

    __slots__ = ()


def _add_methods(cls, signatures, properties=()):
    """Give a class abstract methods that do nothing."""
    names = {}
    for signature in signatures:
        exec(f"def {signature}: pass", {"AnyStr": AnyStr}, names)
    for name, function in names.items():
        function.__module__ = "typing"
        function.__qualname__ = f"{cls.__name__}.{name}"
        method = abstractmethod(function)
        setattr(cls, name, property(method) if name in properties else method)


_add_methods(IO, (
    "mode(self) -> str", "name(self) -> str", "close(self) -> None", "closed(self) -> bool", "fileno(self) -> int",
    "flush(self) -> None", "isatty(self) -> bool", "read(self, n: int = -1) -> AnyStr", "readable(self) -> bool",
    "readline(self, limit: int = -1) -> AnyStr", "readlines(self, hint: int = -1)",
    "seek(self, offset: int, whence: int = 0) -> int", "seekable(self) -> bool", "tell(self) -> int",
    "truncate(self, size=None) -> int", "writable(self) -> bool", "write(self, s: AnyStr) -> int",
    "writelines(self, lines) -> None", "__enter__(self)", "__exit__(self, type, value, traceback) -> None",
), ("mode", "name", "closed"))  # fmt: skip


class BinaryIO(IO[bytes]):
    """A stream of bytes."""

    __slots__ = ()


_add_methods(BinaryIO, ("write(self, s) -> int", "__enter__(self)"))


class TextIO(IO[str]):
    """A stream of text."""

    __slots__ = ()


_add_methods(TextIO, (
    "buffer(self)", "encoding(self) -> str", "errors(self)", "line_buffering(self) -> bool", "newlines(self)",
    "__enter__(self)",
), ("buffer", "encoding", "errors", "line_buffering", "newlines"))  # fmt: skip
