# Finders in sys.meta_path: modules that are in no file.
import importlib.util
import sys


class Finder:
    def __init__(self, sources):
        self.sources = sources

    def find_spec(self, name, path, target=None):
        if name in self.sources:
            is_package = any(other.startswith(name + ".") for other in self.sources)
            return importlib.util.spec_from_loader(name, self, is_package=is_package)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(self.sources[module.__name__], module.__dict__)


finder = Finder({
    "virtual": "value = 42\nname = __name__",
    "package": "from . import inner",
    "package.inner": "here = __package__",
    "fails": "1 / 0",
})
sys.meta_path.append(finder)

import virtual
import package.inner
from package import inner

print(virtual.value, virtual.name, virtual.__spec__.name, virtual.__loader__ is finder, package.inner.here, inner is package.inner)
try:
    import fails
except ZeroDivisionError:
    print("fails" in sys.modules)
try:
    import nosuch
except ModuleNotFoundError as error:
    print(error)
try:
    import package.nosuch
except ModuleNotFoundError as error:
    print(error)
print(importlib.util.find_spec("virtual").name, importlib.util.find_spec("nosuch"))
sys.meta_path.remove(finder)
del sys.modules["virtual"]
try:
    import virtual
except ModuleNotFoundError as error:
    print(error)
