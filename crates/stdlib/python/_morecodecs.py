# Codecs that are written in Python: UTF-7, names of hosts, and those between bytes and bytes or texts and texts.
import codecs
from codecs import CodecInfo


def _replaced(error, errors, length):
    """What an error handler puts in the place of what is wrong, and where to go on."""
    replacement, place = codecs.lookup_error(errors)(error)
    return replacement, _place(place, length)


def _place(place, length):
    """A place that an error handler gave, from the start."""
    if place < 0:
        place += length
    if not 0 <= place <= length:
        raise IndexError(f"position {place} from error handler out of bounds")
    return place


def _codec(name, encode, decode, text=True, steps=None):
    """The codec of two functions that get all of the input; `steps` is the class that decodes in steps."""

    class Codec(codecs.Codec):
        def encode(self, input, errors="strict"):
            return encode(input, errors)

        def decode(self, input, errors="strict"):
            return decode(input, errors)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class IncrementalDecoder(codecs.IncrementalDecoder):
        def decode(self, input, final=False):
            return decode(input, self.errors)[0]

    class StreamWriter(Codec, codecs.StreamWriter):
        charbuffertype = str if text else bytes

    class StreamReader(Codec, codecs.StreamReader):
        charbuffertype = str if text else bytes

    if steps is not None:
        StreamReader._decoder_class = steps
    made = CodecInfo(
        encode, decode, StreamReader, StreamWriter, IncrementalEncoder, steps or IncrementalDecoder, name,
        _is_text_encoding=text,
    )
    return made


# UTF-7, RFC 2152.

_DIGITS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_DIRECT = frozenset(chr(code) for code in range(128) if code >= 32 or code in b"\t\n\r") - set("+\\~\x7f")


def _utf_7_encode(text, errors="strict"):
    if not isinstance(text, str):
        raise TypeError(f"utf_7_encode() argument 1 must be str, not {type(text).__name__}")
    out = bytearray()
    shifted = False
    bits = count = 0
    for character in text:
        if character in _DIRECT:
            if shifted:
                if count:
                    out.append(_DIGITS[bits << (6 - count)])
                shifted = False
                bits = count = 0
                if ord(character) in _DIGITS or character == "-":
                    out += b"-"
            out.append(ord(character))
        elif character == "+" and not shifted:
            out += b"+-"
        else:
            if not shifted:
                out += b"+"
                shifted = True
            units = character.encode("utf-16-be", "surrogatepass")
            bits = bits << 8 * len(units) | int.from_bytes(units, "big")
            count += 8 * len(units)
            while count >= 6:
                count -= 6
                out.append(_DIGITS[bits >> count])
                bits &= (1 << count) - 1
    if shifted:
        if count:
            out.append(_DIGITS[bits << (6 - count)])
        out += b"-"
    return bytes(out), len(text)


class _Utf7:
    """A decoding under way."""

    def __init__(self, data, errors):
        self.data = bytes(data)
        self.errors = errors or "strict"
        self.out = []
        self.at = 0
        self.leave()

    def leave(self):
        self.shifted = False
        self.bits = self.count = self.high = 0

    def fail(self, start, end, reason):
        error = UnicodeDecodeError("utf7", self.data, start, end, reason)
        replacement, place = codecs.lookup_error(self.errors)(error)
        # A handler may even put other data in the place of what is left.
        if not isinstance(error.object, bytes):
            raise TypeError("object attribute must be bytes")
        self.data = error.object
        self.at = _place(place, len(self.data))
        self.out.append(replacement)

    def unit(self, unit):
        """A unit of UTF-16."""
        if self.high:
            if 0xDC00 <= unit <= 0xDFFF:
                self.out.append(chr(0x10000 + ((self.high & 0x3FF) << 10 | unit & 0x3FF)))
                self.high = 0
                return
            self.out.append(chr(self.high))
            self.high = 0
        if 0xD800 <= unit <= 0xDBFF:
            self.high = unit
        else:
            self.out.append(chr(unit))

    def inside(self, byte):
        """A byte of a shifted part."""
        digit = _DIGITS.find(byte)
        if digit >= 0:
            self.at += 1
            self.bits = self.bits << 6 | digit
            self.count += 6
            if self.count >= 16:
                self.count -= 16
                self.unit(self.bits >> self.count)
                self.bits &= (1 << self.count) - 1
            return
        bits, count, high = self.bits, self.count, self.high
        self.leave()
        if count >= 6:
            self.fail(self.start, self.at + 1, "partial character in shift sequence")
        elif bits:
            self.fail(self.start, self.at + 1, "non-zero padding bits in shift sequence")
        else:
            if high and byte < 128 and byte != 0x2B:
                self.out.append(chr(high))
            if byte == 0x2D:
                self.at += 1

    def outside(self, byte):
        if byte == 0x2B:
            self.start = self.at
            self.at += 1
            following = self.data[self.at : self.at + 1]
            if following == b"-":
                self.at += 1
                self.out.append("+")
            elif following and following not in _DIGITS:
                self.fail(self.start, self.at + 1, "ill-formed sequence")
            else:
                self.shifted = True
                self.kept = len(self.out)
        elif byte < 128:
            self.at += 1
            self.out.append(chr(byte))
        else:
            self.fail(self.at, self.at + 1, "unexpected special character")

    def run(self, final):
        """The text, and how many bytes it took."""
        while True:
            while self.at < len(self.data):
                byte = self.data[self.at]
                (self.inside if self.shifted else self.outside)(byte)
            if not self.shifted:
                return "".join(self.out), self.at
            if not final:
                # The shifted part is decoded again when more of it is there.
                return "".join(self.out[: self.kept]), self.start
            incomplete = self.high or self.count >= 6 or self.bits
            self.leave()
            if incomplete:
                self.fail(self.start, len(self.data), "unterminated shift sequence")


