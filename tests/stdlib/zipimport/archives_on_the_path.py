# slow: imports much
# requires: files
import importlib
import os
import pkgutil
import sys
import traceback
import zipfile
from importlib import resources


def make(name, compression=zipfile.ZIP_STORED, **more):
    with zipfile.ZipFile(name, "w", compression) as archive:
        archive.writestr("top.py", "x = 1\n\n\ndef fail():\n    return x / 0\n")
        archive.writestr("pack/__init__.py", "from . import inner\n")
        archive.writestr("pack/inner.py", "name = __name__\n")
        archive.writestr("pack/data/table.txt", "1 2\n")
        archive.mkdir("loose")
        archive.writestr("loose/part.py", "y = __package__\n")
        archive.writestr("wrong.py", "x = (\n")
        archive.writestr("latin.py", "# coding: latin-1\ns = '\xe9'\n".encode("latin-1"))


def forget(*names):
    for name in names:
        sys.modules.pop(name, None)


make("a.zip")
make("packed.zip", zipfile.ZIP_DEFLATED)
for archive in ("a.zip", "packed.zip"):
    sys.path.insert(0, archive)
    import latin
    import loose.part
    import pack
    import top

    print(top.__file__, top.x, top.__spec__, top.__loader__, top.__package__ == "")
    print(pack.__path__, pack.__spec__.submodule_search_locations, pack.inner.name, pack.inner.__file__)
    print(list(loose.__path__), loose.part.y, loose.part.__file__, latin.s)
    try:
        import wrong
    except SyntaxError as error:
        print(error, error.filename)
    try:
        top.fail()
    except ZeroDivisionError:
        print([(frame.filename, frame.lineno, frame.name) for frame in traceback.extract_tb(sys.exception().__traceback__)][1:])
    forget("latin", "loose", "loose.part", "pack", "pack.inner", "top")
    sys.path.pop(0)

sys.path.insert(0, "a.zip")
import pack

print([(name, is_package) for _, name, is_package in pkgutil.iter_modules(["a.zip"])])
print(pkgutil.get_data("pack", "data/table.txt"))
folder = resources.files("pack")
print(sorted(item.name for item in folder.iterdir()), (folder / "data" / "table.txt").read_text(), end="")
with resources.as_file(folder / "data" / "table.txt") as path:
    print(path.read_bytes())
import top

print(importlib.reload(top) is top, importlib.util.find_spec("pack.inner").origin, importlib.util.find_spec("none"))

# A file that is put in later, and an archive that is in a folder's place.
sys.path.insert(0, "later.zip")
try:
    import later
except ImportError as error:
    print(error)
with zipfile.ZipFile("later.zip", "w") as archive:
    archive.writestr("below/later.py", "z = 2\n")
importlib.invalidate_caches()
sys.path[0] = "later.zip/below"
import later

print(later.z, later.__file__, sys.path_importer_cache["later.zip/below"])


# Hooks of a program's own.
class Finder:
    def __init__(self, entry):
        if not entry.startswith("magic:"):
            raise ImportError
        self.entry = entry

    def find_spec(self, name, target=None):
        if name.startswith("made"):
            return importlib.util.spec_from_loader(name, self, origin=self.entry)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.value = 7


sys.path_hooks.append(Finder)
sys.path.insert(0, "magic:1")
import made

print(made.value, made.__spec__.origin, os.path.exists("made.py"))
