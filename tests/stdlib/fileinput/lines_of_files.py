# requires: files
# stdin: from\nstandard input\n
import bz2
import fileinput
import gzip
import os
import sys

for name, text in ("a.txt", "one\ntwo\n"), ("b.txt", ""), ("c.txt", "three\nno end"):
    with open(name, "w") as file:
        file.write(text)
names = ["a.txt", "b.txt", "c.txt"]
with fileinput.input(names) as lines:
    print(lines.filename(), lines.lineno(), lines.fileno())
    for line in lines:
        print(repr(line), fileinput.filename(), fileinput.lineno(), fileinput.filelineno(), fileinput.isfirstline(), fileinput.isstdin(), fileinput.fileno() > 2)
    print(lines.filename(), lines.lineno(), fileinput.fileno())
sys.argv[1:] = names
for line in fileinput.input():
    print(line.rstrip(), end=" ")
    if fileinput.isfirstline():
        fileinput.nextfile()
print()
fileinput.close()
sys.argv[1:] = []
print([(line, fileinput.isstdin(), fileinput.filename()) for line in fileinput.input()])
for action in (
    fileinput.lineno, lambda: fileinput.FileInput("a.txt", mode="w"), lambda: fileinput.FileInput("a.txt", openhook=5),
    lambda: fileinput.FileInput("a.txt", inplace=True, openhook=open), lambda: next(fileinput.FileInput("missing")),
):  # fmt: skip
    fileinput.close()
    try:
        print(action())
    except (RuntimeError, ValueError, OSError) as error:
        print(type(error).__name__, error)
fileinput.input("a.txt").readline()
try:
    fileinput.input("a.txt")
except RuntimeError as error:
    print(error)
fileinput.close()
for backup in "", ".old":
    with fileinput.FileInput(["a.txt", "c.txt"], inplace=True, backup=backup) as lines:
        for line in lines:
            print(line.rstrip().upper(), lines.lineno())
    print([open(name).read() for name in ("a.txt", "c.txt")], sorted(os.listdir()))
with gzip.open("d.gz", "wb") as file, bz2.open("e.bz2", "wb") as other:
    file.write(b"packed\n")
    other.write("ä\n".encode())
print(list(fileinput.input(["d.gz", "e.bz2", "a.txt"], openhook=fileinput.hook_compressed, encoding="utf-8")))
fileinput.close()
print(list(fileinput.FileInput(["d.gz"], mode="rb", openhook=fileinput.hook_compressed)))
with open("latin.txt", "wb") as file:
    file.write(b"\xe4\n")
print(list(fileinput.FileInput("latin.txt", openhook=fileinput.hook_encoded("latin-1"))), list(fileinput.FileInput("latin.txt", encoding="ascii", errors="replace")))
print(list(fileinput.FileInput(["latin.txt"], mode="rb")), fileinput.FileInput[str])
