# os.PathLike, which os loads when a program asks for it.
from abc import ABC, abstractmethod

__name__ = "os"


class PathLike(ABC):
    """The type of objects that stand for paths: those with __fspath__()."""

    __slots__ = ()

    @abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return any("__fspath__" in vars(base) for base in subclass.__mro__) or NotImplemented
        return NotImplemented

    @classmethod
    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)
