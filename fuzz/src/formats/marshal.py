import marshal

shared = ("shared", 1 << 70)
VALUES = [
    [1, -1, 1 << 40, -1 << 200, 2.5, 1 + 2j, "x\u20ac", "ascii", b"bytes", None, True, ..., StopIteration],
    {"a": (1, 2), "b": {1, 2}, "c": frozenset("c")},
    [shared, shared], (), "x" * 300, tuple(range(300)),
]
SEEDS = [marshal.dumps(value, version) for value in VALUES for version in range(5)]
PIECES = [b"[\xff\xff\xff\x7f", b"(\xff\xff\xff\xff", b"s\xff\xff\xff\x7f", b"l\xff\xff\xff\x7f", b"l\x00\x00\x00\x80", b"{",
          b"0", b"r\xff\xff\xff\x7f", b"r\x00\x00\x00\x00", b"R\x00\x00\x00\x00", b"\xa9\x01", b")\xff", b"\xdb\x01\x00\x00\x00",
          b"c", b"\xe3", b"<\xff\xff\xff\x7f", b">\x01\x00\x00\x00[", b")\x01" * 3000, b"\xa8", b"f\x03nan", b"x", b"y", b"g",
          b"I" + b"\xff" * 8, b"u\x02\x00\x00\x00\xc3(", b"z\xff", b"Z", b"A", b"t", b":"]
ALLOWED = (ValueError, EOFError, TypeError, MemoryError, RecursionError)


def take(data):
    value = marshal.loads(data)
    marshal.dumps(value)