def _utf_7_decode(data, errors="strict", final=False):
    return _Utf7(data, errors).run(final)


class _Utf7Decoder(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
        return _utf_7_decode(input, errors, final)


def utf_7():
    def decode(input, errors="strict"):
        return _utf_7_decode(input, errors, True)

    return _codec("utf-7", _utf_7_encode, decode, steps=_Utf7Decoder)


# Punycode, RFC 3492.


def _adapted(delta, first, count):
    delta = delta // 700 if first else delta // 2
    delta += delta // count
    steps = 0
    while delta > 455:
        delta //= 35
        steps += 36
    return steps + 36 * delta // (delta + 38)


def _threshold(place, bias):
    return min(max(36 * (place + 1) - bias, 1), 26)


def _number(value, bias):
    """The digits of a number of variable length."""
    digits = bytearray()
    place = 0
    while True:
        low = _threshold(place, bias)
        if value < low:
            digits.append(b"abcdefghijklmnopqrstuvwxyz0123456789"[value])
            return digits
        value, digit = divmod(value - low, 36 - low)
        digits.append(b"abcdefghijklmnopqrstuvwxyz0123456789"[low + digit])
        place += 1


def _punycode_encode(text, errors="strict"):
    basic = bytes(ord(character) for character in text if character < "\x80")
    out = bytearray(basic + b"-" if basic else b"")
    code, delta, bias, done = 128, 0, 72, len(basic)
    first = True
    for character in sorted({character for character in text if character >= "\x80"}):
        delta += (ord(character) - code) * (done + 1)
        code = ord(character)
        for other in text:
            if other < character:
                delta += 1
            elif other == character:
                out += _number(delta, bias)
                done += 1
                bias = _adapted(delta, first, done)
                first = False
                delta = 0
        delta += 1
        code += 1
    return bytes(out), len(text)


def _punycode_decode(data, errors="strict"):
    if errors not in ("strict", "replace", "ignore"):
        raise UnicodeError(f"Unsupported error handling: {errors}")
    data = bytes(data)
    basic, mark, digits = data.rpartition(b"-")
    try:
        out = list(basic.decode("ascii", errors))
    except UnicodeDecodeError as error:
        raise UnicodeDecodeError("ascii", data, error.start, error.end, error.reason) from None
    offset = len(basic) + len(mark)
    code, place, bias, at = 128, -1, 72, 0
    first = True
    while at < len(digits):
        delta, weight, step = 0, 1, 0
        while True:
            digit = digits[at : at + 1].upper()
            if not digit:
                if errors == "strict":
                    raise UnicodeDecodeError(
                        "punycode", data, offset + at, offset + at + 1, "incomplete punycode string"
                    )
                return "".join(out), len(data)
            if b"A" <= digit <= b"Z":
                value = digit[0] - 65
            elif b"0" <= digit <= b"9":
                value = digit[0] - 22
            elif errors == "strict":
                raise UnicodeDecodeError(
                    "punycode", data, offset + at, offset + at + 1, f"Invalid extended code point '{digit[0]}'"
                )
            else:
                return "".join(out), len(data)
            at += 1
            low = _threshold(step, bias)
            delta += value * weight
            if value < low:
                break
            weight *= 36 - low
            step += 1
        place += delta + 1
        code += place // (len(out) + 1)
        if code > 0x10FFFF:
            if errors == "strict":
                raise UnicodeDecodeError(
                    "punycode", data, offset + at - 1, offset + at, f"Invalid character U+{code:x}"
                )
            code = ord("?")
        place %= len(out) + 1
        out.insert(place, chr(code))
        bias = _adapted(delta, first, len(out))
        first = False
    return "".join(out), len(data)


def punycode():
    return _codec("punycode", _punycode_encode, _punycode_decode)


# Names of hosts, RFC 3490.

_DOTS = "\u3002\uff0e\uff61"
# What has no meaning in a name, RFC 3454, table B.1.
_DROPPED = {
    code: None
    for code in (0xAD, 0x34F, 0x1806, 0x180B, 0x180C, 0x180D, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10))
}


