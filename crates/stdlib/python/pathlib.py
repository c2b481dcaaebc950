"""Paths as objects: what a path's text says, for POSIX and Windows, and what is there in the file system."""

import os
import posixpath

__all__ = ["UnsupportedOperation", "PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]

# A package: pathlib.types.
__path__ = []


class UnsupportedOperation(NotImplementedError):
    """Raised for what a path's system can't do."""


class _Parents:
    """A path's ancestors as a sequence."""

    __slots__ = ("_path", "_drive", "_root", "_tail")

    def __init__(self, path):
        self._path = path
        self._drive, self._root, self._tail = path._parsed()

    def __len__(self):
        return len(self._tail)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple([self[number] for number in range(*index.indices(len(self)))])
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        return self._path._made(self._drive, self._root, self._tail[: -index - 1])

    def __iter__(self):
        for number in range(len(self)):
            yield self[number]

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


# It is a collections.abc.Sequence, which only those need to load who ask.
def _register_parents():
    from collections.abc import Sequence

    Sequence.register(_Parents)


class PurePath:
    """A path whose text is taken apart and put together, without looking at the file system.

    PurePath() makes a path of the system's kind. What derives paths from others calls with_segments(), which a subclass
    may define to hand over what belongs to them.
    """

    # The texts it was made of, then what is found out when it is wanted: drive, root and parts; its text; what it is
    # compared by.
    __slots__ = ("_given", "_split", "_text", "_key")
    parser = posixpath

    def __new__(cls, *args, **kwargs):
        return object.__new__(PurePosixPath if cls is PurePath else cls)

    def __init__(self, *args):
        given = []
        for arg in args:
            if isinstance(arg, PurePath):
                if arg.parser is self.parser:
                    given.extend(arg._given)
                else:
                    given.append(arg.as_posix())
                continue
            if not isinstance(arg, str):
                try:
                    arg = os.fspath(arg)
                except TypeError:
                    pass
                if not isinstance(arg, str):
                    raise TypeError(
                        "argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                        f"not {type(arg).__name__!r}"
                    )
            given.append(arg)
        self._given = given

    def with_segments(self, *pathsegments):
        """A path of the same class made of these parts."""
        return type(self)(*pathsegments)

    def _parsed(self):
        """Drive, root and the list of further parts."""
        try:
            return self._split
        except AttributeError:
            given = self._given
            parser = self.parser
            text = given[0] if len(given) == 1 else parser.join(*given) if given else ""
            self._split = split = _take_apart(parser, text)
            return split

    def _made(self, drive, root, tail):
        """A path of the same class from its parts."""
        path = self.with_segments(_put_together(self.parser, drive, root, tail))
        path._split = drive, root, tail
        return path

    def __str__(self):
        try:
            return self._text
        except AttributeError:
            self._text = text = _put_together(self.parser, *self._parsed()) or "."
            return text

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def __reduce__(self):
        return type(self), tuple(self._given)

    def as_posix(self):
        """The path with forward slashes."""
        return str(self).replace(self.parser.sep, "/")

    def as_uri(self):
        """The path as a 'file' URI."""
        from warnings import _deprecated

        _deprecated(
            "pathlib.PurePath.as_uri()",
            "{name} is deprecated and scheduled for removal in Python {remove}. Use pathlib.Path.as_uri().",
            remove=(3, 19),
        )
        return self._uri()

    def _uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes

        drive = self.drive
        if drive[1:2] == ":":
            prefix, path = "file:///" + drive, self.as_posix()[2:]
        else:
            # A share is the URI's host.
            prefix, path = "file:" if drive else "file://", self.as_posix()
        return prefix + quote_from_bytes(os.fsencode(path))

    def _comparable(self):
        """What paths are compared by: the parts in the system's case."""
        try:
            return self._key
        except AttributeError:
            text = str(self)
            if self.parser is not posixpath:
                text = text.lower()
            self._key = key = text.split(self.parser.sep)
            return key

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parser is other.parser and self._comparable() == other._comparable()

    def __hash__(self):
        return hash(tuple(self._comparable()))

    def _can_order(self, other):
        return isinstance(other, PurePath) and self.parser is other.parser

    def __lt__(self, other):
        return self._comparable() < other._comparable() if self._can_order(other) else NotImplemented

    def __le__(self, other):
        return self._comparable() <= other._comparable() if self._can_order(other) else NotImplemented

    def __gt__(self, other):
        return self._comparable() > other._comparable() if self._can_order(other) else NotImplemented

    def __ge__(self, other):
        return self._comparable() >= other._comparable() if self._can_order(other) else NotImplemented

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *pathsegments):
        """The path followed by further parts; an absolute one starts anew."""
        return self.with_segments(self, *pathsegments)

    @property
    def drive(self):
        """The drive or share, or ''."""
        return self._parsed()[0]

    @property
    def root(self):
        """The root, or ''."""
        return self._parsed()[1]

    @property
    def anchor(self):
        """Drive and root, or ''."""
        drive, root, _ = self._parsed()
        return drive + root

    @property
    def parts(self):
        """The anchor, if there is one, and all further parts."""
        drive, root, tail = self._parsed()
        return (drive + root, *tail) if drive or root else tuple(tail)

    @property
    def parent(self):
        """The path without its last part."""
        drive, root, tail = self._parsed()
        return self._made(drive, root, tail[:-1]) if tail else self

    @property
    def parents(self):
        """The path's ancestors, the nearest first."""
        if _Parents not in _registered:
            _registered.append(_Parents)
            _register_parents()
        return _Parents(self)

    @property
    def name(self):
        """The last part, or ''."""
        tail = self._parsed()[2]
        return tail[-1] if tail else ""

    @property
    def suffix(self):
        """The name's last extension with its dot, or ''."""
        return self.parser.splitext(self.name)[1]

    @property
    def suffixes(self):
        """All extensions of the name."""
        return ["." + suffix for suffix in self.name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        """The name without its last extension."""
        return self.parser.splitext(self.name)[0]

    def with_name(self, name):
        """The path with another name."""
        parser = self.parser
        if not name or parser.sep in name or parser.altsep and parser.altsep in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        drive, root, tail = self._parsed()
        if not tail:
            raise ValueError(f"{self!r} has an empty name")
        return self._made(drive, root, [*tail[:-1], name])

    def with_stem(self, stem):
        """The path with another name before the extension."""
        suffix = self.suffix
        if suffix and not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        """The path with another extension, or without one for ''."""
        stem = self.stem
        if not stem:
            raise ValueError(f"{self!r} has an empty name")
        if suffix and not suffix.startswith("."):
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(stem + suffix)

    def _as_path(self, other):
        return other if isinstance(other, PurePath) else self.with_segments(other)

    def relative_to(self, other, *, walk_up=False):
        """The path as seen from another one, with '..' if walk_up is true."""
        other = self._as_path(other)
        ups = 0
        for ancestor in (other, *other.parents):
            if self == ancestor or ancestor in self.parents:
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if ancestor.name == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
            ups += 1
        else:
            raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        return self._made("", "", [".."] * ups + self._parsed()[2][len(ancestor._parsed()[2]) :])

    def is_relative_to(self, other):
        """Whether the path lies below another one, or is that."""
        other = self._as_path(other)
        return other == self or other in self.parents

    def is_absolute(self):
        """Whether the path has a root and, on Windows, a drive."""
        return self.parser.isabs(str(self))

    def is_reserved(self):
        """Whether Windows keeps a name in the path for itself."""
        from warnings import _deprecated

        _deprecated(
            "pathlib.PurePath.is_reserved()",
            "{name} is deprecated and scheduled for removal in Python {remove}. Use os.path.isreserved() to detect "
            "reserved paths on Windows.",
            remove=(3, 15),
        )
        return self.parser is not posixpath and self.parser.isreserved(self)

    def match(self, path_pattern, *, case_sensitive=None):
        """Whether a pattern matches the path, from its end if the pattern is relative."""
        from _path_globs import parts_match

        return parts_match(self, self._as_path(path_pattern), case_sensitive)

    def full_match(self, pattern, *, case_sensitive=None):
        """Whether a pattern, in which ** may stand for any parts, matches the whole path."""
        from _path_globs import path_matches

        return path_matches(self, self._as_path(pattern), case_sensitive)


_registered = []


def _take_apart(parser, text):
    """Drive, root and parts of a path's text."""
    if not text:
        return "", "", []
    sep = parser.sep
    if parser.altsep:
        text = text.replace(parser.altsep, sep)
    drive, root, rest = parser.splitroot(text)
    if not root and drive.startswith(sep) and not drive.endswith(sep):
        # A share's path has a root, whether it is written or not.
        names = drive.split(sep)
        if len(names) == 4 and names[2] not in "?." or len(names) == 6:
            root = sep
    return drive, root, [part for part in rest.split(sep) if part and part != "."]


def _put_together(parser, drive, root, tail):
    """The text of a path's parts."""
    text = parser.sep.join(tail)
    if drive or root:
        return drive + root + text
    if tail and parser is not posixpath and parser.splitdrive(tail[0])[0]:
        # No drive, but a name that looks like one.
        return "." + parser.sep + text
    return text


class PurePosixPath(PurePath):
    """A path with POSIX' rules, on any system."""

    __slots__ = ()


class PureWindowsPath(PurePath):
    """A path with Windows' rules, on any system."""

    __slots__ = ()

    # Seldom wanted elsewhere.
    class _Parser:
        def __get__(self, instance, owner=None):
            import ntpath

            PureWindowsPath.parser = ntpath
            return ntpath

    parser = _Parser()


from _path_files import Path, PosixPath, WindowsPath
