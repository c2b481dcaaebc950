# python: 3.13
# requires: files
import os

reading, writing = os.pipe()
print(os.write(writing, b"through a pipe"), os.read(reading, 7))
copy = os.dup(writing)
os.close(writing)
print(os.write(copy, b"!"), os.read(reading, 100))
os.close(copy)
print(os.read(reading, 1))
os.close(reading)

number = os.open("file", os.O_RDWR | os.O_CREAT)
print(os.write(number, b"0123456789"))
copy = os.dup(number)
print(os.lseek(copy, 2, os.SEEK_SET), os.read(number, 3), copy != number)
print(os.dup2(number, number) == number, os.dup2(copy, number) == number, os.read(number, 2))
os.close(copy)
print(os.fsync(number), os.fdatasync(number), os.ftruncate(number, 4), os.fstat(number).st_size)
with os.fdopen(number) as stream:
    print(os.fsync(stream), os.fdatasync(stream))
saved = os.dup(1)
other = os.open("output", os.O_WRONLY | os.O_CREAT)
print("before", flush=True)
os.dup2(other, 1)
print("into the file", flush=True)
os.dup2(saved, 1)
print("after", flush=True)
os.close(saved)
os.close(other)
print(open("output").read(), end="")

os.link("file", "further")
print(os.stat("further").st_nlink, os.stat("file").st_ino == os.stat("further").st_ino)
os.utime("file", (1000000000, 1234567890.5))
print(os.stat("further").st_mtime, os.stat("further").st_atime_ns, os.stat("file").st_mtime_ns)
os.utime("file", ns=(5, -1))
print(os.stat("file").st_atime_ns, os.stat("file").st_mtime_ns, os.stat("file")[8])
os.utime("file")
print(os.stat("file").st_mtime > 1600000000)
for work in (
    lambda: os.link("nothing", "x"),
    lambda: os.link("file", "further"),
    lambda: os.utime("nothing"),
    lambda: os.utime("file", (1,)),
    lambda: os.utime("file", 5),
    lambda: os.utime("file", [1, 2]),
    lambda: os.utime("file", (1, 2), ns=(1, 2)),
    lambda: os.utime("file", ns=5),
    lambda: os.utime("file", ns=(1.5, 1)),
    lambda: os.utime("file", ("a", 1)),
    lambda: os.dup(999),
    lambda: os.dup2(999, 5),
    lambda: os.dup("a"),
    lambda: os.fsync("a"),
    lambda: os.fsync(999),
    lambda: os.fdatasync(999),
    lambda: os.ftruncate(999, 0),
    lambda: os.get_terminal_size(999),
    lambda: os.get_terminal_size(other),
    lambda: os.get_terminal_size("a"),
):
    try:
        print(work())
    except (OSError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
number = os.open("file", os.O_RDONLY)
try:
    os.get_terminal_size(number)
except OSError as error:
    print(error)
