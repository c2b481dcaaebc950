# requires: files
# Loaders and finders that programs write, by what they have to define.
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types


class Source(importlib.abc.SourceLoader):
    def __init__(self, files):
        self.files = files

    def get_filename(self, fullname):
        return f"/made/{fullname}.py"

    def get_data(self, path):
        try:
            return self.files[path]
        except KeyError:
            raise OSError("no such file") from None


loader = Source({"/made/one.py": b"# -*- coding: latin-1 -*-\nvalue = '\xe9'\r\nfile = __file__\r\n"})
print(ascii(loader.get_source("one")), loader.is_package("one"), type(loader.get_code("one")) is types.CodeType)
spec = importlib.util.spec_from_loader("one", loader)
print(spec.name, spec.origin, spec.has_location)
module = importlib.util.module_from_spec(spec)
loader.exec_module(module)
print(ascii(module.value), module.file)
try:
    loader.get_source("two")
except ImportError as error:
    print(error, error.name)
for call in (lambda: loader.path_stats("x"), lambda: loader.path_mtime("x")):
    try:
        call()
    except OSError as error:
        print(type(error).__name__)
print(loader.set_data("x", b""), loader.create_module(spec))


class Text(importlib.abc.InspectLoader):
    def get_source(self, fullname):
        return "answer = 6 * 7" if fullname == "text" else None


module = types.ModuleType("text")
Text().exec_module(module)
print(module.answer, Text().get_code("other"), eval(Text.source_to_code("1 + 1".replace("1 + 1", "x = 2"))) is None)
for call in (lambda: Text().is_package("x"), lambda: Text().exec_module(types.ModuleType("other"))):
    try:
        call()
    except ImportError as error:
        print("ImportError", error)


class Located(importlib.abc.ExecutionLoader):
    def get_source(self, fullname):
        return "pass"

    def get_filename(self, fullname):
        return "/somewhere.py"


print(Located().get_code("x").co_filename)


class File(importlib.abc.FileLoader):
    def get_source(self, fullname):
        return self.get_data(self.path).decode()


with open("file.txt", "w") as file:
    file.write("from_file = True\n")
loader = File("named", "file.txt")
print(loader.name, loader.path, loader.get_filename("named"), loader.get_data("file.txt"), loader == File("named", "file.txt"))
try:
    loader.get_filename("other")
except ImportError as error:
    print(error)

for cls in (importlib.abc.Loader, importlib.abc.MetaPathFinder, importlib.abc.PathEntryFinder, importlib.abc.ResourceLoader,
            importlib.abc.InspectLoader, importlib.abc.ExecutionLoader, importlib.abc.FileLoader, importlib.abc.SourceLoader):  # fmt: skip
    print(cls.__name__, issubclass(cls, importlib.abc.Loader), sorted(cls.__abstractmethods__))
print(importlib.abc.MetaPathFinder().invalidate_caches(), importlib.abc.PathEntryFinder().invalidate_caches())
try:
    importlib.abc.Loader().load_module("x")
except ImportError as error:
    print("ImportError", error)


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, fullname, path, target=None):
        if fullname == "found":
            return importlib.util.spec_from_loader(fullname, Source({"/made/found.py": b"import sys\nplace = __name__"}))
        return None


sys.meta_path.insert(0, Finder())
print(importlib.import_module("found").place, importlib.__import__("found") is sys.modules["found"])
importlib.invalidate_caches()
print(importlib.reload(sys.modules["found"]).place, isinstance(importlib.machinery.SourceFileLoader("a", "b"), importlib.abc.SourceLoader))
