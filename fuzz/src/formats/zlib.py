import zlib

TEXT = b"again and again and again " * 20
with_dictionary = zlib.compressobj(zdict=b"again and")
SEEDS = [
    zlib.compress(TEXT), zlib.compress(TEXT, 0), zlib.compress(TEXT, 9, -15), zlib.compress(TEXT, 1, 31), zlib.compress(b""),
    zlib.compress(bytes(range(256))), zlib.compress(bytes(100000)), with_dictionary.compress(TEXT) + with_dictionary.flush(),
]
PIECES = [b"\x00" * 5, b"\xff" * 9, b"\x78\x9c", b"\x1f\x8b\x08\x1f", b"\x78\xbb", b"\x01\x00\x00\xff\xff", b"\x03\x00", b"\xed\xc1"]
ALLOWED = (zlib.error,)


def take(data):
    for wbits in (15, -15, 31, 47, 0, -9):
        try:
            zlib.decompress(data, wbits)
        except ALLOWED:
            pass
    parts = zlib.decompressobj(47, zdict=b"again and")
    out = b""
    for at in range(0, len(data), 7):
        out += parts.decompress(parts.unconsumed_tail + data[at : at + 7], 50)
        assert len(out) <= 50 * (at + 7)
    parts.flush()
