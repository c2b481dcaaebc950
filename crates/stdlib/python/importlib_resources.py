"""Files that lie in packages, wherever those are.

    >>> from importlib import resources
    >>> resources.files("package").joinpath("data", "table.csv").read_text()  # doctest: +SKIP
"""

import os
import sys

from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from types import ModuleType as Package

__all__ = [
    "Package", "Anchor", "as_file", "files", "ResourceReader", "contents", "is_resource", "open_binary", "open_text",
    "path", "read_binary", "read_text",
]  # fmt: skip

# A package: importlib.resources.abc and readers.
__path__ = []

Anchor = Package | str


def __getattr__(name):
    if name == "ResourceReader":
        from importlib.resources.abc import ResourceReader

        return ResourceReader
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])


def _takes_package(function):
    """Lets the argument have the name that it had once."""

    @wraps(function)
    def files(*args, **options):
        if not args and options.keys() == {"package"}:
            import warnings

            warnings.warn("First parameter to files is renamed to 'anchor'", DeprecationWarning, stacklevel=2)
            return function(options["package"])
        return function(*args, **options)

    return files


@_takes_package
def files(anchor=None):
    """The folder of a package, or the one that a module lies in, as a Traversable; by default the caller's."""
    if anchor is None:
        anchor = _caller_package()
    if isinstance(anchor, str):
        from importlib import import_module

        anchor = import_module(anchor)
    spec = anchor.__spec__
    find_reader = getattr(spec.loader, "get_resource_reader", None)
    reader = find_reader(spec.name) if find_reader is not None else None
    if reader is not None:
        return reader.files()
    places = spec.submodule_search_locations
    if places and spec.origin is None:
        from importlib.resources.readers import MultiplexedPath

        return MultiplexedPath(*places)
    if places:
        return Path(list(places)[0])
    if spec.origin and os.path.isfile(spec.origin):
        return Path(spec.origin).parent
    return _NoFiles(spec.name)


def _caller_package():
    """The name of the package that the program's code is in which asks."""
    frame = sys._getframe(2)
    while frame.f_globals.get("__name__") == __name__:
        frame = frame.f_back
    module = sys.modules[frame.f_globals["__name__"]]
    if hasattr(module, "__path__") or module.__spec__ is None:
        return module
    return module.__spec__.parent or module


class _NoFiles:
    """The folder of a module that has no files: it is part of the interpreter."""

    def __init__(self, name):
        self.name = name

    def iterdir(self):
        return iter(())

    def is_dir(self):
        return False

    is_file = is_dir

    def joinpath(self, *descendants):
        return type(self)("/".join([self.name, *descendants]))

    __truediv__ = joinpath

    def open(self, mode="r", *args, **kwargs):
        raise FileNotFoundError(2, "No such file or directory", self.name)

    def read_bytes(self):
        return self.open("rb")

    def read_text(self, encoding=None, errors="strict"):
        return self.open()


@contextmanager
def as_file(path):
    """A path in the file system, for as long as the with statement lasts: the path itself, or that of a copy."""
    if isinstance(path, Path):
        yield path
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        target = Path(folder, path.name)
        _copy(path, target)
        yield target


def _copy(source, target):
    if source.is_dir():
        target.mkdir()
        for child in source.iterdir():
            _copy(child, target / child.name)
    else:
        target.write_bytes(source.read_bytes())


_MISSING = object()


def _resource(anchor, path_names):
    if anchor is None:
        raise TypeError("anchor must be module or string, got None")
    folder = files(anchor)
    return folder.joinpath(*path_names) if path_names else folder


def _encoding(encoding, path_names):
    if encoding is not _MISSING:
        return encoding
    if len(path_names) < 2:
        return "utf-8"
    # It was the second argument once.
    raise TypeError("'encoding' argument required with multiple path names")


def open_binary(anchor, *path_names):
    """Open a file to read bytes."""
    return _resource(anchor, path_names).open("rb")


def open_text(anchor, *path_names, encoding=_MISSING, errors="strict"):
    """Open a file to read text, in UTF-8 unless another encoding is given."""
    encoding = _encoding(encoding, path_names)
    return _resource(anchor, path_names).open("r", encoding=encoding, errors=errors)


def read_binary(anchor, *path_names):
    """The content of a file."""
    return _resource(anchor, path_names).read_bytes()


def read_text(anchor, *path_names, encoding=_MISSING, errors="strict"):
    """The content of a file as text, in UTF-8 unless another encoding is given."""
    encoding = _encoding(encoding, path_names)
    with _resource(anchor, path_names).open("r", encoding=encoding, errors=errors) as file:
        return file.read()


def path(anchor, *path_names):
    """as_file() of a file."""
    return as_file(_resource(anchor, path_names))


def is_resource(anchor, *path_names):
    """Whether there is a file of this name."""
    return _resource(anchor, path_names).is_file()


def contents(anchor, *path_names):
    """The names in a folder."""
    import warnings

    warnings.warn(
        "importlib.resources.contents is deprecated. Use files(anchor).iterdir() instead.", DeprecationWarning,
        stacklevel=2,
    )  # fmt: skip
    return (child.name for child in _resource(anchor, path_names).iterdir())
