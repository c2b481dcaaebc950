# requires: files
# What the functions of paths say about files.
import os
import os.path
import posixpath
import stat

with open("file.txt", "w") as file:
    file.write("12345")
os.mkdir("folder")
os.symlink("file.txt", "link")
os.symlink("nowhere", "broken")
os.symlink("circle", "circle")
os.utime("file.txt", (1000, 2000))
for name in ("file.txt", "folder", "link", "broken", "missing", "", "file.txt/x"):
    print(name, *(int(function(name)) for function in (os.path.exists, os.path.lexists, os.path.isfile, os.path.isdir,
          os.path.islink, os.path.ismount, os.path.isjunction, os.path.isdevdrive)))  # fmt: skip
print(os.path.ismount("/"), os.path.exists(0), os.path.isdir(b"folder"), os.path.islink(b"link"))
print(os.path.getsize("link"), os.path.getatime("file.txt"), os.path.getmtime("file.txt"), os.path.getctime("file.txt") > 0)
for function in (os.path.getsize, os.path.getatime, os.path.getmtime, os.path.getctime):
    try:
        function("missing")
    except OSError as error:
        print(type(error).__name__, error.filename)

print(os.path.samefile("link", "file.txt"), os.path.samefile("folder", "file.txt"))
with open("file.txt") as one, open("link") as two, open("/dev/null") as other:
    print(os.path.sameopenfile(one.fileno(), two.fileno()), os.path.sameopenfile(one.fileno(), other.fileno()))
print(os.path.samestat(os.stat("link"), os.stat("file.txt")), os.path.samestat(os.lstat("link"), os.stat("file.txt")))

here = os.path.realpath(".")
for name in ("link", "broken", "folder/../link", "missing/../x", "circle", "circle/x", b"link"):
    found = os.path.realpath(name)
    print(name, found[len(here):])
for name in ("broken", "circle", "missing/x"):
    try:
        os.path.realpath(name, strict=True)
    except OSError as error:
        print(type(error).__name__, error.errno, error.filename[len(here):])
print(os.path.realpath("link", strict=True) == here + "/file.txt", os.path.realpath(here) == os.getcwd())
print(os.path is posixpath, posixpath.supports_unicode_filenames, os.path.commonprefix(["/a/bc", "/a/bd"]))
for wrong in (None, 1.5, ["x"]):
    try:
        os.path.realpath(wrong)
    except TypeError as error:
        print(error)
