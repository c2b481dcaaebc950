# Modules imported by names that the program makes.
import importlib
import sys

print(importlib.import_module("os.path") is sys.modules["os.path"], importlib.import_module("sys") is sys)
package = importlib.import_module("fixtures.space.leaf", "ignored")
print(package.x, importlib.import_module(".leaf", "fixtures.space") is package)
print(importlib.import_module("..space.leaf", "fixtures.other") is package)
for name, anchor in ((".leaf", None), ("...leaf", "fixtures.space"), ("", None), ("nothing_here", None)):
    try:
        print(importlib.import_module(name, anchor))
    except (ImportError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
    except AttributeError as error:
        print(error)
print(importlib.invalidate_caches(), importlib.__import__("sys") is sys)
made = type(sys)("made")
for value in (made, "text"):
    try:
        importlib.reload(value)
    except (ImportError, TypeError) as error:
        print(type(error).__name__, error)
print(made, importlib.import_module(".", "fixtures") is sys.modules["fixtures"])
