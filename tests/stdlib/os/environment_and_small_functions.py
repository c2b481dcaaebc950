# requires: files
# Names, environment, and what the system tells.
import os

print(os.fspath("a"), os.fspath(b"a"), os.fsencode("\udce9\xe9"), ascii(os.fsdecode(b"\xe9\xc3\xa9")), os.fsencode(b"x"))


class Place:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


print(os.fspath(Place("p")), os.fsdecode(Place(b"q")), isinstance(Place(""), os.PathLike), os.PathLike[str])
for wrong in (5, None, Place(5)):
    try:
        os.fspath(wrong)
    except TypeError as error:
        print(error)

os.putenv("ONLY_OUTSIDE", "1")
print("ONLY_OUTSIDE" in os.environ, os.getenv("MISSING", "else"))
os.environ["FOR_OTHERS"] = "value"
print(os.getenv("FOR_OTHERS"), os.getenvb(b"FOR_OTHERS"), os.environb[b"FOR_OTHERS"], os.supports_bytes_environ)
os.environb[b"BYTES"] = b"\xff"
print(ascii(os.environ["BYTES"]), os.environb.get(b"NONE"), os.getenvb(b"NONE", b"else"), b"BYTES" in os.environb)
del os.environb[b"BYTES"]
print("BYTES" in os.environ)
os.unsetenv("FOR_OTHERS")
print(os.environ["FOR_OTHERS"])
for call in (lambda: os.environb["x"], lambda: os.environ[b"x"], lambda: os.putenv("a=b", "c"), lambda: os.getenvb("x")):
    try:
        call()
    except (TypeError, ValueError, OSError, AttributeError) as error:
        print(type(error).__name__, error)
print(os.get_exec_path({"PATH": "/a:/b"}), os.get_exec_path({b"PATH": b"/c"}), os.get_exec_path({}))

print(os.getcwdb() == os.getcwd().encode(), os.strerror(2), os.strerror(10**6))
print(os.cpu_count() >= 1, os.process_cpu_count() >= 1)
one, two = os.pipe()
print(os.get_blocking(one), os.set_blocking(one, False), os.get_blocking(one), os.isatty(one), os.device_encoding(one))
os.close(one)
os.close(two)
for call in (lambda: os.get_blocking(one), lambda: os.set_blocking(one, True)):
    try:
        call()
    except OSError as error:
        print(error)
try:
    print(type(os.getlogin()).__name__)
except OSError:
    print("str")
print(len(os.getloadavg()), all(isinstance(number, float) for number in os.getloadavg()), os.ctermid())

with open("file", "wb") as file:
    file.write(b"0123456789")
print(os.access("file", os.R_OK), os.access("file", os.X_OK), os.access("missing", os.F_OK), os.access(b"file", os.W_OK))
os.truncate("file", 4)
print(os.stat("file").st_size)
os.mkdir("deep")
os.renames("file", "new/place/file")
print(os.path.exists("new/place/file"), sorted(os.listdir(".")))
os.renames("new/place/file", "file")
print(os.path.exists("new"))
with os.scandir(".") as entries:
    for entry in sorted(entries, key=lambda entry: entry.name):
        print(isinstance(entry, os.DirEntry), entry.name, entry.is_file(), entry.is_dir(), entry.is_symlink(), entry.is_junction(),
              entry.inode() == os.stat(entry.path).st_ino, entry.stat().st_size > 0, os.fspath(entry), entry)
os.unlink("file")
print(os.path.exists("file"))
for name in ("supports_fd", "supports_dir_fd", "supports_follow_symlinks", "supports_effective_ids"):
    print(name, type(getattr(os, name)).__name__)
