# Encodings by name, step by step, and what happens to what can't be coded.
import builtins
import sys
from _codecs import (
    backslashreplace_errors, compatible as _compatible, ignore_errors, namereplace_errors, register_error,
    registered_error as _registered_error, replace_errors, strict_errors,
    surrogateescape_errors as _surrogateescape_errors, surrogatepass_errors as _surrogatepass_errors,
    text_encode as _text_encode, xmlcharrefreplace_errors,
)
from _encodings import decode, encode, lookup, register, unregister
from _io import decode as _text_decode

__all__ = [
    "register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE",
    "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE",
    "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter",
    "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder",
    "getincrementaldecoder", "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode", "strict_errors",
    "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors", "namereplace_errors",
    "register_error", "lookup_error",
]  # fmt: skip

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = b"\xff\xfe\0\0"
BOM_UTF32_BE = b"\0\0\xfe\xff"
_little = "".encode("utf-16") == BOM_LE
BOM = BOM_UTF16 = BOM_LE if _little else BOM_BE
BOM_UTF32 = BOM_UTF32_LE if _little else BOM_UTF32_BE
BOM32_LE, BOM32_BE = BOM_UTF16_LE, BOM_UTF16_BE
BOM64_LE, BOM64_BE = BOM_UTF32_LE, BOM_UTF32_BE

_ERRORS = {
    "strict": strict_errors,
    "ignore": ignore_errors,
    "replace": replace_errors,
    "backslashreplace": backslashreplace_errors,
    "xmlcharrefreplace": xmlcharrefreplace_errors,
    "namereplace": namereplace_errors,
    "surrogateescape": _surrogateescape_errors,
    "surrogatepass": _surrogatepass_errors,
}


def lookup_error(name, /):
    """The error handler of a name, or LookupError."""
    try:
        return _registered_error(name)
    except LookupError:
        if name not in _ERRORS:
            raise
    return _ERRORS[name]


class CodecInfo(tuple):
    """The functions and classes of a codec."""

    def __new__(
        cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None,
        name=None, *, _is_text_encoding=None,
    ):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamwriter = streamwriter
        self.streamreader = streamreader
        self._is_text_encoding = _is_text_encoding is not False
        return self

    def __getnewargs__(self):
        return tuple(self)

    def __repr__(self):
        kind = type(self)
        return f"<{kind.__module__}.{kind.__qualname__} object for encoding {self.name} at {id(self):#x}>"


class Codec:
    """What encodes and decodes without keeping anything."""

    def encode(self, input, errors="strict"):
        """Encode: the output, and how much of the input it took."""
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        """Decode: the output, and how much of the input it took."""
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes in steps."""

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        """The output for the next piece of the input."""
        raise NotImplementedError

    def reset(self):
        """Start again."""

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    """Decodes in steps."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        """The output for the next piece of the input."""
        raise NotImplementedError

    def reset(self):
        """Start again."""

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    """Encodes in steps, and keeps what isn't complete: _buffer_encode() says how much it took."""

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def reset(self):
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Decodes in steps, and keeps what isn't complete: _buffer_decode() says how much it took."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


# The state of a coder in front of the byte order mark.
_FRESH = {"utf-8-sig": 1, "utf-16": 2, "utf-32": 2}


class _TextEncoder(IncrementalEncoder):
    def __init__(self, errors="strict"):
        super().__init__(errors)
        self._started = False

    def encode(self, input, final=False):
        data = _text_encode(input, self._encoding, self.errors)
        if self._started:
            # The mark stands at the start only.
            return data[len(_text_encode("", self._encoding, self.errors)) :]
        self._started = True
        return data

    def reset(self):
        self._started = False

    def getstate(self):
        # As CPython numbers the states: what knows no marks has one only.
        fresh = _FRESH.get(self._encoding, 0)
        return 0 if self._started else fresh

    def setstate(self, state):
        self._started = not state


class _TextDecoder(IncrementalDecoder):
    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""
        self._order = None

    def decode(self, input, final=False):
        data = self.buffer + bytes(input)
        encoding = self._order or self._encoding
        text, used = _text_decode(data, encoding, self.errors, final)
        self.buffer = data[used:]
        if used and self._order is None and encoding in ("utf-16", "utf-32", "utf-8-sig"):
            # The mark was at the start; what follows has no other.
            self._order = self._order_behind(data)
        return text

    def _order_behind(self, data):
        if self._encoding == "utf-8-sig":
            return "utf-8"
        if data.startswith(BOM_UTF16_BE if self._encoding == "utf-16" else BOM_UTF32_BE):
            return self._encoding + "-be"
        if data.startswith(BOM_LE):
            return self._encoding + "-le"
        end = 2 if self._encoding == "utf-16" else 4
        raise UnicodeDecodeError(self._encoding, data, 0, end, "Stream does not start with BOM")

    def reset(self):
        self.buffer = b""
        self._order = None

    def getstate(self):
        fresh = _FRESH.get(self._encoding, 0)
        if fresh < 2 or self._order is None:
            return self.buffer, fresh if self._order is None else 0
        return self.buffer, int(self._order.endswith("-le") != _little)

    def setstate(self, state):
        self.buffer, number = state
        fresh = _FRESH.get(self._encoding, 0)
        if number >= fresh:
            self._order = None
        elif fresh == 1:
            self._order = "utf-8"
        else:
            self._order = self._encoding + ("-le" if _little != bool(number) else "-be")


