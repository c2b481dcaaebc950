"""What readers of resources and their folders and files have."""

import io

from abc import ABCMeta, abstractmethod
from typing import Protocol, runtime_checkable

__all__ = ["ResourceReader", "Traversable", "TraversableResources"]


class ResourceReader(metaclass=ABCMeta):
    """Reads the files of one folder, by their names."""

    @abstractmethod
    def open_resource(self, resource):
        """Open a file to read bytes."""
        raise FileNotFoundError

    @abstractmethod
    def resource_path(self, resource):
        """The path of a file in the file system; a FileNotFoundError if it has none."""
        raise FileNotFoundError

    @abstractmethod
    def is_resource(self, path):
        """Whether there is a file of this name."""
        raise FileNotFoundError

    @abstractmethod
    def contents(self):
        """The names in the folder."""
        raise FileNotFoundError


class TraversalError(Exception):
    """Raised when a part of a path isn't there."""


@runtime_checkable
class Traversable(Protocol):
    """A folder or file: the part of pathlib.Path that resources need."""

    @abstractmethod
    def iterdir(self):
        """What is in the folder."""

    def read_bytes(self):
        """The content."""
        with self.open("rb") as stream:
            return stream.read()

    def read_text(self, encoding=None, errors=None):
        """The content as text."""
        with self.open("r", encoding=io.text_encoding(encoding), errors=errors) as stream:
            return stream.read()

    @abstractmethod
    def is_dir(self):
        """Whether it is a folder."""

    @abstractmethod
    def is_file(self):
        """Whether it is a file."""

    def joinpath(self, *descendants):
        """What is below, by the parts of its path."""
        current = self
        for name in [part for path in descendants for part in str(path).split("/") if part and part != "."]:
            for child in current.iterdir():
                if child.name == name:
                    current = child
                    break
            else:
                raise TraversalError("Target not found during traversal.", name, [name])
        return current

    def __truediv__(self, child):
        return self.joinpath(child)

    @abstractmethod
    def open(self, mode="r", *args, **kwargs):
        """Open the file, as open() does."""

    @property
    @abstractmethod
    def name(self):
        """The last part of the path."""


class TraversableResources(ResourceReader):
    """A ResourceReader for a folder that files() returns."""

    @abstractmethod
    def files(self):
        """The folder."""

    def open_resource(self, resource):
        """Open a file to read bytes."""
        return self.files().joinpath(resource).open("rb")

    def resource_path(self, resource):
        """The path of a file: none."""
        raise FileNotFoundError(resource)

    def is_resource(self, path):
        """Whether there is a file of this name."""
        return self.files().joinpath(path).is_file()

    def contents(self):
        """The names in the folder."""
        return (item.name for item in self.files().iterdir())
