# requires: files
# Temporary files and directories: names, permissions, ends.
import gc
import io
import os
import stat
import tempfile
import warnings

warnings.simplefilter("ignore")


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


here = os.getcwd()
os.mkdir("tmp")
os.environ["TMPDIR"] = os.path.join(here, "tmp")
print(
    tempfile.tempdir,
    tempfile.gettempdir() == os.environ["TMPDIR"] == tempfile.tempdir,
    tempfile.gettempdirb() == os.fsencode(tempfile.tempdir),
    tempfile.gettempprefix(),
    tempfile.gettempprefixb(),
    tempfile.TMP_MAX,
)
number, path = tempfile.mkstemp()
print(
    os.path.dirname(path) == tempfile.tempdir,
    os.path.basename(path)[:3],
    len(os.path.basename(path)),
    oct(os.stat(path).st_mode),
    os.write(number, b"x"),
    os.close(number),
    os.unlink(path),
)
for options in (
    {"suffix": ".x"},
    {"prefix": "p-"},
    {"dir": "tmp"},
    {"suffix": b".b"},
    {"prefix": "a", "suffix": "b", "dir": here, "text": True},
    {"dir": b"tmp"},
    {"suffix": "a", "prefix": b"b"},
    {"dir": "none"},
    {"suffix": 5},
):
    try:
        number, path = tempfile.mkstemp(**options)
        os.close(number)
        os.unlink(path)
        options["dir"] = "here" if options.get("dir") == here else options.get("dir")
        print(
            options,
            type(path).__name__,
            os.path.isabs(path),
            os.path.basename(path)[:1],
            os.path.basename(path)[-1:] if "suffix" in options else "",
        )
    except Exception as error:
        print(options, type(error).__name__, str(error).split(":")[0])
path = tempfile.mkdtemp("s", "p")
print(
    os.path.isdir(path),
    oct(os.stat(path).st_mode),
    os.path.basename(path)[0],
    path[-1],
    os.rmdir(path),
    os.path.exists(tempfile.mktemp(".q")),
    tempfile.mktemp(".q", "pp", "tmp").startswith(os.path.join(here, "tmp", "pp")),
)

with tempfile.NamedTemporaryFile() as file:
    print(
        file.write(b"abc\nd"),
        file.seek(0),
        file.read(),
        file.name == file.file.name,
        os.path.exists(file.name),
        file.mode,
        file.closed,
        type(file).__name__,
        oct(os.stat(file.name).st_mode),
    )
    file.seek(0)
    print(list(file), file.fileno() == file.file.fileno())
print(os.path.exists(file.name), file.closed)
file = tempfile.NamedTemporaryFile("w+", encoding="utf-8", suffix=".txt", newline="\r\n", errors="replace")
print(
    file.write("é\n"),
    file.flush(),
    open(file.name, "rb").read(),
    file.name[-4:],
    file.encoding,
    file.errors,
    file.close(),
    os.path.exists(file.name),
    file.close(),
)
file = tempfile.NamedTemporaryFile(delete=False)
print(file.close(), os.path.exists(file.name), os.unlink(file.name))
with tempfile.NamedTemporaryFile(delete_on_close=False) as file:
    print(file.write(b"x"), file.close(), os.path.exists(file.name), open(file.name, "rb").read())
print(
    os.path.exists(file.name),
    attempt(tempfile.NamedTemporaryFile, "q"),
    attempt(tempfile.NamedTemporaryFile, encoding="x"),
    os.listdir("tmp"),
)
with tempfile.NamedTemporaryFile() as file:
    os.unlink(file.name)
    file.file.close()
    open(file.name, "w").close()
with tempfile.TemporaryFile() as file:
    print(
        file.write(b"xyz"),
        file.seek(1),
        file.read(),
        isinstance(file.name, int),
        file.mode,
        os.listdir("tmp"),
        isinstance(file, io.BufferedRandom),
    )
with tempfile.TemporaryFile("w+", newline="\n") as file:
    print(file.write("a\n"), file.seek(0), file.readline(), file.closed)

with tempfile.SpooledTemporaryFile(10) as file:
    print(
        file.write(b"12345"),
        file._rolled,
        file.name,
        file.mode,
        file.tell(),
        file.write(b"67890x"),
        file._rolled,
        isinstance(file.name, int),
        file.seek(0),
        file.read(),
        file.mode,
        file.seekable(),
        file.readable(),
        file.writable(),
    )
print(file.closed, attempt(file.__enter__))
file = tempfile.SpooledTemporaryFile(mode="w+", encoding="utf-8")
print(
    file.write("é\nb\n"),
    file.seek(0),
    list(file),
    file.encoding,
    file.errors,
    file.newlines,
    file._rolled,
    isinstance(file.fileno(), int),
    file._rolled,
    file.seek(0),
    file.read(),
    file.truncate(3),
    file.seek(0),
    file.readlines(),
    file.close(),
)
file = tempfile.SpooledTemporaryFile(max_size=5)
print(
    file.writelines([b"ab", b"cd"]),
    file._rolled,
    file.writelines([b"ef", b"gh"]),
    file._rolled,
    file.seek(2),
    file.read(3),
    file.readinto(bytearray(2)),
    file.truncate(),
    file.tell(),
    file.isatty(),
    file.flush(),
    file.rollover(),
    isinstance(file, io.IOBase),
    file.read1(5),
    file.readline(),
)
file = tempfile.SpooledTemporaryFile(max_size=5)
print(file.truncate(3), file._rolled, file.truncate(9), file._rolled, len(file.read()), file.close())

with tempfile.TemporaryDirectory() as path:
    os.makedirs(os.path.join(path, "a", "b"))
    open(os.path.join(path, "a", "c"), "w").close()
    os.symlink(here, os.path.join(path, "link"))
    print(os.path.isdir(path), stat.filemode(os.stat(path).st_mode))
print(os.path.exists(path), os.path.isdir(here))
directory = tempfile.TemporaryDirectory("s", "p", "tmp")
print(
    repr(directory)[:21],
    directory.name[-1],
    directory.cleanup(),
    os.path.exists(directory.name),
    directory.cleanup(),
)
with tempfile.TemporaryDirectory(delete=False) as path:
    pass
print(os.path.exists(path), os.rmdir(path))
with tempfile.TemporaryDirectory() as path:
    os.rmdir(path)
directory = tempfile.TemporaryDirectory(dir="tmp")
path = directory.name
del directory
gc.collect()
print(os.path.exists(path), os.listdir("tmp"))
tempfile.tempdir = b"tmp"
print(tempfile.gettempdir(), tempfile.gettempdirb(), type(tempfile.mkdtemp()), sorted(tempfile.__all__))
