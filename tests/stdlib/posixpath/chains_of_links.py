# realpath() follows any number of links, and leaves those that go round in a circle.
# requires: files
import os
from os.path import realpath, basename

here = os.getcwd()


def shown(path):
    return realpath(path).replace(here, ".")


os.symlink(".", "l0")
for number in range(1, 60):
    os.symlink(f"l{number - 1}", f"l{number}")
print(shown("l59"), shown("l59/l58/l3"))
os.mkdir("k")
os.symlink("k", "k1")
for number in range(2, 50):
    os.symlink(f"k{number - 1}/../k{number - 1}", f"k{number}")
print(shown("k10/x"))
os.symlink("a", "a")
os.symlink("b2", "b1")
os.symlink("b1", "b2")
os.symlink("c1/x", "c1")
os.symlink(basename(here) + "/../d2", "d1")
for path in ("a", "a/x", "a/..", "a/../x", "b1", "b2/y", "b1/../b2", "c1", "c1/y", "../" + basename(here) + "/b1", "d1"):
    print(path.replace(basename(here), "<here>"), shown(path))
for path in ("a", "b1", "c1", "b2/x"):
    try:
        realpath(path, strict=True)
    except OSError as error:
        print(path, type(error).__name__, error.strerror, error.filename.replace(here, "."))
