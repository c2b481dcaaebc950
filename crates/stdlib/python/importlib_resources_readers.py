"""Folders of packages that lie in several places, or in archives."""

from importlib.resources.abc import TraversableResources
from pathlib import Path


class MultiplexedPath:
    """Several folders as one: that of a namespace package."""

    def __init__(self, *paths):
        self._paths = list(map(Path, paths))
        if not self._paths:
            raise FileNotFoundError("MultiplexedPath must contain at least one path")
        if not all(path.is_dir() for path in self._paths):
            raise NotADirectoryError("MultiplexedPath only supports directories")

    def iterdir(self):
        """What is in the folders; folders of the same name are one."""
        found = {}
        for path in self._paths:
            for child in path.iterdir():
                found.setdefault(child.name, []).append(child)
        return iter([_joined(children) for children in found.values()])

    def read_bytes(self):
        """Folders have no content."""
        raise FileNotFoundError(f"{self} is not a file")

    def read_text(self, *args, **kwargs):
        """Folders have no content."""
        raise FileNotFoundError(f"{self} is not a file")

    def is_dir(self):
        """It is a folder."""
        return True

    def is_file(self):
        """It is no file."""
        return False

    def joinpath(self, *descendants):
        """What is below, in the folder that has it."""
        if not descendants:
            return self
        found = [path.joinpath(*descendants) for path in self._paths]
        existing = [path for path in found if path.exists()]
        return _joined(existing) if existing else found[0]

    __truediv__ = joinpath

    def open(self, *args, **kwargs):
        """Folders have no content."""
        raise FileNotFoundError(f"{self} is not a file")

    @property
    def name(self):
        """The folders' name."""
        return self._paths[0].name

    def __repr__(self):
        return f"MultiplexedPath({', '.join([repr(str(path)) for path in self._paths])})"


class ZipReader(TraversableResources):
    """Reads the files of a package in an archive."""

    def __init__(self, loader, module):
        self.archive = loader.archive
        self.prefix = loader.prefix.replace("\\", "/") + module.rpartition(".")[2] + "/"

    def files(self):
        """The folder."""
        import zipfile

        return zipfile.Path(self.archive, self.prefix)


def _joined(paths):
    """The folders as one, or the first of the files."""
    folders = [path for path in paths if path.is_dir()]
    return MultiplexedPath(*folders) if len(folders) > 1 else paths[0]
