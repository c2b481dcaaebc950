"""What of io few programs ask for: the decoder of line ends by itself, and protocols of what can be read or written."""

from abc import ABCMeta, abstractmethod
from types import GenericAlias

_KINDS = {1: "\n", 2: "\r", 3: ("\r", "\n"), 4: "\r\n", 5: ("\n", "\r\n"), 6: ("\r", "\r\n"), 7: ("\r", "\n", "\r\n")}


class IncrementalNewlineDecoder:
    """Decodes line ends, piece by piece, behind another decoder or (with None) of text.

    With translate all become \\n; newlines says which have been seen."""

    __module__ = "_io"

    def __init__(self, decoder, translate, errors="strict"):
        self._decoder = decoder
        self._translate = bool(translate)
        # A \r at the end of a piece waits for a \n.
        self._has_return = False
        self._seen = 0

    def decode(self, input, final=False):
        """The text of a piece; with final no more comes."""
        text = input if self._decoder is None else self._decoder.decode(input, final=final)
        if not isinstance(text, str):
            raise TypeError(f"decoder should return a string result, not {type(text).__name__!r}")
        if self._has_return and (text or final):
            text = "\r" + text
            self._has_return = False
        if not final and text.endswith("\r"):
            text = text[:-1]
            self._has_return = True
        pairs = text.count("\r\n")
        self._seen |= 4 * (pairs > 0) | 2 * (text.count("\r") > pairs) | (text.count("\n") > pairs)
        return text.replace("\r\n", "\n").replace("\r", "\n") if self._translate else text

    def getstate(self):
        """What waits: bytes, and a number."""
        data, flag = (b"", 0) if self._decoder is None else self._decoder.getstate()
        return data, flag << 1 | self._has_return

    def setstate(self, state, /):
        """Go on where getstate() was called."""
        if not isinstance(state, tuple):
            raise TypeError("state argument must be a tuple")
        data, flag = state
        self._has_return = bool(flag & 1)
        if self._decoder is not None:
            self._decoder.setstate((data, flag >> 1))

    def reset(self):
        """Forget what waits and what was seen."""
        self._seen = 0
        self._has_return = False
        if self._decoder is not None:
            self._decoder.reset()

    @property
    def newlines(self):
        """The line ends that were seen: None, one, or a tuple."""
        return _KINDS.get(self._seen)


class _Protocol(metaclass=ABCMeta):
    """A class to which all belong that have its method."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Reader and cls is not Writer:
            return NotImplemented
        name = "read" if cls is Reader else "write"
        found = next((base.__dict__[name] for base in other.__mro__ if name in base.__dict__), None)
        return NotImplemented if found is None else True


class Reader(_Protocol):
    """What can be read from, a type of data at a time."""

    __module__ = "io"
    __slots__ = ()

    @abstractmethod
    def read(self, size=..., /):
        """The next data, of this size at most."""


class Writer(_Protocol):
    """What can be written to."""

    __module__ = "io"
    __slots__ = ()

    @abstractmethod
    def write(self, data, /):
        """Write data; the number of items that were written."""
