# Streams of text and bytes: files, and files in memory. The classes are those of CPython's io, each kind in a module
# of its own, of which those that not every program needs are loaded when it asks; what is in Rust are the functions on open files (posix), decoding and the translation of line ends.
import posix as _posix
from builtins import open
from _iobase import (
    DEFAULT_BUFFER_SIZE, SEEK_CUR, SEEK_END, SEEK_SET, BufferedIOBase, IOBase, RawIOBase, TextIOBase, UnsupportedOperation,
)
from _iobuffered import BufferedReader, BufferedWriter, _flush_all
from _iofile import FileIO
from _iotext import TextIOWrapper, _check_newline, text_encoding

__all__ = [
    "BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO",
    "BufferedIOBase", "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase",
    "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
    "text_encoding",
]
# Boards haven't these.
_RARE = ("IncrementalNewlineDecoder", "Reader", "Writer")

BlockingIOError = BlockingIOError


def __getattr__(name):
    if name in ("BytesIO", "StringIO"):
        import _iomemory as place
    elif name in ("BufferedRandom", "BufferedRWPair"):
        import _ioboth as place
    elif name in _RARE:
        import _iomore as place
    else:
        import sys

        raise AttributeError(f"module 'io' has no attribute {name!r}", name=name, obj=sys.modules["io"])
    value = globals()[name] = getattr(place, name)
    return value


def __dir__():
    return sorted({*globals(), *__all__, *_RARE})


def _open_file(file, mode, buffering, encoding, errors, newline, closefd, opener):
    """What open() does."""
    if not isinstance(file, int):
        file = _posix.fspath(file)
    return _open(FileIO, file, mode, buffering, encoding, errors, newline, closefd, opener)


def _open(make_raw, file, mode, buffering, encoding, errors, newline, closefd=True, opener=None):
    """As _open_file(), with the class of the stream below."""
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if not isinstance(buffering, int):
        raise TypeError(f"'{type(buffering).__name__}' object cannot be interpreted as an integer")
    for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"open() argument '{name}' must be str or None, not {type(value).__name__}")
    letters = set(mode)
    if letters - set("axrwb+t") or len(mode) > len(letters):
        raise ValueError(f"invalid mode: {mode!r}")
    binary = "b" in letters
    if binary and "t" in letters:
        raise ValueError("can't have text and binary mode at once")
    kinds = letters & set("axrw")
    if len(kinds) > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if not kinds:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    if binary:
        if encoding is not None:
            raise ValueError("binary mode doesn't take an encoding argument")
        if errors is not None:
            raise ValueError("binary mode doesn't take an errors argument")
        if newline is not None:
            raise ValueError("binary mode doesn't take a newline argument")
    elif buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    else:
        _check_newline(newline)
    if not isinstance(file, int):
        # What was written to files that nobody holds any more is there for the next who opens them.
        _flush_all()
    raw = make_raw(file, mode.replace("t", "").replace("b", ""), closefd, opener)
    result = raw
    try:
        line_buffering = buffering == 1 and not binary
        if buffering < 0 and raw.isatty():
            line_buffering = True
        if buffering == 0:
            return raw
        if buffering < 2:
            buffering = DEFAULT_BUFFER_SIZE
        if "+" in letters:
            from _ioboth import BufferedRandom

            result = BufferedRandom(raw, buffering)
        elif "r" in letters:
            result = BufferedReader(raw, buffering)
        else:
            result = BufferedWriter(raw, buffering)
        if binary:
            return result
        result = TextIOWrapper(result, encoding, errors, newline, line_buffering)
        result.mode = mode
        return result
    except BaseException:
        result.close()
        raise


def open_code(path):
    """Open a file of code as bytes."""
    if not isinstance(path, str):
        raise TypeError(f"open_code() argument 'path' must be str, not {type(path).__name__}")
    return open(path, "rb")
