# requires: files
# Modules that are loaded late, finders by their names, and what importlib.util does with source.
import importlib.machinery
import importlib.util
import sys

with open("late.py", "w") as file:
    file.write("print('loading')\nvalue = 5\nchanged = 1\n")
sys.path.insert(0, ".")
spec = importlib.machinery.PathFinder.find_spec("late", ["."])
print(type(spec.loader).__name__, spec.name, importlib.machinery.PathFinder.find_spec("missing_module", ["."]))
spec.loader = importlib.util.LazyLoader(spec.loader)
print(isinstance(spec.loader, importlib.util.Loader))
module = importlib.util.module_from_spec(spec)
sys.modules["late"] = module
spec.loader.exec_module(module)
print("not yet")
print(module.value, type(module).__name__)
for wrong in (lambda: importlib.util.LazyLoader(5), lambda: importlib.util.LazyLoader.factory(5)):
    try:
        wrong()
    except TypeError as error:
        print(error)
make = importlib.util.LazyLoader.factory(importlib.machinery.SourceFileLoader)
print(type(make("late", "late.py")).__name__)

details = importlib.machinery.SourceFileLoader, importlib.machinery.SOURCE_SUFFIXES
finder = importlib.machinery.FileFinder(".", details)
spec = finder.find_spec("late")
print(spec.name, spec.origin.replace("\\", "/").rpartition("/")[2], type(spec.loader).__name__, finder.find_spec("missing"))
finder.invalidate_caches()
hook = importlib.machinery.FileFinder.path_hook(details)
print(type(hook(".")).__name__)
try:
    hook("late.py")
except ImportError as error:
    print(error)

print(repr(importlib.util.decode_source(b"# coding: latin-1\r\n'\xe9'\rx")), repr(importlib.util.decode_source(b"\xef\xbb\xbfx")))
print(len(importlib.util.source_hash(b"a")), importlib.util.source_hash(b"a") != importlib.util.source_hash(b"b"))
print(type(importlib.util.MAGIC_NUMBER).__name__, len(importlib.util.MAGIC_NUMBER))
print(importlib.machinery.all_suffixes()[:1] == importlib.machinery.SOURCE_SUFFIXES == [".py"])
print(type(importlib.machinery.BYTECODE_SUFFIXES), type(importlib.machinery.EXTENSION_SUFFIXES))
print(importlib.machinery.BuiltinImporter.__name__, importlib.machinery.FrozenImporter.__name__,
      importlib.machinery.ExtensionFileLoader("a", "b.so").get_source("a"), importlib.machinery.SourcelessFileLoader("a", "b").get_source("a"))  # fmt: skip
print(importlib.machinery.NamespaceLoader("n", ["p"], None).is_package("n"), importlib.machinery.NamespaceLoader("n", ["p"], None).get_source("n"))
