# requires: files
import os
import pkgutil
import sys

files = {
    "lib/pack/__init__.py": "import pkgutil\n__path__ = pkgutil.extend_path(__path__, __name__)\n",
    "lib/pack/one.py": "x = 1\nclass C:\n    y = 2\n",
    "lib/pack/deep/__init__.py": "",
    "lib/pack/deep/two.py": "",
    "lib/pack/data/file.txt": "text\n",
    "lib/pack/broken/__init__.py": "import nothing_of_that_name\n",
    "more/pack/__init__.py": "",
    "more/pack/three.py": "",
    "more/solo.py": "",
    "more/pack.pkg": "# comment\nelsewhere\n",
}
for name, text in files.items():
    os.makedirs(os.path.dirname(name), exist_ok=True)
    with open(name, "w") as file:
        file.write(text)
sys.path[:0] = ["lib", "more"]
print(sorted((info.name, info.ispkg) for info in pkgutil.iter_modules(["lib", "more"], "p.")))
import pack

print([path.replace(os.getcwd() + os.sep, "") for path in pack.__path__])
failed = []
print(
    [(info.name, info.ispkg) for info in pkgutil.walk_packages(pack.__path__, "pack.", failed.append)], failed
)
try:
    list(pkgutil.walk_packages(["lib"], "", None))
except ImportError as error:
    print(error)
print(pkgutil.get_data("pack", "data/file.txt"), pkgutil.get_data("nothing_there", "x"))
for action in (
    lambda: pkgutil.get_data("pack", "none.txt"),
    lambda: list(pkgutil.iter_modules("lib")),
    lambda: list(pkgutil.iter_importers(".x")),
    lambda: pkgutil.resolve_name("pack.one:C.none"),
    lambda: pkgutil.resolve_name("1x"),
    lambda: pkgutil.resolve_name("none.x"),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, os.path.basename(error.filename) if isinstance(error, OSError) else error)
for name in ("pack.one:C.y", "pack.one.C.y", "pack.one", "pack:one", "pack.one:", "os.path:join"):
    print(name, getattr(pkgutil.resolve_name(name), "__name__", pkgutil.resolve_name(name)))
print(pkgutil.extend_path("text", "x"), pkgutil.ModuleInfo(1, 2, 3), pkgutil.get_importer("none"))
