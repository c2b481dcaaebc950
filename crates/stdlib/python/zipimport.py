"""Modules in ZIP archives. An importer is asked by a program; the import statement doesn't look into archives itself."""
import os
import sys
from importlib.machinery import ModuleSpec

__all__ = ["ZipImportError", "zipimporter"]


class ZipImportError(ImportError):
    """Raised for what is no archive, and for modules that are not in one."""


class zipimporter:
    """Finds and loads the modules of an archive, or of a folder in it: zipimporter("a.zip/folder")."""

    def __init__(self, path):
        path = os.fsdecode(path)
        if not path:
            raise ZipImportError("archive path is empty", path=path)
        archive, inside = path, []
        while archive and not os.path.exists(archive):
            archive, part = os.path.split(archive)
            if not part:
                break
            inside.insert(0, part)
        if not os.path.isfile(archive):
            raise ZipImportError("not a Zip file", path=path)
        self.archive = archive
        self.prefix = os.path.join(*inside, "") if inside else ""
        self.invalidate_caches()

    def invalidate_caches(self):
        """Read the archive's list of files again."""
        from zipfile import BadZipFile, ZipFile

        try:
            with ZipFile(self.archive) as opened:
                self._names = set(opened.namelist())
        except (BadZipFile, OSError):
            raise ZipImportError(f"not a Zip file: {self.archive!r}", path=self.archive) from None

    def _place(self, fullname):
        """The file of a module in the archive and whether it is a package's; (None, False) if it isn't there."""
        name = self.prefix.replace(os.sep, "/") + fullname.rpartition(".")[2]
        if f"{name}/__init__.py" in self._names:
            return f"{name}/__init__.py", True
        return (f"{name}.py", False) if f"{name}.py" in self._names else (None, False)

    def _found(self, fullname):
        place, is_package = self._place(fullname)
        if place is None:
            raise ZipImportError(f"can't find module {fullname!r}", name=fullname)
        return place, is_package

    def find_spec(self, fullname, target=None):
        """The specification of a module; None if the archive has none of that name."""
        place, is_package = self._place(fullname)
        if place is None:
            return self._namespace(fullname)
        spec = ModuleSpec(fullname, self, origin=self._path(place), is_package=is_package)
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(spec.origin)]
        return spec

    def _namespace(self, fullname):
        """The specification of a folder without code."""
        folder = self.prefix.replace(os.sep, "/") + fullname.rpartition(".")[2] + "/"
        if not any(name.startswith(folder) for name in self._names):
            return None
        spec = ModuleSpec(fullname, None, is_package=True)
        spec.submodule_search_locations = [self._path(folder[:-1])]
        return spec

    def create_module(self, spec):
        """None: modules are made as usual."""

    def exec_module(self, module):
        """Run a module's code in it."""
        exec(self.get_code(module.__name__), module.__dict__)

    def load_module(self, fullname):
        """Import a module, and return it (find_spec() is the newer way)."""
        from importlib.util import module_from_spec

        self._found(fullname)
        module = sys.modules.get(fullname)
        if module is None:
            module = sys.modules[fullname] = module_from_spec(self.find_spec(fullname))
        try:
            self.exec_module(module)
        except BaseException:
            sys.modules.pop(fullname, None)
            raise
        return sys.modules[fullname]

    def get_code(self, fullname):
        """A module's code."""
        place, _ = self._found(fullname)
        return compile(self._read(place), self._path(place), "exec", dont_inherit=True)

    def get_data(self, pathname):
        """The bytes of a file of the archive, by its path behind the archive's."""
        inside = pathname.removeprefix(self.archive + os.sep).replace(os.sep, "/")
        if inside not in self._names:
            raise OSError(0, "", pathname)
        return self._read(inside)

    def get_filename(self, fullname):
        """What a module's __file__ is."""
        return self._path(self._found(fullname)[0])

    def get_source(self, fullname):
        """A module's text."""
        return self._read(self._found(fullname)[0]).decode()

    def is_package(self, fullname):
        """Whether a module is a package."""
        return self._found(fullname)[1]

    def _path(self, place):
        return os.path.join(self.archive, *place.split("/"))

    def _read(self, place):
        from zipfile import ZipFile

        with ZipFile(self.archive) as opened:
            return opened.read(place)

    def __repr__(self):
        return f'<zipimporter object "{self.archive}{os.sep}{self.prefix}">'
