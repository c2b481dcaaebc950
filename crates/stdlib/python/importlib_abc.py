"""Abstract base classes of what finds and loads modules."""

import abc
import sys
from importlib import _BuiltinImporter, _SourceFileLoader, _module_from_spec

__all__ = [
    "Loader", "MetaPathFinder", "PathEntryFinder", "ResourceLoader", "InspectLoader", "ExecutionLoader", "FileLoader",
    "SourceLoader",
]  # fmt: skip


class Loader(metaclass=abc.ABCMeta):
    """What makes a module of a specification."""

    def create_module(self, spec):
        """The module to be filled, or None for a usual one."""
        return None

    def load_module(self, fullname):
        """Make the module of that name, or run an existing one anew: what was done before specifications."""
        if not hasattr(self, "exec_module"):
            raise ImportError
        from importlib.util import spec_from_loader

        spec = spec_from_loader(fullname, self)
        module = sys.modules.get(fullname)
        if module is None:
            module = sys.modules[fullname] = _module_from_spec(spec)
        try:
            self.exec_module(module)
        except BaseException:
            sys.modules.pop(fullname, None)
            raise
        return sys.modules[fullname]


class MetaPathFinder(metaclass=abc.ABCMeta):
    """What sys.meta_path holds: find_spec(fullname, path, target=None) knows where modules are."""

    def invalidate_caches(self):
        """Forget what was found."""


class PathEntryFinder(metaclass=abc.ABCMeta):
    """What finds modules in one entry of a path, with find_spec(fullname, target=None)."""

    def invalidate_caches(self):
        """Forget what was found."""


class ResourceLoader(Loader):
    """A loader that reads files."""

    @abc.abstractmethod
    def get_data(self, path):
        """The bytes of a file."""
        raise OSError


class InspectLoader(Loader):
    """A loader that tells what a module is made of."""

    def is_package(self, fullname):
        """Whether it is a package."""
        raise ImportError

    def get_code(self, fullname):
        """Its code object, or None."""
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        """Its source, or None."""
        raise ImportError

    @staticmethod
    def source_to_code(data, path="<string>"):
        """The code object of source text or bytes."""
        return compile(data, path, "exec", dont_inherit=True)

    def exec_module(self, module):
        """Run the module's code in it."""
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f"cannot load module {module.__name__!r} when get_code() returns None")
        exec(code, vars(module))


class ExecutionLoader(InspectLoader):
    """A loader of modules that have files."""

    @abc.abstractmethod
    def get_filename(self, fullname):
        """The file's path."""
        raise ImportError

    def get_code(self, fullname):
        """Its code object, which knows the file."""
        source = self.get_source(fullname)
        if source is None:
            return None
        try:
            path = self.get_filename(fullname)
        except ImportError:
            return self.source_to_code(source)
        return self.source_to_code(source, path)


class FileLoader(ResourceLoader, ExecutionLoader):
    """A loader of one module, from one file."""

    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def load_module(self, fullname=None):
        """Load the module."""
        if fullname is not None and fullname != self.name:
            raise ImportError(f"loader for {self.name} cannot handle {fullname}", name=fullname)
        return super().load_module(self.name)

    def get_filename(self, name=None):
        """The file's path."""
        if name is not None and name != self.name:
            raise ImportError(f"loader for {self.name} cannot handle {name}", name=name)
        return self.path

    def get_data(self, path):
        """The bytes of a file."""
        with open(path, "rb") as file:
            return file.read()


class SourceLoader(ResourceLoader, ExecutionLoader):
    """A loader of source files: get_filename() and get_data() are to be written."""

    def path_mtime(self, path):
        """When a file was changed last."""
        if type(self).path_stats is SourceLoader.path_stats:
            raise OSError
        return int(self.path_stats(path)["mtime"])

    def path_stats(self, path):
        """What is known of a file: at least its mtime."""
        if type(self).path_mtime is SourceLoader.path_mtime:
            raise OSError
        return {"mtime": self.path_mtime(path)}

    def set_data(self, path, data):
        """Write a file, if that can be."""

    def is_package(self, fullname):
        """Whether it is a package: a file __init__."""
        from os.path import basename

        return basename(self.get_filename(fullname)).rsplit(".", 1)[0] == "__init__" != fullname.rpartition(".")[2]

    def get_source(self, fullname):
        """The decoded source."""
        from importlib.util import decode_source

        try:
            data = self.get_data(self.get_filename(fullname))
        except OSError as error:
            raise ImportError("source not available through get_data()", name=fullname) from error
        return decode_source(data)

    def get_code(self, fullname):
        """Its code object."""
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)


SourceLoader.register(_SourceFileLoader)
FileLoader.register(_SourceFileLoader)
InspectLoader.register(_BuiltinImporter)
MetaPathFinder.register(_BuiltinImporter)
