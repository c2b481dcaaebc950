# requires: files
# Archives of stored files: written, read, added to, extracted; what is no archive or broken.
import io
import os
import struct
import time
import warnings
import zipfile
from zipfile import BadZipFile, ZipFile, ZipInfo


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


def made(**files):
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in files.items():
            info = ZipInfo(name.replace("__", "/"), (2024, 2, 3, 4, 5, 6))
            archive.writestr(info, data)
    return stream


stream = made(a=b"one", b__c="two é", empty=b"")
print(len(stream.getvalue()), stream.getvalue()[:40], zipfile.is_zipfile(stream))
with ZipFile(stream) as archive:
    print(
        archive.namelist(),
        archive.infolist(),
        archive.testzip(),
        archive.read("a"),
        archive.read(archive.getinfo("b/c")),
        attempt(archive.read, "none"),
        attempt(archive.open, "a", "q"),
        archive.comment,
        archive.mode,
        archive.filename,
    )
    info = archive.getinfo("a")
    print(
        [
            getattr(info, name)
            for name in (
                "filename",
                "orig_filename",
                "date_time",
                "compress_type",
                "comment",
                "extra",
                "create_system",
                "create_version",
                "extract_version",
                "reserved",
                "flag_bits",
                "volume",
                "internal_attr",
                "external_attr",
                "header_offset",
                "CRC",
                "compress_size",
                "file_size",
            )
        ],
        info.is_dir(),
    )
    archive.printdir()
    with archive.open("b/c") as file, archive.open("a") as other:
        print(
            file.read(2),
            other.read(1),
            file.peek()[:2],
            file.tell(),
            other.read1(1),
            file.seek(0),
            file.read(),
            file.seek(-2, 2),
            file.read(),
            other.readable(),
            other.seekable(),
            file.name,
            file.mode,
            other.readinto(bytearray(5)),
            other.read(),
            other.read(),
        )
    print(
        file.closed,
        attempt(file.read),
        [line for line in io.TextIOWrapper(archive.open("b/c"), "utf-8")],
        attempt(archive.writestr, "x", "y"),
        attempt(setattr, archive, "comment", "text"),
        attempt(archive.setpassword, "text"),
    )
print(archive, attempt(archive.read, "a"), archive.close(), archive.fp)

os.makedirs("tree/sub")
for name in "tree/x.txt", "tree/sub/y.bin":
    with open(name, "w") as file:
        file.write(name)
    os.chmod(name, 0o640)
with ZipFile("t.zip", "w") as archive:
    print(
        archive.write("tree/x.txt"),
        archive.write("tree/sub"),
        archive.write("tree/sub/y.bin", "other/name.bin"),
        archive.mkdir("made"),
        archive.mkdir("made2/", 0o700),
        archive.writestr("w", "text"),
        archive,
    )
    with archive.open("streamed", "w") as file:
        print(
            file.write(b"abc"),
            file.write(bytearray(b"def")),
            file.writable(),
            attempt(archive.open, "two", "w"),
            attempt(archive.read, "w"),
            attempt(archive.writestr, "v", ""),
            attempt(archive.close),
        )
    archive.comment = b"a comment"
with ZipFile("t.zip") as archive:
    print(
        [
            (info.filename, info.file_size, oct(info.external_attr), info.is_dir(), info.CRC)
            for info in archive.infolist()
        ],
        archive.comment,
        archive.read("streamed"),
        archive.testzip(),
        repr(archive).replace(os.getcwd(), "."),
    )
    print(
        abs(
            time.mktime(archive.getinfo("tree/x.txt").date_time + (0, 0, -1)) - os.stat("tree/x.txt").st_mtime
        )
        <= 2,
        [repr(info) for info in archive.infolist()][1:5],
    )
    print(
        archive.extract("tree/x.txt").replace(os.getcwd(), "."),
        archive.extract("w", "out").replace(os.getcwd(), "."),
        archive.extractall("all"),
        sorted(os.listdir("all")),
        open("all/other/name.bin").read(),
        archive.extractall("some", ["w", "made/"]),
        sorted(os.listdir("some")),
    )
