import io
import zipfile
import zlib


def archive(method, comment=b"", **files):
    place = io.BytesIO()
    with zipfile.ZipFile(place, "w", method) as written:
        for name, data in files.items():
            written.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), data, method)
        written.comment = comment
    return place.getvalue()


big = io.BytesIO()
with zipfile.ZipFile(big, "w") as file, file.open("big", "w", force_zip64=True) as part:
    part.write(b"data")
SEEDS = [archive(zipfile.ZIP_STORED, a=b"one", b=b"two"), archive(zipfile.ZIP_DEFLATED, a=b"again " * 50, comment=b"words"),
         archive(zipfile.ZIP_DEFLATED, zeros=bytes(300000)), archive(zipfile.ZIP_STORED), big.getvalue()]
PIECES = [b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07", b"PK\x07\x08", b"\xff" * 4, b"\xff" * 8, b"\x00" * 4,
          b"\x08\x00", b"\x01\x00", b"\x01\x00\x10\x00", b"\x63\x00", b"\xff\x7f"]
ALLOWED = (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error, UnicodeDecodeError, zipfile.LargeZipFile,
           OSError, RuntimeError, ValueError)


def take(data):
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        for name in opened.namelist():
            for read in (lambda: opened.read(name), lambda: opened.open(name).read(10), lambda: opened.getinfo(name).is_dir()):
                try:
                    read()
                except ALLOWED:
                    pass
        opened.testzip()
