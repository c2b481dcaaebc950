# requires: files
# Files that other programs share: numbers, inheritance, places, and what open() and pipe2() take.
import os
import subprocess
import sys


def attempt(function, *args):
    try:
        print(function(*args))
    except OSError as problem:
        print(type(problem).__name__, problem.errno)


one, two = os.pipe()
print(os.get_inheritable(one), os.get_inheritable(two))
os.set_inheritable(two, True)
print(os.get_inheritable(two), os.get_inheritable(os.dup(two)))
three, four = os.pipe2(os.O_NONBLOCK)
print(os.get_inheritable(three), os.get_blocking(three), os.get_blocking(one))
attempt(os.read, three, 1)
print(os.fstat(two).st_ino == os.stat(f"/dev/fd/{two}").st_ino)

# A program writes to a file that it got by its number.
program = [sys.executable, "-c", f"import os; print(os.write({two}, b'from the program'))"]
print(subprocess.run(program, pass_fds=[two], capture_output=True).stdout)
print(os.read(one, 100))
print(subprocess.run(program, close_fds=False, capture_output=True).stdout)
print(os.read(one, 100))
print(subprocess.run(program, capture_output=True).returncode)
for each in one, two, three, four:
    os.close(each)
attempt(os.get_inheritable, one)
attempt(os.set_inheritable, one, True)

# Places.
name = "shared_files.tmp"
file = os.open(name, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW)
print(os.pwrite(file, b"hello world", 2), os.pread(file, 5, 2), os.lseek(file, 0, os.SEEK_CUR), os.read(file, 4))
print(os.writev(file, [b"ab", bytearray(b"cd")]), os.lseek(file, 0, os.SEEK_SET))
rooms = [bytearray(3), bytearray(4)]
print(os.readv(file, rooms), rooms)
os.fchmod(file, 0o600)
print(oct(os.fstat(file).st_mode & 0o777))
source, target = os.pipe()
print(os.sendfile(target, file, 2, 4), os.read(source, 10))
os.close(file)
os.symlink(name, name + ".link")
attempt(os.open, name + ".link", os.O_RDONLY | os.O_NOFOLLOW)
os.unlink(name + ".link")
os.unlink(name)

# Folders can be opened, but are no streams.
folder = os.open(".", os.O_RDONLY)
os.fsync(folder)
here = os.getcwd()
os.chdir("/")
os.fchdir(folder)
print(os.getcwd() == here)
attempt(open, ".")
attempt(os.open, ".", os.O_WRONLY)
os.close(folder)

# Terminals.
own, other = os.openpty()
print(os.isatty(other), os.ttyname(other).startswith("/dev/"))
os.write(own, b"typed\n")
print(os.read(other, 100))
os.close(own)
os.close(other)
