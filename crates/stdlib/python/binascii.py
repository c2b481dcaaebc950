# The parts that are seldom needed: uuencoded lines and quoted-printable text.


class Error(ValueError):
    """Text that can't be decoded."""


class Incomplete(Exception):
    """Text that ends too early."""


Error.__module__ = Incomplete.__module__ = "binascii"


def _text(data):
    if isinstance(data, str):
        try:
            return data.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    try:
        return bytes(memoryview(data))
    except TypeError:
        kind = type(data).__name__
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not {kind!r}") from None


def _bytes(data):
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}") from None


def a2b_uu(data, /):
    """Decode a line of uuencoded data."""
    line = _text(data)
    size = (line[0] - 32) & 63 if line else 32
    digits = []
    for byte in line[1:]:
        if byte in b"\r\n" or len(digits) * 3 // 4 >= size:
            break
        if not 32 <= byte <= 96:
            raise Error("Illegal char")
        digits.append((byte - 32) & 63)
    rest = line[1 + len(digits) :]
    digits += [0] * (-len(digits) % 4)
    while len(digits) * 3 // 4 < size:
        digits.append(0)
    digits += [0] * (-len(digits) % 4)
    out = bytearray()
    for place in range(0, len(digits), 4):
        a, b, c, d = digits[place : place + 4]
        out += ((a << 18) | (b << 12) | (c << 6) | d).to_bytes(3, "big")
    if rest.strip(b" `\r\n"):
        raise Error("Trailing garbage")
    return bytes(out[:size])


def b2a_uu(data, /, *, backtick=False):
    """Uuencode line of data."""
    data = _bytes(data)
    if len(data) > 45:
        raise Error("At most 45 bytes at once")
    zero = 96 if backtick else 32
    out = bytearray([len(data) + 32 if data else zero])
    for place in range(0, len(data), 3):
        bits = int.from_bytes(data[place : place + 3].ljust(3, b"\0"), "big")
        for shift in (18, 12, 6, 0):
            digit = bits >> shift & 63
            out.append(digit + 32 if digit else zero)
    out.append(10)
    return bytes(out)


def a2b_qp(data, header=False):
    """Decode a string of qp-encoded data."""
    data = _text(data)
    out = bytearray()
    at, end = 0, len(data)
    while at < end:
        byte = data[at]
        if byte == 61:
            at += 1
            if at >= end:
                break
            following = data[at]
            if following in b"\r\n":
                # A line that goes on.
                if following != 10:
                    while at < end and data[at] != 10:
                        at += 1
                at += 1
            elif following == 61:
                # A mistake of broken encoders: an equals sign for itself.
                out.append(61)
                at += 1
            elif at + 1 < end and _is_hex(following) and _is_hex(data[at + 1]):
                out.append(int(data[at : at + 2], 16))
                at += 2
            else:
                out.append(61)
        elif header and byte == 95:
            out.append(32)
            at += 1
        else:
            out.append(byte)
            at += 1
    return bytes(out)


def _is_hex(byte):
    return 48 <= byte <= 57 or 65 <= byte <= 70 or 97 <= byte <= 102


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    """Encode a string using quoted-printable encoding."""
    data = _bytes(data)
    # Lines end as the first one does.
    first = data.find(b"\n")
    line_end = b"\r\n" if first > 0 and data[first - 1] == 13 else b"\n"
    out = bytearray()
    column = 0
    at, end = 0, len(data)
    while at < end:
        byte = data[at]
        following = data[at + 1] if at + 1 < end else None
        quoted = (
            byte > 126
            or byte == 61
            or header and byte == 95
            or byte == 46 and column == 0 and (following is None or following in b"\n\r\0")
            or not istext and byte in b"\r\n"
            or byte in b"\t " and following is None
            or byte < 33 and byte not in b"\r\n\t "
            or byte < 33 and byte not in b"\r\n" and quotetabs
        )
        if quoted:
            if column + 3 >= 76:
                out += b"=" + line_end
                column = 0
            out += b"=%02X" % byte
            column += 3
            at += 1
        elif istext and (byte == 10 or byte == 13 and following == 10):
            # White space at the end of a line would be lost.
            if out and out[-1] in b" \t":
                last = out.pop()
                out += b"=%02X" % last
            out += line_end
            column = 0
            at += 2 if byte == 13 else 1
        else:
            if following is not None and following != 10 and column + 1 >= 76:
                out += b"=" + line_end
                column = 0
            out.append(95 if header and byte == 32 else byte)
            column += 1
            at += 1
    return bytes(out)
