# Paths in archives, and what `python -m zipfile` does: what zipfile loads when a program asks for it.
import posixpath

from pathlib import PurePosixPath
from zipfile import ZipFile

__name__ = "zipfile"


def _folders_of(names):
    """The folders that the names lie in but that aren't among them."""
    known = set(names)
    found = {}
    for name in names:
        folder = posixpath.dirname(name.rstrip("/"))
        while folder and folder != "/" and folder + "/" not in known:
            found.setdefault(folder + "/")
            folder = posixpath.dirname(folder)
    return list(found)


class CompleteDirs(ZipFile):
    """A ZipFile whose names have all folders, also those that the archive doesn't mention."""

    def namelist(self):
        """The names of all files and folders."""
        names = super().namelist()
        return names + _folders_of(names)

    @classmethod
    def make(cls, source):
        """An archive as one of this class."""
        if isinstance(source, CompleteDirs):
            return source
        if not isinstance(source, ZipFile):
            return cls(source)
        if source.mode == "r":
            source.__class__ = cls
        return source


class Path:
    """A file or folder in an archive, with the operations that pathlib's paths have for files."""

    def __init__(self, root, at=""):
        self.root = CompleteDirs.make(root)
        self.at = at

    def __eq__(self, other):
        return (self.root, self.at) == (other.root, other.at) if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash((self.root, self.at))

    def _names(self):
        names = self.root.namelist()
        return names + _folders_of(names)

    def open(self, mode="r", *args, pwd=None, **kwargs):
        """A stream of text, or of bytes if the mode has a "b"."""
        if self.is_dir():
            raise IsADirectoryError(self)
        if mode[0] == "r" and not self.exists():
            raise FileNotFoundError(self)
        stream = self.root.open(self.at, mode[0], pwd=pwd)
        if "b" in mode:
            if args or kwargs:
                raise ValueError("encoding args invalid for binary operation")
            return stream
        import io

        return io.TextIOWrapper(stream, *args, **kwargs)

    def _path(self):
        return PurePosixPath(self._whole())

    def _whole(self):
        return posixpath.join(str(self.root.filename or ":zipfile:"), self.at)

    @property
    def name(self):
        """The last part."""
        return PurePosixPath(self.at).name or self.filename.name

    @property
    def suffix(self):
        """The name's extension."""
        return PurePosixPath(self.at).suffix or self.filename.suffix

    @property
    def suffixes(self):
        """All extensions of the name."""
        return PurePosixPath(self.at).suffixes or self.filename.suffixes

    @property
    def stem(self):
        """The name without its extension."""
        return PurePosixPath(self.at).stem or self.filename.stem

    @property
    def filename(self):
        """The path of the archive, followed by that in it."""
        from pathlib import Path as FilePath

        return FilePath(self.root.filename).joinpath(self.at)

    def read_text(self, *args, **kwargs):
        """The content as text."""
        with self.open("r", *args, **kwargs) as file:
            return file.read()

    def read_bytes(self):
        """The content."""
        with self.open("rb") as file:
            return file.read()

    def _next(self, at):
        return type(self)(self.root, at)

    def is_dir(self):
        """Whether it is a folder."""
        return not self.at or self.at.endswith("/")

    def is_file(self):
        """Whether it is a file."""
        return self.exists() and not self.is_dir()

    def exists(self):
        """Whether it is in the archive."""
        return self.at in self._names()

    def is_symlink(self):
        """Whether it is a symbolic link."""
        from stat import S_ISLNK

        return S_ISLNK(self.root.getinfo(self.at).external_attr >> 16)

    def iterdir(self):
        """What is in the folder."""
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        here = self.at.rstrip("/")
        names = [name for name in self._names() if posixpath.dirname(name.rstrip("/")) == here and name != self.at]
        return map(self._next, names)

    def match(self, path_pattern):
        """Whether a pattern matches, as for pathlib's paths."""
        return PurePosixPath(self.at).match(path_pattern)

    def glob(self, pattern):
        """What is below and matches a pattern."""
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        pattern = PurePosixPath(self.at + pattern)
        for name in self._names():
            path = PurePosixPath(name)
            # Here ** stands for one folder at least.
            if len(path.parts) >= len(pattern.parts) and path.full_match(pattern):
                yield self._next(name)

    def rglob(self, pattern):
        """What is anywhere below and matches a pattern."""
        return self.glob(f"**/{pattern}")

    def relative_to(self, other, *extra):
        """The path as seen from another one in the same archive."""
        return posixpath.relpath(str(self), str(other.joinpath(*extra)))

    def __str__(self):
        return self._whole()

    def __repr__(self):
        return f"{type(self).__name__}({self.root.filename!r}, {self.at!r})"

    def joinpath(self, *other):
        """A path below."""
        at = posixpath.join(self.at, *other)
        names = self._names()
        return self._next(at + "/" if at not in names and at + "/" in names else at)

    __truediv__ = joinpath

    @property
    def parent(self):
        """The folder it is in."""
        if not self.at:
            return self.filename.parent
        above = posixpath.dirname(self.at.rstrip("/"))
        return self._next(above + "/" if above else above)


def main(args=None):
    import argparse
    import os

    parser = argparse.ArgumentParser(description="A simple command-line interface for zipfile module.")
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("-l", "--list", metavar="<zipfile>", help="Show listing of a zipfile")
    places = "<zipfile>", "<output_dir>"
    group.add_argument("-e", "--extract", nargs=2, metavar=places, help="Extract zipfile into target dir")
    group.add_argument("-c", "--create", nargs="+", metavar=("<name>", "<file>"), help="Create zipfile from sources")
    group.add_argument("-t", "--test", metavar="<zipfile>", help="Test if a zipfile is valid")
    text = "Specify encoding of member names for -l, -e and -t"
    parser.add_argument("--metadata-encoding", metavar="<encoding>", help=text)
    options = parser.parse_args(args)
    encoding = options.metadata_encoding
    if options.test is not None:
        with ZipFile(options.test, "r", metadata_encoding=encoding) as archive:
            broken = archive.testzip()
        if broken:
            print(f"The following enclosed file is corrupted: {broken!r}")
        print("Done testing")
    elif options.list is not None:
        with ZipFile(options.list, "r", metadata_encoding=encoding) as archive:
            archive.printdir()
    elif options.extract is not None:
        source, folder = options.extract
        with ZipFile(source, "r", metadata_encoding=encoding) as archive:
            archive.extractall(folder)
    else:
        _create(options.create, os)


def _create(names, os):
    from zipfile import ZIP_DEFLATED, ZIP_STORED

    try:
        import zlib

        kind = ZIP_DEFLATED
    except ImportError:
        kind = ZIP_STORED
    target, *sources = names

    def add(archive, path, name):
        if os.path.isfile(path):
            archive.write(path, name, kind)
        elif os.path.isdir(path):
            if name:
                archive.write(path, name)
            for each in sorted(os.listdir(path)):
                add(archive, os.path.join(path, each), os.path.join(name, each))

    with ZipFile(target, "w") as archive:
        for path in sources:
            name = os.path.basename(path) or os.path.basename(os.path.dirname(path))
            add(archive, path, "" if name in ("", os.curdir, os.pardir) else name)