def _prepared(label):
    label = codecs._compatible(codecs._compatible(label.translate(_DROPPED).casefold()).casefold())
    for place, character in enumerate(label):
        if character.isspace() and character != " " or 0x80 <= ord(character) < 0xA0 or 0xD800 <= ord(character) < 0xF900:
            raise UnicodeEncodeError("idna", label, place, place + 1, f"Invalid character {character!r}")
    return label


def _check_length(data, label, whole, offset):
    if not data:
        raise UnicodeEncodeError("idna", whole, offset, offset + 1, "label empty")
    if len(data) >= 64:
        raise UnicodeEncodeError("idna", whole, offset, offset + len(label), "label too long")


def _to_ascii(label, whole, offset):
    if not label.isascii():
        prepared = _prepared(label)
        if not prepared.isascii():
            if prepared.startswith("xn--"):
                raise UnicodeEncodeError("idna", label, 0, 4, "Label starts with ACE prefix")
            data = b"xn--" + _punycode_encode(prepared)[0]
            _check_length(data, label, whole, offset)
            return data
        label = prepared
    _check_length(label, label, whole, offset)
    return label.encode()


def _idna_encode(text, errors="strict", whole=None):
    """Encode a name; `whole` is the text that errors show, if it is longer."""
    if errors != "strict":
        raise UnicodeError(f"Unsupported error handling: {errors}")
    if not text:
        return b"", 0
    labels = text.translate({ord(dot): "." for dot in _DOTS}).split(".")
    trailing = b""
    if not labels[-1]:
        del labels[-1]
        trailing = b"."
    out, offset = [], 0
    for label in labels:
        out.append(_to_ascii(label, whole or text, offset))
        offset += len(label) + 1
    return b".".join(out) + trailing, len(text)


def _to_unicode(label):
    if len(label) > 1024:
        raise UnicodeDecodeError("idna", label, 0, len(label), "label way too long")
    if not label.lower().startswith(b"xn--"):
        return label.decode("ascii")
    try:
        text = _punycode_decode(label[4:])[0]
    except UnicodeDecodeError as error:
        raise UnicodeDecodeError("idna", label, error.start + 4, error.end + 4, error.reason)
    try:
        back = _to_ascii(text, text, 0)
    except UnicodeEncodeError as error:
        raise UnicodeDecodeError("idna", label, error.start, error.end, error.reason)
    if label.lower() != back:
        raise UnicodeDecodeError("idna", label, 0, len(label), f"IDNA does not round-trip, {label!r} != {text!r}")
    return text


def _idna_decode(data, errors="strict", whole=None):
    if errors != "strict":
        raise UnicodeError(f"Unsupported error handling: {errors}")
    data = bytes(data)
    _check_ascii(data)
    if b"xn--" not in data.lower():
        return data.decode("ascii"), len(data)
    out, offset = [], 0
    for label in data.split(b"."):
        try:
            out.append(_to_unicode(label))
        except UnicodeDecodeError as error:
            start, end = offset + error.start, offset + error.end
            raise UnicodeDecodeError("idna", whole or data, start, end, error.reason) from error
        offset += len(label) + 1
    return ".".join(out), len(data)


def _check_ascii(data):
    try:
        data.decode("ascii")
    except UnicodeDecodeError as error:
        raise UnicodeDecodeError("idna", data, error.start, error.end, error.reason) from error


