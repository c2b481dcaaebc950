# requires: files
# Lines of files are read once, until somebody checks.
import linecache
import os

with open("lines.txt", "w") as file:
    file.write("one\ntwo\nthree")
print([linecache.getline("lines.txt", number) for number in (-1, 0, 1, 2, 3, 4)])
print(linecache.getlines("lines.txt"), linecache.getlines("missing.txt"), linecache.getline("missing.txt", 1))
with open("lines.txt", "w") as file:
    file.write("longer than it was\n")
print(repr(linecache.getline("lines.txt", 1)))
linecache.checkcache("other.txt")
print(repr(linecache.getline("lines.txt", 1)))
linecache.checkcache("lines.txt")
print(repr(linecache.getline("lines.txt", 1)))
os.remove("lines.txt")
linecache.checkcache()
print(linecache.getlines("lines.txt"))
linecache.clearcache()
print(linecache.cache)


class Loader:
    def get_source(self, name):
        print("asked for", name)
        return "first\nsecond"


names = {"__name__": "made", "__loader__": Loader()}
print(linecache.lazycache("made.py", names), linecache.lazycache("made.py", names))
print(linecache.getlines("made.py"), linecache.lazycache("<made>", names), linecache.lazycache("x.py", {}))
print(linecache.getline("other.py", 2, names))
