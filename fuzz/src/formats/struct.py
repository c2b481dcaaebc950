import struct

SEEDS = [b"<bBhHiIlLqQ", b">ef d?c", b"10s3p4x", b"@nNP", b"!2h0i", b"=5B 3s", b"1000000s", b"@b0q"]
PIECES = [b"2147483647", b"2147483648", b"4294967295", b"9223372036854775807", b"9" * 40, b"0", b"x", b"s", b"p", b"q", b" ",
          b"@", b"<", b"\x00", b"n", b"z", b"d", b"65536"]
ALLOWED = (struct.error, MemoryError, OverflowError, ValueError)


def take(data):
    room = bytes(range(64))
    try:
        size = struct.calcsize(data)
    except struct.error:
        size = None
    fitting = room * (size // 64 + 1) if size is not None and size < 100000 else room
    for call in (
        lambda: struct.Struct(data).size,
        lambda: struct.unpack(data, fitting[:size]),
        lambda: struct.unpack_from(data, room, -3),
        lambda: next(struct.iter_unpack(data, room), None),
        lambda: struct.pack(data, 1, 2, 3),
        lambda: struct.pack(data, b"ab"),
        lambda: struct.pack_into(data, bytearray(8), 2, 1),
        lambda: struct.pack(data, *struct.unpack(data, fitting[:size])),
    ):
        try:
            call()
        except ALLOWED:
            pass
