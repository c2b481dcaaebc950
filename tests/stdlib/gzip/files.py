# python: 3.13
# requires: files
# Files, streams in memory, and what is refused.
import gzip, io, os


def t(f):
    try:
        print(repr(f())[:150])
    except BaseException as e:
        print(type(e).__name__ + ":", e)


d = b"line one\nline two\n" * 1000
with gzip.open("x.gz", "wb") as f:
    print(f.write(d), f.tell(), f.writable(), f.readable(), f.mode, f.name)
with gzip.open("x.gz") as f:
    print(f.read() == d, f.mtime != 0, f.read(), f.tell(), f.mode)
with gzip.open("x.gz", "rt") as f:
    print(sum(1 for _ in f))
with gzip.open("x.gz", "ab") as f:
    f.write(b"more")
with gzip.open("x.gz") as f:
    print(
        f.read(5),
        f.readline(),
        f.peek(3)[:3],
        f.seek(-4, 2) if False else f.seek(18000),
        f.read(),
        f.seek(2),
        f.read(3),
        f.readable(),
        f.seekable(),
        f.tell(),
    )
    f.rewind()
    print(f.read(4), f.read1(5), f.readinto(bytearray(3)))
b = gzip.compress(b"abc", mtime=0)
print(
    b[:10],
    gzip.compress(b"abc", 1, mtime=1)[:10],
    gzip.decompress(gzip.compress(b"abc" * 100)) == b"abc" * 100,
)
t(lambda: gzip.decompress(b[:-1]))
t(lambda: gzip.decompress(b"xx"))
t(lambda: gzip.decompress(b))
t(lambda: gzip.decompress(b + b"\0\0" + b))
t(lambda: gzip.decompress(b + b"zz"))
t(lambda: gzip.decompress(b[:-8] + b"\0" * 8))
t(lambda: gzip.decompress(b""))
t(lambda: gzip.decompress(b[:-4] + b"\0\0\0\1"))
t(lambda: gzip.decompress(b"\x1f\x8b\x09" + b[3:]))
t(lambda: gzip.decompress(b[:5]))
t(lambda: gzip.open(5))
t(lambda: gzip.open("x.gz", "rtb"))
t(lambda: gzip.open("x.gz", "rb", encoding="a"))
t(lambda: gzip.GzipFile())
t(lambda: gzip.GzipFile(mode="rt", fileobj=io.BytesIO()))
t(lambda: gzip.open("nope.gz"))
s = io.BytesIO()
g = gzip.GzipFile("a/b.txt.gz", "wb", 9, s, mtime=3)
g.write(b"xyz")
g.seek(10)
t(lambda: g.read())
t(lambda: g.seek(0))
t(lambda: g.seek(0, 2))
t(lambda: g.rewind())
g.flush()
g.close()
t(lambda: g.write(b"a"))
t(lambda: g.flush())
print(s.getvalue()[:20], gzip.decompress(s.getvalue()), g.closed, s.closed)
r = gzip.GzipFile(fileobj=io.BytesIO(s.getvalue()))
t(lambda: r.write(b""))
print(r.read(2), r.mtime, r.read())
r.close()
t(lambda: r.read())
t(lambda: r.readline())
print(gzip.BadGzipFile.__mro__[1], gzip.__all__)
os.remove("x.gz")
