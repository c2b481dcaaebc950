# requires: files
# Files in packages: by their folders, and by functions.
import importlib.resources
import os
import sys
import warnings
from importlib import resources
from importlib.resources.abc import Traversable, TraversableResources
from importlib.resources.readers import MultiplexedPath
from pathlib import Path

warnings.simplefilter("ignore")


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options)).replace(os.getcwd(), ".")
    except Exception as error:
        return f"{type(error).__name__} {error}".replace(os.getcwd(), ".")


def write(name, text=""):
    os.makedirs(os.path.dirname(name), exist_ok=True)
    with open(name, "w", encoding="utf-8") as file:
        file.write(text)


write("pkg/__init__.py", "from importlib.resources import files, read_text\nown = files()\n")
write("pkg/module.py", "from importlib.resources import files\nown = files()\n")
write("pkg/data.txt", "é line\nsecond\n")
write("pkg/sub/deep.txt", "deep")
write("one/space/a.txt", "a")
write("one/space/both/x.txt", "x")
write("two/space/b.txt", "b")
write("two/space/both/y.txt", "y")
sys.path[:0] = [os.getcwd(), os.path.abspath("one"), os.path.abspath("two")]
import pkg
import pkg.module

folder = resources.files("pkg")
print(
    attempt(lambda: folder),
    folder == resources.files(pkg) == pkg.own == pkg.module.own == resources.files("pkg.module"),
    sorted(child.name for child in folder.iterdir() if child.name != "__pycache__"),
    isinstance(folder, Traversable),
    isinstance(folder, Path),
)
print(
    (folder / "data.txt").read_text("utf-8"),
    folder.joinpath("sub", "deep.txt").read_bytes(),
    resources.read_text("pkg", "data.txt"),
    resources.read_text(pkg, "sub", "deep.txt", encoding="ascii"),
    resources.read_binary("pkg", "data.txt"),
    resources.open_text("pkg", "data.txt").readline(),
    resources.open_binary("pkg", "sub/deep.txt").read(),
    resources.read_text("pkg", "data.txt", encoding="latin-1")[:3],
    resources.read_text("pkg", "data.txt", encoding="ascii", errors="replace")[:3],
)
for function, args in (
    (resources.read_text, ("pkg", "none")),
    (resources.read_text, ("pkg", "sub", "deep.txt")),
    (resources.open_text, ("pkg", "a", "b")),
    (resources.is_resource, ("pkg", "data.txt")),
    (resources.is_resource, ("pkg", "sub")),
    (resources.is_resource, ("pkg", "none")),
    (resources.is_resource, ("pkg", "sub", "deep.txt")),
    (resources.files, ("none",)),
    (resources.files, (5,)),
    (resources.read_binary, ("pkg", "sub")),
    (resources.read_binary, ("pkg",)),
):
    print(function.__name__, args, attempt(function, *args))
print(sorted(resources.contents("pkg", "sub")), sorted(set(resources.contents("pkg")) - {"__pycache__"}))
with resources.as_file(folder / "data.txt") as path, resources.path("pkg", "sub", "deep.txt") as other:
    print(attempt(lambda: path), path.exists(), other.read_text())
space = resources.files("space")
print(
    type(space).__name__,
    sorted(child.name for child in space.iterdir()),
    space.name,
    space.is_dir(),
    space.is_file(),
    (space / "a.txt").read_text(),
    space.joinpath("b.txt").read_text(),
    sorted(child.name for child in (space / "both").iterdir()),
    attempt(space.open),
    attempt(space.read_text),
    attempt(space.read_bytes),
    attempt(lambda: space).count("space"),
)
print(
    attempt(MultiplexedPath),
    attempt(MultiplexedPath, "pkg/data.txt"),
    attempt(MultiplexedPath("one/space").joinpath),
    isinstance(space, Traversable),
)


class Memory:
    """A folder or file that lies nowhere."""

    def __init__(self, name, content):
        self.name = name
        self.content = content

    def iterdir(self):
        return (Memory(name, content) for name, content in self.content.items())

    def is_dir(self):
        return isinstance(self.content, dict)

    def is_file(self):
        return not self.is_dir()

    def joinpath(self, name):
        return Memory(name, self.content[name])

    def read_bytes(self):
        return self.content

    read_text = __truediv__ = open = joinpath


with resources.as_file(Memory("folder", {"f": b"content", "g": {"h": b"x"}})) as path:
    print(
        path.name, sorted(str(each.relative_to(path)) for each in path.rglob("*")), (path / "f").read_bytes()
    )
print(path.exists())


class Reader(TraversableResources):
    def files(self):
        return folder


reader = Reader()
print(
    sorted(set(reader.contents()) - {"__pycache__"}),
    reader.is_resource("data.txt"),
    reader.open_resource("sub/deep.txt").read(),
    attempt(reader.resource_path, "x"),
    sorted(importlib.resources.__all__),
)
