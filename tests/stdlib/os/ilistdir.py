# os.ilistdir() of MicroPython: tuples of name, kind, inode number and size.
# requires: files
# cpython: differs — it has listdir and scandir
import os

os.mkdir("folder")
with open("file", "w") as file:
    file.write("12345")
for entries in os.ilistdir(), os.ilistdir("."), os.ilistdir("folder"):
    for name, kind, inode, size in sorted(entries):
        print(name, hex(kind), type(inode), size if kind == 0x8000 else "-")
print(sorted(entry[0] for entry in os.ilistdir(b".")))
try:
    list(os.ilistdir("missing"))
except OSError as error:
    print(error)