with warnings.catch_warnings(record=True) as caught, ZipFile("t.zip", "a") as archive:
    warnings.simplefilter("always")
    archive.writestr("added", b"more")
    archive.writestr("w", b"again")
    print([str(each.message) for each in caught], archive.read("w"))
with ZipFile("t.zip") as archive:
    print(archive.namelist(), archive.read("added"), archive.read("w"), archive.comment)
with open("plain", "wb") as file:
    file.write(b"something before")
with ZipFile("plain", "a") as archive:
    archive.writestr("inside", "x")
print(
    open("plain", "rb").read(16),
    ZipFile("plain").read("inside"),
    zipfile.is_zipfile("plain"),
    zipfile.is_zipfile("tree/x.txt"),
    zipfile.is_zipfile("none"),
    attempt(ZipFile, "none"),
    attempt(ZipFile, "tree/x.txt"),
    attempt(ZipFile, "t.zip", "x"),
    attempt(ZipFile, "t.zip", "q"),
    attempt(ZipFile, io.BytesIO(b"")),
    attempt(ZipFile, "t.zip", compression=5),
    attempt(ZipFile, 5),
)

for name in "../up", "/root", "a/../../b", "./c", "d//e":
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr(name, name)
    print(name, ZipFile(stream).namelist(), ZipFile(stream).extract(name, "safe").replace(os.getcwd(), "."))
data = bytearray(made(a=b"content", b=b"other").getvalue())
for place, value in (
    (35, 0x7A),
    (0, 0),
    (14, 0x55),
    (len(data) - 22, 0),
    (len(data) - 6, 5),
    (26, 9),
    (30, 0x41),
    (6, 0x40),
    (6, 0x20),
):
    broken = bytearray(data)
    broken[place] = value
    print(
        place,
        attempt(lambda: ZipFile(io.BytesIO(broken)).testzip()),
        attempt(lambda: ZipFile(io.BytesIO(broken)).read("a")),
    )
for size in 0, 10, 50, len(data) - 1, len(data) - 30:
    print(size, attempt(lambda: ZipFile(io.BytesIO(data[:size])).namelist()))
print(
    attempt(ZipInfo, "x", (1979, 1, 1, 0, 0, 0)),
    ZipInfo("a\0b").filename,
    ZipInfo("d/").is_dir(),
    ZipInfo(),
    ZipInfo("é").FileHeader if False else "",
    issubclass(zipfile.LargeZipFile, Exception),
    zipfile.BadZipfile is BadZipFile is zipfile.error,
)
stream = io.BytesIO()
with ZipFile(stream, "w") as archive:
    archive.writestr("é☃", "x")
    archive.writestr(ZipInfo("extra"), b"y")
    with archive.open("big", "w", force_zip64=True) as file:
        file.write(b"z")
    for number in range(300):
        archive.writestr(f"n{number}", str(number))
archive = ZipFile(stream)
print(
    archive.namelist()[:4],
    len(archive.namelist()),
    archive.getinfo("é☃").flag_bits,
    archive.read("big"),
    archive.getinfo("extra").date_time,
    archive.testzip(),
    archive.read("n299"),
)


class OneWay:
    def __init__(self):
        self.data = b""

    def write(self, data):
        self.data += data
        return len(data)

    def flush(self):
        pass


target = OneWay()
with ZipFile(target, "w") as archive:
    archive.writestr(ZipInfo("s", (2000, 1, 1, 0, 0, 0)), b"streamed")
print(
    ZipFile(io.BytesIO(target.data)).read("s"),
    ZipFile(io.BytesIO(target.data)).getinfo("s").flag_bits,
    zipfile.is_zipfile(io.BytesIO(target.data)),
)
encrypted = bytes.fromhex("504b03040a00010000000000000000000000")
print(zipfile.is_zipfile(io.BytesIO(encrypted)))
