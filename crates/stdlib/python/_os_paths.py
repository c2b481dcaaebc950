# os.PathLike, which os loads when a program asks for it.
__name__ = "os"


class _PathLikeType(type):
    def __subclasscheck__(cls, subclass):
        if cls is PathLike:
            return any("__fspath__" in vars(base) for base in subclass.__mro__)
        return super().__subclasscheck__(subclass)

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))


class PathLike(metaclass=_PathLikeType):
    """The type of objects that stand for paths: those with __fspath__()."""

    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)