class StreamWriter(Codec):
    """Encodes what is written to a stream of bytes."""

    _encoder_class = None

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self.reset()

    def write(self, object):
        """Write a text."""
        if self._encoder is not None:
            data = self._encoder.encode(object)
        else:
            data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        """Write texts."""
        self.write("".join(list))

    def reset(self):
        """Start again: a mark of the byte order comes in front of what is written next."""
        self._encoder = None if self._encoder_class is None else self._encoder_class(self.errors)

    def seek(self, offset, whence=0):
        """Go to a place of the stream."""
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError(f"can't serialize {self.__class__.__name__}")


class StreamReader(Codec):
    """Decodes what is read from a stream of bytes."""

    charbuffertype = str
    _decoder_class = None

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self._forget()

    def _forget(self):
        self.bytebuffer = b""
        self.charbuffer = self.charbuffertype()
        self._decoder = None if self._decoder_class is None else self._decoder_class(self.errors)

    def _decode(self, data, last):
        """Decode as much as is complete: how much was taken does not matter to those who keep the rest themselves."""
        if self._decoder is not None:
            return self._decoder.decode(data, last), len(data)
        return self.decode(data, self.errors)

    def _more(self, size, firstline):
        """Decode what the stream gives next: whether it was something."""
        new = self.stream.read() if size < 0 else self.stream.read(size)
        data = self.bytebuffer + new
        if not data and self._decoder is None:
            return False
        try:
            # What is not complete at the end is left alone: more may come.
            text, consumed = self._decode(data, False)
        except UnicodeDecodeError as error:
            if not firstline:
                raise
            # The lines before it can be had; the error comes again when the others are asked for.
            text, consumed = self._decode(data[: error.start], False)
            if len(text.splitlines(True)) <= 1:
                raise
        self.bytebuffer = data[consumed:]
        self.charbuffer += text
        return bool(new)

    def read(self, size=-1, chars=-1, firstline=False):
        """Read at most so many characters, about `size` bytes at a time; all with -1."""
        if chars < 0:
            chars = size
        while chars < 0 or len(self.charbuffer) < chars:
            if not self._more(size, firstline):
                break
        if chars < 0:
            chars = len(self.charbuffer)
        result, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return result

    def readline(self, size=None, keepends=True):
        """A line; no more than so many characters of it, if there is a size."""
        if size is not None:
            data = self.read(size or 72, firstline=True)
            if data[-1:] in ("\r", b"\r"):
                # A newline may belong to it.
                data += self.read(1, 1)
            line = (data.splitlines(True) or [data])[0]
            self.charbuffer = data[len(line) :] + self.charbuffer
            return line if keepends else (line.splitlines() or [line])[0]
        while True:
            lines = self.charbuffer.splitlines(True)
            # The end of the last line may go on in what follows.
            if len(lines) > 1 or lines and lines[0] != lines[0].splitlines()[0] and lines[0][-1:] not in ("\r", b"\r"):
                break
            if not self._more(72, True):
                lines = self.charbuffer.splitlines(True)
                break
        if not lines:
            return self.charbuffertype()
        self.charbuffer = self.charbuffer[len(lines[0]) :]
        return lines[0] if keepends else lines[0].splitlines()[0]

    def readlines(self, sizehint=None, keepends=True):
        """The lines that are left."""
        return self.read().splitlines(keepends)

    def reset(self):
        """Forget what was read."""
        self._forget()

    def seek(self, offset, whence=0):
        """Go to a place of the stream, and forget what was read."""
        self.stream.seek(offset, whence)
        self.reset()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError(f"can't serialize {self.__class__.__name__}")


