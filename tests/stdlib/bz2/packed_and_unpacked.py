# requires: files
# slow: packs in Python
import bz2, io, random

r = random.Random(1)
datas = [
    b"",
    b"a",
    b"abc" * 1000,
    b"\0" * 3000,
    bytes(range(256)) * 20,
    b"aaaa",
    b"aaab" * 5,
    b"x" * 259 + b"y",
    bytes(r.randrange(4) for _ in range(2000)),
    bytes(r.randrange(256) for _ in range(500)),
    b"The quick brown fox. " * 100,
]
for d in datas:
    p = bz2.compress(d)
    q = bz2.decompress(p)
    print(len(d), q == d)


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


p = bz2.compress(b"hello world\n" * 50)
for bad in [
    b"x",
    b"BZh0",
    p[:-1],
    p[:20],
    p[:30] + b"x" + p[31:],
    b"BZh9" + b"x" * 20,
    p + p,
    p + b"junk",
    b"BZ",
    p[:4] + b"\x17\x72\x45\x38\x50\x90\0\0\0\1",
]:
    t(lambda: len(bz2.decompress(bad)))
d = bz2.BZ2Decompressor()
t(lambda: d.decompress(p[:10]))
print(d.eof, d.needs_input)
t(lambda: d.decompress(p[10:] + b"rest", 5))
print(d.eof, d.needs_input, d.unused_data)
t(lambda: len(d.decompress(b"")))
print(d.eof, d.unused_data)
t(lambda: d.decompress(b""))
c = bz2.BZ2Compressor()
c.compress(b"x")
c.flush()
t(c.flush)
t(lambda: c.compress(b""))
t(lambda: bz2.BZ2Compressor(0))
with bz2.open("t.bz2", "wt", encoding="utf-8") as f:
    f.write("line 1\nline 2\nä\n")
with bz2.open("t.bz2", "rt", encoding="utf-8") as f:
    print(f.readlines())
with bz2.open("t.bz2", "ab") as f:
    f.write(b"more")
with bz2.BZ2File("t.bz2") as f:
    print(
        f.read(3),
        f.tell(),
        f.peek()[:2],
        f.readline(),
        f.seek(0),
        f.readline(),
        list(f),
        f.seek(-2, 2),
        f.read(),
        f.readable(),
        f.writable(),
        f.seekable(),
        f.mode,
    )
t(lambda: f.read())
print(f.closed)
t(lambda: bz2.open("t.bz2", "rbt"))
t(lambda: bz2.open("t.bz2", "rb", encoding="x"))
t(lambda: bz2.BZ2File("t.bz2", "q"))
t(lambda: bz2.BZ2File(5))
t(lambda: bz2.BZ2File(io.BytesIO(p[:-3])).read())
t(lambda: bz2.BZ2File(io.BytesIO(p), "w").read())
