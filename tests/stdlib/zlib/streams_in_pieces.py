# python: 3.13
# Streams of all formats, levels and strategies, written in pieces, flushed and copied, and read in pieces.
import random
import zlib

R = random.Random(4)


def data(i):
    k = i % 5
    if k == 0:
        return b""
    if k == 1:
        return bytes(R.randrange(256) for _ in range(R.randrange(3000)))
    if k == 2:
        return b"abc" * R.randrange(4000)
    if k == 3:
        return b" ".join(R.choice([b"alpha", b"beta", b"gamma", b"delta"]) for _ in range(R.randrange(4000)))
    return bytes(R.choice(b"ab\n") for _ in range(R.randrange(9000)))


cases = []
for i in range(40):
    d = data(i)
    w = R.choice([15, 9, 12, -15, -9, 31, 25])
    lv = R.choice([-1, 0, 1, 3, 6, 9])
    st = R.choice([0, 0, 1, 2, 3, 4])
    zd = R.choice([None, None, b"alpha beta gamma delta abcabcabc"]) if w < 16 else None
    cases.append((d, w, lv, st, zd, R.randrange(1, 900)))
for d, w, level, strategy, zdict, step in cases:
    c = zlib.compressobj(level, 8, w, 8, strategy, *([zdict] if zdict else []))
    b = b""
    for j in range(0, len(d), step):
        b += c.compress(d[j : j + step])
        if j % 7 == 3:
            b += c.flush(zlib.Z_SYNC_FLUSH)
        if j % 11 == 5:
            b += c.flush(zlib.Z_FULL_FLUSH)
        if j % 13 == 4:
            c = c.copy()
    b += c.flush()
    o = zlib.decompressobj(w, *([zdict] if zdict else []))
    back, rest = b"", b
    while not o.eof and (o.unconsumed_tail or rest):
        piece = o.unconsumed_tail or rest[:step]
        if not o.unconsumed_tail:
            rest = rest[step:]
        back += o.decompress(piece, R.choice([0, 0, 100, 5000]))
        if R.random() < 0.1:
            o = o.copy()
    back += o.flush()
    print(
        len(d),
        w,
        level,
        strategy,
        back == d,
        o.eof,
        zdict is not None or zlib.decompress(b, w) == d,
        len(b) < len(d) + 400,
    )
# What CPython wrote.
for text in ("789ccb48cdc9c95728cf2fca49c94d2ccad15148492c490400717c0a18",):
    try:
        print(zlib.decompress(bytes.fromhex(text)))
    except zlib.error as error:
        print(error)
