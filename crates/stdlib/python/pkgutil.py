"""Modules and files of packages: which there are, and what is in them."""
import importlib
import importlib.util
import os
import sys

__all__ = [
    "get_importer", "iter_importers", "walk_packages", "iter_modules", "get_data", "read_code", "extend_path",
    "ModuleInfo",
]


def __getattr__(name):
    if name == "ModuleInfo":
        global ModuleInfo
        from collections import namedtuple

        ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")
        ModuleInfo.__doc__ = "A module that iter_modules() or walk_packages() found."
        return ModuleInfo
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class _Folder:
    """What finds modules in a folder."""

    def __init__(self, path):
        self.path = os.fspath(path) or "."

    def find_spec(self, fullname, target=None):
        """The specification of a module in the folder, or None."""
        from importlib.util import spec_from_file_location

        name = os.path.join(self.path, fullname.rpartition(".")[2])
        inside = os.path.join(name, "__init__.py")
        if os.path.isfile(inside):
            return spec_from_file_location(fullname, inside, submodule_search_locations=[name])
        return spec_from_file_location(fullname, name + ".py") if os.path.isfile(name + ".py") else None

    def iter_modules(self, prefix=""):
        """The names of the folder's modules, with whether they are packages."""
        try:
            entries = sorted(os.listdir(self.path))
        except OSError:
            return
        seen = set()
        for entry in entries:
            name, suffix = os.path.splitext(entry)
            is_package = os.path.isdir(os.path.join(self.path, entry)) and "." not in entry
            if is_package and not os.path.isfile(os.path.join(self.path, entry, "__init__.py")):
                continue
            if name in seen or name == "__init__" or not (is_package or suffix in (".py", ".fpy")) or "." in name:
                continue
            seen.add(name)
            yield prefix + name, is_package

    def __repr__(self):
        return f"FileFinder({self.path!r})"


def get_importer(path_item):
    """The finder for an entry of sys.path; None if nothing can be found there."""
    path_item = os.fsdecode(path_item)
    if os.path.isdir(path_item or "."):
        return _Folder(path_item)
    if os.path.isfile(path_item):
        from zipimport import ZipImportError, zipimporter

        try:
            return zipimporter(path_item)
        except ZipImportError:
            return None
    return None


def iter_importers(fullname=""):
    """The finders for a module: those of its package, or those of sys.meta_path and sys.path."""
    if fullname.startswith("."):
        raise ImportError(f"Relative module name {fullname!r} not supported")
    if "." in fullname:
        package = importlib.import_module(fullname.rpartition(".")[0])
        path = getattr(package, "__path__", None)
        if path is None:
            return
    else:
        yield from sys.meta_path
        path = sys.path
    for item in path:
        yield get_importer(item)


def iter_modules(path=None, prefix=""):
    """A ModuleInfo for each module in the folders, or in those of sys.path."""
    from pkgutil import ModuleInfo

    if path is None:
        importers = iter_importers()
    elif isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    else:
        importers = map(get_importer, path)
    seen = set()
    for importer in importers:
        for name, is_package in getattr(importer, "iter_modules", lambda prefix: ())(prefix):
            if name not in seen:
                seen.add(name)
                yield ModuleInfo(importer, name, is_package)


def walk_packages(path=None, prefix="", onerror=None):
    """A ModuleInfo for each module in the folders and, after importing them, in the packages there."""
    seen = set()
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except ImportError:
            if onerror is not None:
                onerror(info.name)
            continue
        except Exception:
            if onerror is None:
                raise
            onerror(info.name)
            continue
        inside = [item for item in getattr(sys.modules[info.name], "__path__", None) or () if item not in seen]
        seen.update(inside)
        yield from walk_packages(inside, info.name + ".", onerror)


def extend_path(path, name):
    """A package's path with the folders of its name in all of sys.path, so that its parts may lie apart."""
    if not isinstance(path, list):
        return path
    path = path[:]
    parent, _, last = name.rpartition(".")
    folders = sys.path
    if parent:
        try:
            folders = sys.modules[parent].__path__
        except (AttributeError, KeyError):
            return path
    for folder in folders:
        if not isinstance(folder, str):
            continue
        inside = os.path.join(folder, last)
        if os.path.isfile(os.path.join(inside, "__init__.py")) and inside not in path:
            path.append(inside)
        listed = os.path.join(folder, name + ".pkg")
        if os.path.isfile(listed):
            try:
                with open(listed) as file:
                    lines = [line.rstrip("\n") for line in file]
            except OSError as error:
                sys.stderr.write(f"Can't open {listed}: {error}\n")
            else:
                path.extend(line for line in lines if line and not line.startswith("#"))
    return path


def get_data(package, resource):
    """The bytes of a file that lies in a package; None if its loader has no files."""
    spec = importlib.util.find_spec(package)
    if spec is None:
        return None
    loader = spec.loader
    module = sys.modules.get(package) or importlib.import_module(package)
    if module is None or not hasattr(module, "__file__") or module.__file__ is None:
        return None
    file = os.path.join(os.path.dirname(module.__file__), *resource.split("/"))
    if hasattr(loader, "get_data"):
        return loader.get_data(file)
    with open(file, "rb") as stream:
        return stream.read()


def read_code(stream):
    """The code in a compiled file of CPython's: None, as there is another format here."""
    return None


def resolve_name(name):
    """The object with a dotted name: `package.module:object.attribute`, or with only dots."""
    module, colon, rest = name.partition(":")
    parts = module.split(".")
    if not all(part.isidentifier() for part in parts + (rest.split(".") if rest else [])):
        raise ValueError(f"invalid format: {name!r}")
    if colon:
        found = importlib.import_module(module)
        parts = rest.split(".") if rest else []
    else:
        place = parts.pop(0)
        found = importlib.import_module(place)
        while parts:
            place = f"{place}.{parts[0]}"
            try:
                found = importlib.import_module(place)
            except ImportError:
                break
            parts.pop(0)
    for part in parts:
        found = getattr(found, part)
    return found
