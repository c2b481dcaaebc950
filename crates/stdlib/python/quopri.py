"""Bytes as text that mails can carry, most of it readable (RFC 1521, quoted-printable)."""

from binascii import a2b_qp, b2a_qp

__all__ = ["encode", "decode", "encodestring", "decodestring"]

ESCAPE = b"="
MAXLINESIZE = 76
HEX = b"0123456789ABCDEF"
# Programs may set the names to None to do without them: it makes no difference here.
_a2b, _b2a = a2b_qp, b2a_qp
EMPTYSTRING = b""


def needsquoting(c, quotetabs, header):
    """Whether a byte can't stand for itself; whether spaces can is said by the second argument."""
    if c in b" \t":
        return quotetabs
    if c == b"_":
        return header
    return c == ESCAPE or not b" " <= c <= b"~"


def quote(c):
    """A byte by its number."""
    return b"=%02X" % ord(c)


def ishex(c):
    """Whether a byte is a digit to the base of 16."""
    return c in b"0123456789abcdefABCDEF"


def unhex(s):
    """The number of digits to the base of 16."""
    return int(s, 16)


def encode(input, output, quotetabs, header=False):
    """Encode a file into another one."""
    output.write(_b2a(input.read(), quotetabs=quotetabs, header=header))


def encodestring(s, quotetabs=False, header=False):
    """Encode bytes."""
    return _b2a(s, quotetabs=quotetabs, header=header)


def decode(input, output, header=False):
    """Decode a file into another one."""
    output.write(_a2b(input.read(), header=header))


def decodestring(s, header=False):
    """Decode bytes."""
    return _a2b(s, header=header)


def main():
    """What `python -m quopri` does: encode files, or decode them with -d."""
    import sys
    from argparse import ArgumentParser

    parser = ArgumentParser("quopri")
    parser.add_argument("-t", action="store_true", help="quote tabs")
    parser.add_argument("-d", action="store_true", help="decode; default encode")
    parser.add_argument("file", nargs="*", default=["-"])
    options = parser.parse_args()
    status = 0
    for name in options.file:
        try:
            file = sys.stdin.buffer if name == "-" else open(name, "rb")
        except OSError as error:
            sys.stderr.write(f"{name}: can't open ({error})\n")
            status = 1
            continue
        with file:
            if options.d:
                decode(file, sys.stdout.buffer)
            else:
                encode(file, sys.stdout.buffer, options.t)
    sys.exit(status)


if __name__ == "__main__":
    main()