class _IdnaEncoder(codecs.BufferedIncrementalEncoder):
    def _buffer_encode(self, input, errors, final):
        # What no dot has ended may go on.
        end = len(input) if final else max(input.rfind(dot) for dot in "." + _DOTS) + 1
        return _idna_encode(input[:end], errors, input)


class _IdnaDecoder(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
        _check_ascii(input)
        end = len(input) if final else input.rfind(b".") + 1
        return _idna_decode(input[:end], errors, bytes(input))


def idna():
    info = _codec("idna", _idna_encode, _idna_decode, steps=_IdnaDecoder)
    info.incrementalencoder = _IdnaEncoder
    return info


# Between texts, and between bytes.

_SMALL, _LARGE = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_TURNED = str.maketrans(_SMALL + _LARGE, _SMALL[13:] + _SMALL[:13] + _LARGE[13:] + _LARGE[:13])


def rot_13():
    def turn(input, errors="strict"):
        return str.translate(input, _TURNED), len(input)

    return _codec("rot-13", turn, turn, text=False)


def _between_bytes(name, encode, decode):
    def encoder(input, errors="strict"):
        assert errors == "strict"
        return encode(input), len(input)

    def decoder(input, errors="strict"):
        assert errors == "strict"
        return decode(input), len(input)

    return _codec(name, encoder, decoder, text=False)


def hex():
    import binascii

    return _between_bytes("hex", binascii.b2a_hex, binascii.a2b_hex)


def base64():
    from base64 import decodebytes, encodebytes

    return _between_bytes("base64", encodebytes, decodebytes)


def quopri():
    import binascii

    return _between_bytes("quopri", lambda data: binascii.b2a_qp(data, quotetabs=True), binascii.a2b_qp)


class _Packing(codecs.IncrementalEncoder):
    """Packs in steps."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.reset()

    def reset(self):
        self._packer = self._new()

    def encode(self, input, final=False):
        out = self._packer.compress(input)
        return out + self._packer.flush() if final else out


class _Unpacking(codecs.IncrementalDecoder):
    """Unpacks in steps."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.reset()

    def reset(self):
        self._unpacker = self._new()

    def decode(self, input, final=False):
        return self._unpacker.decompress(input)


def _packed(name, module, packer, unpacker):
    info = _between_bytes(name, module.compress, module.decompress)
    info.incrementalencoder = type("IncrementalEncoder", (_Packing,), {"_new": staticmethod(packer)})
    info.incrementaldecoder = type("IncrementalDecoder", (_Unpacking,), {"_new": staticmethod(unpacker)})
    return info


def zlib():
    import zlib

    return _packed("zlib", zlib, zlib.compressobj, zlib.decompressobj)


def bz2():
    import bz2

    return _packed("bz2", bz2, bz2.BZ2Compressor, bz2.BZ2Decompressor)


def uu():
    import binascii

    def encode(data):
        data = bytes(data)
        lines = [binascii.b2a_uu(data[at : at + 45]) for at in range(0, len(data), 45)]
        return b"begin 666 <data>\n" + b"".join(lines) + b" \nend\n"

    def decode(data):
        lines = iter(bytes(data).splitlines(True))
        if not any(line.startswith(b"begin") for line in lines):
            raise ValueError('Missing "begin" line in input data')
        out = b""
        for line in lines:
            if line == b"end\n":
                return out
            out += binascii.a2b_uu(line)
        raise ValueError("Truncated input data")

    return _between_bytes("uu", encode, decode)


def charmap():
    return _codec("charmap", charmap_encode, charmap_decode)


def undefined():
    def fail(input, errors="strict"):
        raise UnicodeError("undefined encoding")

    return _codec("undefined", fail, fail)


# Tables that a program has.


def charmap_build(map, /):
    """A table for charmap_encode(): the characters of the bytes the other way round."""
    return {ord(character): byte for byte, character in enumerate(map)}


def _mapped(mapping, key):
    try:
        return mapping[key]
    except LookupError:
        return None


def _encoded_unit(mapping, character):
    """The bytes of a character; None where the table has none."""
    value = _mapped(mapping, ord(character))
    if value is None or isinstance(value, bytes):
        return value
    if not isinstance(value, int):
        kind = type(value).__name__
        raise TypeError(f"character mapping must return integer, bytes or None, not {kind}")
    if not 0 <= value < 256:
        raise TypeError("character mapping must be in range(256)")
    return bytes([value])


def charmap_encode(str, errors=None, mapping=None, /):
    """Encode by a table: what it has for the code of a character is a byte, bytes, or None."""
    if mapping is None:
        return str.encode("latin-1", errors or "strict"), len(str)
    out = bytearray()
    at = 0
    while at < len(str):
        unit = _encoded_unit(mapping, str[at])
        if unit is not None:
            out += unit
            at += 1
            continue
        end = at + 1
        while end < len(str) and _encoded_unit(mapping, str[end]) is None:
            end += 1
        error = UnicodeEncodeError("charmap", str, at, end, "character maps to <undefined>")
        replacement, at = _replaced(error, errors or "strict", len(str))
        if isinstance(replacement, bytes):
            out += replacement
            continue
        for character in replacement:
            unit = _encoded_unit(mapping, character)
            if unit is None:
                raise error
            out += unit
    return bytes(out), len(str)


def charmap_decode(data, errors=None, mapping=None, /):
    """Decode by a table: what it has for a byte is a code, a text, or None; it may be a text as well."""
    data = bytes(data)
    if mapping is None:
        return data.decode("latin-1", errors or "strict"), len(data)
    out = []
    at = 0
    while at < len(data):
        value = _mapped(mapping, data[at])
        if value is not None and value != "\ufffe" and value != 0xFFFE:
            if isinstance(value, int):
                if not 0 <= value <= 0x10FFFF:
                    raise TypeError("character mapping must be in range(0x110000)")
                value = chr(value)
            elif not isinstance(value, str):
                kind = type(value).__name__
                raise TypeError(f"character mapping must return integer, None or str, not {kind}")
            out.append(value)
            at += 1
            continue
        error = UnicodeDecodeError("charmap", data, at, at + 1, "character maps to <undefined>")
        replacement, at = _replaced(error, errors or "strict", len(data))
        out.append(replacement)
    return "".join(out), len(data)


# The escapes of bytes literals.

_ESCAPES = {0x0A: b"", 0x5C: b"\\", 0x27: b"'", 0x22: b'"', 0x61: b"\a", 0x62: b"\b", 0x66: b"\f", 0x6E: b"\n",
            0x72: b"\r", 0x74: b"\t", 0x76: b"\v"}  # fmt: skip


def escape_encode(data, errors=None, /):
    """The bytes as a literal shows them, without quotes."""
    if not isinstance(data, bytes):
        raise TypeError(f"escape_encode() argument 1 must be bytes, not {type(data).__name__}")
    # With a double quote in it the text has single quotes around it.
    return repr(data + b'"')[2:-2].encode(), len(data)


def _warn_of_escape(shown, kind):
    import warnings

    message = f'"\\{shown}" is an invalid{kind} escape sequence. Such sequences will not work in the future. '
    warnings.warn(message, DeprecationWarning, 3)


def escape_decode(data, errors=None, /):
    """The bytes that a literal means, given without quotes."""
    if isinstance(data, str):
        data = data.encode()
    data = bytes(data)
    out = bytearray()
    at = 0
    while at < len(data):
        byte = data[at]
        at += 1
        if byte != 0x5C:
            out.append(byte)
            continue
        if at == len(data):
            raise ValueError("Trailing \\ in string")
        byte = data[at]
        at += 1
        if byte in _ESCAPES:
            out += _ESCAPES[byte]
        elif byte in b"01234567":
            digits = data[at - 1 : at + 2]
            size = 1
            while size < len(digits) and digits[size] in b"01234567":
                size += 1
            code = int(digits[:size], 8)
            if code > 0xFF:
                _warn_of_escape(f"{code:o}", " octal")
            out.append(code & 0xFF)
            at += size - 1
        elif byte == 0x78:
            digits = data[at : at + 2]
            try:
                out.append(int(digits, 16) if len(digits) == 2 and digits.isalnum() else int("?"))
                at += 2
            except ValueError:
                if errors == "replace":
                    out += b"?"
                elif errors != "ignore":
                    if errors not in (None, "strict"):
                        message = f"decoding error; unknown error handling code: {errors}"
                    else:
                        message = f"invalid \\x escape at position {at - 2}"
                    raise ValueError(message) from None
                while at < len(data) and data[at] in b"0123456789abcdefABCDEF":
                    at += 1
        else:
            _warn_of_escape(chr(byte), "")
            out += bytes([0x5C, byte])
    return bytes(out), len(data)
