import gzip
import io
import zlib

TEXT = b"again and again and again\n" * 20
named = io.BytesIO()
with gzip.GzipFile("a name", "wb", fileobj=named, mtime=1) as file:
    file.write(TEXT)
SEEDS = [gzip.compress(TEXT), gzip.compress(b"", mtime=0), gzip.compress(TEXT) * 2 + b"\0" * 9, named.getvalue(),
         gzip.compress(bytes(200000))]
PIECES = [b"\x1f\x8b\x08\x04\x00\x00\x00\x00\x00\x03\xff\xff", b"\x1f\x8b\x08\x1f", b"\x1f\x8b", b"\x00" * 9, b"\xff" * 9, b"\x03\x00",
          b"\x1f\x8b\x07", b"\x1f\x8b\x08\x08" + b"n" * 500]
ALLOWED = (OSError, EOFError, zlib.error)


def take(data):
    for read in (
        lambda: gzip.decompress(data),
        lambda: gzip.GzipFile(fileobj=io.BytesIO(data)).read(),
        lambda: list(gzip.open(io.BytesIO(data), "rt", encoding="latin-1")),
        lambda: gzip.GzipFile(fileobj=io.BytesIO(data)).seek(1000),
    ):
        try:
            read()
        except ALLOWED:
            pass
