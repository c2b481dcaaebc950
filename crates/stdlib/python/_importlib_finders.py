"""Finders and loaders by the names that programs know: the interpreter finds modules without them."""

import sys
from importlib import _find_spec
from importlib.abc import FileLoader, InspectLoader
from importlib.machinery import BYTECODE_SUFFIXES, SourceFileLoader
from os.path import isdir, isfile, join

__name__ = "importlib.machinery"


class PathFinder:
    """Finds modules on sys.path, or on the path of a package."""

    @staticmethod
    def find_spec(fullname, path=None, target=None):
        """The specification of a module, or None."""
        spec = _find_spec(fullname, list(sys.path if path is None else path))
        return spec if spec is None or spec.has_location or spec.submodule_search_locations is not None else None

    @staticmethod
    def find_distributions(*args, **kwargs):
        """The packages that are installed, as importlib.metadata has them."""
        from importlib.metadata import MetadataPathFinder

        return MetadataPathFinder.find_distributions(*args, **kwargs)

    @staticmethod
    def invalidate_caches():
        """Forget what was found: nothing is kept."""


class FileFinder:
    """Finds modules in one folder; loader_details are loaders with the endings of their files."""

    def __init__(self, path, *loader_details):
        self.path = path or "."
        self._loaders = [(ending, loader) for loader, endings in loader_details for ending in endings]

    def find_spec(self, fullname, target=None):
        """The specification of a module or package, or None."""
        from importlib.machinery import ModuleSpec
        from importlib.util import spec_from_file_location

        base = join(self.path, fullname.rpartition(".")[2])
        for ending, loader in self._loaders:
            inside = join(base, "__init__" + ending)
            if isfile(inside):
                loader = loader(fullname, inside)
                return spec_from_file_location(fullname, inside, loader=loader, submodule_search_locations=[base])
        for ending, loader in self._loaders:
            if isfile(base + ending):
                return spec_from_file_location(fullname, base + ending, loader=loader(fullname, base + ending))
        if isdir(base):
            spec = ModuleSpec(fullname, None)
            spec.submodule_search_locations = [base]
            return spec
        return None

    def invalidate_caches(self):
        """Forget what was found: nothing is kept."""

    @classmethod
    def path_hook(cls, *loader_details):
        """What makes finders of folders, for sys.path_hooks."""

        def path_hook_for_FileFinder(path):
            if not isdir(path):
                raise ImportError("only directories are supported", path=path)
            return cls(path, *loader_details)

        return path_hook_for_FileFinder

    def __repr__(self):
        return f"FileFinder({self.path!r})"


class SourcelessFileLoader(FileLoader):
    """Loads compiled files."""

    def get_source(self, fullname):
        """None: there is none."""
        return None

    def is_package(self, fullname):
        """Whether the file is that of a package."""
        return self.path.endswith("__init__" + BYTECODE_SUFFIXES[0])

    def exec_module(self, module):
        """Run the file."""
        SourceFileLoader(self.name, self.path).exec_module(module)


class ExtensionFileLoader(FileLoader):
    """Would load modules that are written in C: there are none."""

    def create_module(self, spec):
        """An error."""
        raise ImportError(f"modules in C can't be loaded: {self.path}", name=spec.name, path=self.path)

    def get_source(self, fullname):
        """None: there is none."""
        return None

    def get_code(self, fullname):
        """None: there is none."""
        return None

    def is_package(self, fullname):
        """No."""
        return False


class FrozenImporter:
    """Would find modules that CPython has inside: here BuiltinImporter finds all of them."""

    @staticmethod
    def find_spec(fullname, path=None, target=None):
        """None."""
        return None


class NamespaceLoader(InspectLoader):
    """Loads packages that are folders without a file."""

    def __init__(self, name, path, path_finder=None):
        self._path = path

    def is_package(self, fullname):
        """They are."""
        return True

    def get_source(self, fullname):
        """Nothing."""
        return ""

    def exec_module(self, module):
        """Nothing is run."""
