# requires: files
# The functions of Windows paths that look at files do so on any system.
import ntpath
import os

with open("file.txt", "w") as file:
    file.write("12345")
os.mkdir("folder")
os.symlink("file.txt", "link")
for name in ("file.txt", "folder", "link", "missing"):
    print(name, *(int(function(name)) for function in (ntpath.exists, ntpath.lexists, ntpath.isfile, ntpath.isdir,
          ntpath.islink, ntpath.isjunction, ntpath.isdevdrive)))  # fmt: skip
print(ntpath.getsize("file.txt"), ntpath.getmtime("file.txt") > 0, ntpath.getatime("link") > 0, ntpath.getctime("link") > 0)
print(ntpath.samefile("link", "file.txt"), ntpath.samestat(os.stat("link"), os.stat("file.txt")))
with open("file.txt") as one, open("link") as two:
    print(ntpath.sameopenfile(one.fileno(), two.fileno()))
print(ntpath.abspath("C:\\a\\..\\b"), ntpath.abspath("\\\\server\\share\\x\\."), ntpath.realpath("C:/a/../b"))
print(ntpath.ismount("C:\\"), ntpath.ismount("C:\\x"), ntpath.ismount("\\\\server\\share\\"), ntpath.ismount("x"))