class StreamReaderWriter:
    """A stream that is read by one class and written by another."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError(f"can't serialize {self.__class__.__name__}")


class StreamRecoder:
    """A stream in one encoding that looks as if it were in another one."""

    data_encoding = "unknown"
    file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        self.stream = stream
        self.encode = encode
        self.decode = decode
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        line = self.reader.readline() if size is None else self.reader.readline(size)
        return self.encode(line, self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(), self.errors)[0].splitlines(keepends=True)

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.write(b"".join(list))

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError(f"can't serialize {self.__class__.__name__}")


def _text_codec(name):
    def encode(input, errors="strict"):
        return _text_encode(input, name, errors), len(input)

    def decode(input, errors="strict"):
        return _text_decode(input, name, errors, True)[0], len(input)

    def static(function):
        return staticmethod(function)

    encoder = type("IncrementalEncoder", (_TextEncoder,), {"_encoding": name})
    decoder = type("IncrementalDecoder", (_TextDecoder,), {"_encoding": name})
    both = {"encode": static(encode), "decode": static(decode)}
    reader = type("StreamReader", (StreamReader,), {**both, "_decoder_class": decoder})
    writer = type("StreamWriter", (StreamWriter,), {**both, "_encoder_class": encoder})
    return CodecInfo(encode, decode, reader, writer, encoder, decoder, name=name)


def getencoder(encoding):
    """The function that encodes."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """The function that decodes."""
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    """The class that encodes in steps, or LookupError."""
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    """The class that decodes in steps, or LookupError."""
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    """The class that reads from a stream."""
    return lookup(encoding).streamreader


def getwriter(encoding):
    """The class that writes to a stream."""
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encode what an iterator gives."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for input in iterator:
        output = encoder.encode(input)
        if output:
            yield output
    output = encoder.encode("", True)
    if output:
        yield output


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decode what an iterator gives."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for input in iterator:
        output = decoder.decode(input)
        if output:
            yield output
    output = decoder.decode(b"", True)
    if output:
        yield output


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Open a file of text; without an encoding, of whatever the mode says."""
    import warnings

    warnings.warn("codecs.open() is deprecated. Use open() instead.", DeprecationWarning, stacklevel=2)
    if encoding is None:
        return builtins.open(filename, mode, buffering)
    if "b" not in mode:
        mode += "b"
    file = builtins.open(filename, mode, buffering)
    try:
        info = lookup(encoding)
        made = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
    except BaseException:
        file.close()
        raise
    made.encoding = encoding
    return made


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    """A stream whose bytes look as if they were in another encoding."""
    if file_encoding is None:
        file_encoding = data_encoding
    data, stored = lookup(data_encoding), lookup(file_encoding)
    made = StreamRecoder(file, data.encode, data.decode, stored.streamreader, stored.streamwriter, errors)
    made.data_encoding = data_encoding
    made.file_encoding = file_encoding
    return made


def make_identity_dict(rng):
    """A table that maps each item to itself."""
    return {item: item for item in rng}


def make_encoding_map(decoding_map):
    """The table the other way round; None for what comes twice."""
    map = {}
    for key, value in decoding_map.items():
        map[value] = key if value not in map else None
    return map


def readbuffer_encode(data, errors=None, /):
    """The bytes of an object."""
    data = data.encode() if isinstance(data, str) else bytes(memoryview(data))
    return data, len(data)


def _single_functions():
    """utf_8_encode() and its like: the functions behind each codec, with how much of the input they took."""

    def add(stem, name, partial):
        def encode(str, errors=None, /):
            if not isinstance(str, builtins.str):
                raise TypeError(f"{stem}_encode() argument 1 must be str, not {type(str).__name__}")
            return _text_encode(str, name, errors or "strict"), len(str)

        def decode(data, errors=None, final=not partial, /):
            if stem.endswith("escape") and isinstance(data, builtins.str):
                data = data.encode()
            return _text_decode(data, name, errors or "strict", final)

        for function in (encode, decode):
            function.__name__ = function.__qualname__ = f"{stem}_{function.__name__}"
            function.__module__ = "_codecs"
            globals()[function.__name__] = function

    for name in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
        add(name.replace("-", "_"), name, True)
    for stem, name in (("ascii", "ascii"), ("latin_1", "latin-1"), ("unicode_escape", "unicode_escape"),
                       ("raw_unicode_escape", "raw_unicode_escape")):
        add(stem, name, False)


def _ex_function(stem, name, mark):
    """utf_16_ex_decode() and its like, which take and tell the order of bytes: -1 little, 1 big, 0 as the mark says."""

    def decode(data, errors=None, byteorder=0, final=False, /):
        order = ("", "-be", "-le")[(byteorder > 0) - (byteorder < 0)]
        if not order and len(data) >= len(mark):
            start = bytes(data[: len(mark)])
            byteorder = -1 if start == mark else start == mark[::-1]
        text, used = _text_decode(data, name + order, errors or "strict", final)
        return text, used, int(byteorder)

    decode.__name__ = decode.__qualname__ = stem
    decode.__module__ = "_codecs"
    globals()[stem] = decode


_single_functions()
_ex_function("utf_16_ex_decode", "utf-16", BOM_UTF16_LE)
_ex_function("utf_32_ex_decode", "utf-32", BOM_UTF32_LE)
del _single_functions, _ex_function


def __getattr__(name):
    if name in ("charmap_build", "charmap_encode", "charmap_decode", "escape_encode", "escape_decode"):
        import _morecodecs

        return getattr(_morecodecs, name)
    if name in ("utf_7_encode", "utf_7_decode"):
        import _morecodecs

        return getattr(_morecodecs, "_" + name)
    raise AttributeError(f"module 'codecs' has no attribute {name!r}")
