"""Bytes as text of 16, 32, 64 or 85 characters, and back."""

import binascii

__all__ = [
    "encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode", "b32hexencode",
    "b32hexdecode", "b16encode", "b16decode", "b85encode", "b85decode", "a85encode", "a85decode", "z85encode",
    "z85decode", "standard_b64encode", "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode",
]  # fmt: skip


def _as_bytes(s):
    """ASCII text or a bytes-like object, as bytes."""
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        kind = s.__class__.__name__
        raise TypeError(f"argument should be a bytes-like object or ASCII string, not {kind!r}") from None


# 64 characters.


def b64encode(s, altchars=None):
    """Base64 text of bytes. altchars are two characters that stand for '+' and '/'."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """Bytes of base64 text. Other characters are passed over unless validate is true."""
    s = _as_bytes(s)
    if altchars is not None:
        altchars = _as_bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """Base64 text of bytes."""
    return b64encode(s)


def standard_b64decode(s):
    """Bytes of base64 text."""
    return b64decode(s)


_TO_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = bytes.maketrans(b"-_", b"+/")


def urlsafe_b64encode(s):
    """Base64 text with '-' and '_' in place of '+' and '/'."""
    return b64encode(s).translate(_TO_URL)


def urlsafe_b64decode(s):
    """Bytes of base64 text with '-' and '_' in place of '+' and '/'."""
    return b64decode(_as_bytes(s).translate(_FROM_URL))


# 32 characters.

_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _encode_32(alphabet, s):
    s = bytes(s) if isinstance(s, (bytes, bytearray)) else memoryview(s).tobytes()
    out = bytearray()
    for place in range(0, len(s), 5):
        group = s[place : place + 5]
        bits = int.from_bytes(group.ljust(5, b"\0"), "big")
        digits = bytes(alphabet[bits >> shift & 31] for shift in range(35, -1, -5))
        out += digits[: -(-len(group) * 8 // 5)].ljust(8, b"=")
    return bytes(out)


def _decode_32(alphabet, s, casefold, map01):
    s = bytes(_as_bytes(s))
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _as_bytes(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    size = len(s)
    s = s.rstrip(b"=")
    padding = size - len(s)
    numbers = {digit: number for number, digit in enumerate(alphabet)}
    out = bytearray()
    for place in range(0, len(s), 8):
        bits = 0
        group = s[place : place + 8]
        for digit in group:
            try:
                bits = (bits << 5) + numbers[digit]
            except KeyError:
                raise binascii.Error("Non-base32 digit found") from None
        out += (bits << 5 * (8 - len(group))).to_bytes(5, "big")
    if size % 8 or padding not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    if padding and out:
        del out[len(out) - (5 * padding + 4) // 8 :]
    return bytes(out)


def b32encode(s):
    """Base32 text of bytes."""
    return _encode_32(_B32, s)


def b32decode(s, casefold=False, map01=None):
    """Bytes of base32 text. casefold allows small letters, map01 the digits 0 for O, and 1 for the letter given."""
    return _decode_32(_B32, s, casefold, map01)


def b32hexencode(s):
    """Base32 text of bytes, in the alphabet that keeps the order."""
    return _encode_32(_B32_HEX, s)


def b32hexdecode(s, casefold=False):
    """Bytes of base32 text in the alphabet that keeps the order."""
    return _decode_32(_B32_HEX, s, casefold, None)


# 16 characters.


def b16encode(s):
    """Hexadecimal text of bytes, with capital letters."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """Bytes of hexadecimal text. casefold allows small letters."""
    s = bytes(_as_bytes(s))
    if casefold:
        s = s.upper()
    if s.translate(None, b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


# 85 characters.

_ASCII85 = bytes(range(33, 118))
_BASE85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_Z85 = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#"


def _encode_85(b, alphabet, pad=False, fold_zeros=False, fold_spaces=False):
    if not isinstance(b, (bytes, bytearray)):
        b = memoryview(b).tobytes()
    padding = -len(b) % 4
    b = bytes(b) + b"\0" * padding
    groups = []
    for place in range(0, len(b), 4):
        number = int.from_bytes(b[place : place + 4], "big")
        if fold_zeros and not number:
            groups.append(b"z")
        elif fold_spaces and number == 0x20202020:
            groups.append(b"y")
        else:
            digits = []
            for _ in range(5):
                number, digit = divmod(number, 85)
                digits.append(alphabet[digit])
            groups.append(bytes(reversed(digits)))
    if padding and not pad:
        if groups[-1] == b"z":
            groups[-1] = alphabet[:1] * 5
        groups[-1] = groups[-1][:-padding]
    return b"".join(groups)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Ascii85 text of bytes: in lines of wrapcol characters, between '<~' and '~>' with adobe=True."""
    result = _encode_85(b, _ASCII85, pad, True, foldspaces)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[place : place + wrapcol] for place in range(0, len(result), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        result = b"\n".join(lines)
    if adobe:
        result += b"~>"
    return result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """Bytes of Ascii85 text."""
    b = _as_bytes(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    out = bytearray()
    digits = []
    for byte in bytes(b) + b"u" * 4:
        if 33 <= byte <= 117:
            digits.append(byte - 33)
            if len(digits) == 5:
                number = 0
                for digit in digits:
                    number = number * 85 + digit
                if number > 0xFFFFFFFF:
                    raise ValueError("Ascii85 overflow")
                out += number.to_bytes(4, "big")
                digits.clear()
        elif byte == 122:
            if digits:
                raise ValueError("z inside Ascii85 5-tuple")
            out += b"\0\0\0\0"
        elif foldspaces and byte == 121:
            if digits:
                raise ValueError("y inside Ascii85 5-tuple")
            out += b"    "
        elif byte not in ignorechars:
            raise ValueError(f"Non-Ascii85 digit found: {chr(byte)}")
    padding = 4 - len(digits)
    return bytes(out[:-padding] if padding else out)


def b85encode(b, pad=False):
    """Base85 text of bytes, as git writes it."""
    return _encode_85(b, _BASE85, pad)


def _decode_85(b, alphabet, name):
    b = bytes(_as_bytes(b))
    padding = -len(b) % 5
    b += alphabet[-1:] * padding
    numbers = {digit: number for number, digit in enumerate(alphabet)}
    out = bytearray()
    for place in range(0, len(b), 5):
        number = 0
        for offset, digit in enumerate(b[place : place + 5]):
            if digit not in numbers:
                raise ValueError(f"bad {name} character at position {place + offset}")
            number = number * 85 + numbers[digit]
        if number > 0xFFFFFFFF:
            raise ValueError(f"{name} overflow in hunk starting at byte {place}")
        out += number.to_bytes(4, "big")
    return bytes(out[:-padding] if padding else out)


def b85decode(b):
    """Bytes of base85 text."""
    return _decode_85(b, _BASE85, "base85")


def z85encode(s):
    """Base85 text of bytes, as ZeroMQ writes it."""
    return _encode_85(s, _Z85)


def z85decode(s):
    """Bytes of base85 text as ZeroMQ writes it."""
    return _decode_85(s, _Z85, "z85")


# Lines and files.

MAXLINESIZE = 76
MAXBINSIZE = (MAXLINESIZE // 4) * 3


def encode(input, output):
    """Write what a binary file holds to another one, as lines of base64."""
    while s := input.read(MAXBINSIZE):
        while len(s) < MAXBINSIZE and (more := input.read(MAXBINSIZE - len(s))):
            s += more
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    """Write what the lines of base64 of a file stand for to another one."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def _check_bytes(s):
    try:
        view = memoryview(s)
    except TypeError:
        raise TypeError(f"expected bytes-like object, not {s.__class__.__name__}") from None
    if view.format not in ("c", "b", "B"):
        raise TypeError(f"expected single byte elements, not {view.format!r} from {s.__class__.__name__}")
    if view.ndim != 1:
        raise TypeError(f"expected 1-D data, not {view.ndim}-D data from {s.__class__.__name__}")


def encodebytes(s):
    """Lines of base64 of bytes."""
    _check_bytes(s)
    return b"".join(binascii.b2a_base64(s[place : place + MAXBINSIZE]) for place in range(0, len(s), MAXBINSIZE))


def decodebytes(s):
    """Bytes of lines of base64."""
    _check_bytes(s)
    return binascii.a2b_base64(s)


def main():
    """Encode or decode a file, or what comes in, as `python -m base64` does."""
    import sys

    usage = (
        f"usage: {sys.argv[0]} [-h|-d|-e|-u] [file|-]\n        -h: print this help message and exit\n"
        "        -d, -u: decode\n        -e: encode (default)"
    )
    import getopt

    try:
        options, names = getopt.getopt(sys.argv[1:], "hdeu")
    except getopt.error as error:
        sys.stdout = sys.stderr
        print(error)
        print(usage)
        sys.exit(2)
    function = encode
    for option, _ in options:
        if option == "-h":
            print(usage)
            return
        function = encode if option == "-e" else decode
    if names and names[0] != "-":
        with open(names[0], "rb") as file:
            function(file, sys.stdout.buffer)
    else:
        function(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
