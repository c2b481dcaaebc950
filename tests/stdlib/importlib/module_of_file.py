# python: 3.13
# requires: files
# Modules are found without being imported, and made of files by hand.
import importlib.util
import importlib.machinery
import os
import sys


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as error:
        print(type(error).__name__, error)


with open("plugin.py", "w") as file:
    file.write("value = 5\nname = __name__\nwhere = __spec__.origin\n")
os.makedirs("package/inner", exist_ok=True)
with open("package/__init__.py", "w") as file:
    file.write("loaded = True\n")
with open("package/module.py", "w") as file:
    file.write("from . import loaded\n")
sys.path.insert(0, os.getcwd())

spec = importlib.util.spec_from_file_location("loaded.plugin", "plugin.py")
print(spec.name, os.path.basename(spec.origin), spec.has_location, spec.parent, spec.submodule_search_locations)
module = importlib.util.module_from_spec(spec)
print(module.__name__, module.__spec__ is spec, module.__package__, hasattr(module, "value"))
sys.modules["loaded.plugin"] = module
spec.loader.exec_module(module)
print(module.value, module.name, os.path.basename(module.where), "loaded.plugin" in sys.modules)

spec = importlib.util.find_spec("plugin")
print(spec.name, os.path.basename(spec.origin), "plugin" in sys.modules, spec.loader.is_package("plugin"))
print(spec.loader.get_source("plugin").splitlines()[0], spec.loader.get_code("plugin").co_name)
spec = importlib.util.find_spec("package")
print(spec.name, spec.submodule_search_locations == [os.path.join(os.getcwd(), "package")], "package" in sys.modules)
spec = importlib.util.find_spec("package.module")
print(spec.name, spec.parent, "package" in sys.modules, "package.module" in sys.modules)
print(importlib.util.find_spec(".module", "package").name, importlib.util.find_spec("nothing_there"))
print(importlib.util.find_spec("sys") is sys.__spec__, importlib.util.find_spec("errno").origin)
attempt(importlib.util.find_spec, "plugin.inner")
attempt(importlib.util.find_spec, "nothing_there.inner")
attempt(importlib.util.find_spec, ".module")
print(importlib.util.resolve_name("a.b", None), importlib.util.resolve_name("..c", "a.b"))
print(importlib.util.spec_from_file_location("x", "file.txt"), importlib.util.spec_from_loader("x", None).loader)
print(importlib.machinery.SOURCE_SUFFIXES, importlib.machinery.ModuleSpec is type(spec))

import package.module

print(package.module.loaded, package.__spec__.name, package.module.__loader__.name, package.module.__spec__.parent)
