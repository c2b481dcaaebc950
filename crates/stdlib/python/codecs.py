# Encodings by name, step by step, and what happens to what can't be coded.
import builtins
from _codecs import (
    backslashreplace_errors, canonical_name as _canonical_name, ignore_errors, namereplace_errors, register_error,
    registered_error as _registered_error, replace_errors, strict_errors, text_encode as _text_encode,
    xmlcharrefreplace_errors,
)
from _io import decode as _text_decode

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = b"\xff\xfe\0\0"
BOM_UTF32_BE = b"\0\0\xfe\xff"
_little = "".encode("utf-16") == BOM_LE
BOM = BOM_UTF16 = BOM_LE if _little else BOM_BE
BOM_UTF32 = BOM_UTF32_LE if _little else BOM_UTF32_BE

_ERRORS = {
    "strict": strict_errors,
    "ignore": ignore_errors,
    "replace": replace_errors,
    "backslashreplace": backslashreplace_errors,
    "xmlcharrefreplace": xmlcharrefreplace_errors,
    "namereplace": namereplace_errors,
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
        return int(self._started)

    def setstate(self, state):
        self._started = bool(state)


class _TextDecoder(IncrementalDecoder):
    def __init__(self, errors="strict"):
        super().__init__(errors)
        self._kept = b""
        self._order = None

    def decode(self, input, final=False):
        data = self._kept + bytes(input)
        encoding = self._order or self._encoding
        text, used = _text_decode(data, encoding, self.errors, final)
        self._kept = data[used:]
        if used and self._order is None and encoding in ("utf-16", "utf-32", "utf-8-sig"):
            # The mark was at the start; what follows has no other.
            self._order = self._order_behind(data)
        return text

    def _order_behind(self, data):
        if self._encoding == "utf-8-sig":
            return "utf-8"
        big = data.startswith(BOM_UTF16_BE if self._encoding == "utf-16" else BOM_UTF32_BE)
        marked = big or data.startswith(BOM_LE)
        little = not big if marked else _little
        return self._encoding + ("-le" if little else "-be")

    def reset(self):
        self._kept = b""
        self._order = None

    def getstate(self):
        return self._kept, 0 if self._order is None else 1

    def setstate(self, state):
        self._kept = state[0]


class StreamWriter(Codec):
    """Encodes what is written to a stream of bytes."""

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        """Write a text."""
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        """Write texts."""
        self.write("".join(list))

    def reset(self):
        """Nothing is kept."""

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.stream.close()


class StreamReader(Codec):
    """Decodes what is read from a stream of bytes."""

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self._decoder = self._decoder_class(errors)
        self._text = ""

    def read(self, size=-1, chars=-1, firstline=False):
        """Read at most so many bytes, and at most so many characters of them; all with -1."""
        while True:
            data = self.stream.read() if size < 0 else self.stream.read(size)
            self._text += self._decoder.decode(data, size < 0)
            if size < 0 or not data or len(self._text) >= size:
                break
        end = len(self._text) if chars < 0 else chars
        text, self._text = self._text[:end], self._text[end:]
        return text

    def readline(self, size=None, keepends=True):
        """A line."""
        while "\n" not in self._text:
            data = self.stream.readline()
            self._text += self._decoder.decode(data, not data)
            if not data:
                break
        line, end, self._text = self._text.partition("\n")
        return line + end if keepends else line

    def readlines(self, sizehint=None, keepends=True):
        """The lines that are left."""
        return self.read().splitlines(keepends)

    def reset(self):
        """Forget what was read."""
        self._decoder.reset()
        self._text = ""

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


def _text_codec(name):
    def encode(input, errors="strict"):
        return _text_encode(input, name, errors), len(input)

    def decode(input, errors="strict"):
        return _text_decode(input, name, errors, True)[0], len(input)

    def static(function):
        return staticmethod(function)

    encoder = type("IncrementalEncoder", (_TextEncoder,), {"_encoding": name})
    decoder = type("IncrementalDecoder", (_TextDecoder,), {"_encoding": name})
    both = {"encode": static(encode), "decode": static(decode), "_decoder_class": decoder}
    reader = type("StreamReader", (StreamReader,), both)
    writer = type("StreamWriter", (StreamWriter,), both)
    return CodecInfo(encode, decode, reader, writer, encoder, decoder, name=name)


def _rot13(input, errors="strict"):
    small, large = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    turned = small[13:] + small[:13] + large[13:] + large[:13]
    return input.translate(str.maketrans(small + large, turned)), len(input)


def _hex_encode(input, errors="strict"):
    return bytes(input).hex().encode(), len(input)


def _hex_decode(input, errors="strict"):
    return bytes.fromhex(bytes(input).decode("ascii")), len(input)


_search_functions = []
_known = {}


def register(search_function, /):
    """Ask a function for codecs that nobody else knows: it gets a name and gives a CodecInfo or None."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _search_functions.append(search_function)


def unregister(search_function, /):
    """Ask the function no more."""
    if search_function in _search_functions:
        _search_functions.remove(search_function)
        _known.clear()


def lookup(encoding, /):
    """The codec of a name, or LookupError."""
    name = _canonical_name(encoding)
    if name is None:
        name = encoding.lower().replace("-", "_").replace(" ", "_")
    if name in _known:
        return _known[name]
    info = None
    if _canonical_name(name) is not None:
        info = _text_codec(name)
    elif name in ("rot13", "rot_13"):
        info = CodecInfo(_rot13, _rot13, name="rot-13", _is_text_encoding=False)
    elif name in ("hex", "hex_codec"):
        info = CodecInfo(_hex_encode, _hex_decode, name="hex", _is_text_encoding=False)
    for search in _search_functions:
        if info is None:
            info = search(name)
    if info is None:
        raise LookupError(f"unknown encoding: {encoding}")
    _known[name] = info
    return info


def encode(obj, encoding="utf-8", errors="strict"):
    """Encode an object: a text to bytes, mostly."""
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding="utf-8", errors="strict"):
    """Decode an object: bytes to a text, mostly."""
    return lookup(encoding).decode(obj, errors)[0]


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
    if encoding is None:
        return builtins.open(filename, mode, buffering)
    return builtins.open(filename, mode.replace("b", ""), buffering, encoding, errors, newline="")
