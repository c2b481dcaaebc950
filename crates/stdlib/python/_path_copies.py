# Copies and moves of pathlib's paths, and what is remembered about them.
import os
from errno import EINVAL, EXDEV
from stat import S_ISDIR, S_ISLNK, S_ISREG


class PathInfo:
    """What is known about a path; each answer is found out once."""

    __slots__ = ("_path", "_modes")

    def __init__(self, path):
        self._path = str(path)
        self._modes = {}

    def __repr__(self):
        return "<PosixPath.info>"

    def _mode(self, follow_symlinks):
        follow_symlinks = bool(follow_symlinks)
        if follow_symlinks not in self._modes:
            try:
                mode = os.stat(self._path, follow_symlinks=follow_symlinks).st_mode
            except (OSError, ValueError):
                mode = 0
            self._modes[follow_symlinks] = mode
        return self._modes[follow_symlinks]

    def exists(self, *, follow_symlinks=True):
        """Whether there is something."""
        return self._mode(follow_symlinks) != 0

    def is_dir(self, *, follow_symlinks=True):
        """Whether it is a directory."""
        return S_ISDIR(self._mode(follow_symlinks))

    def is_file(self, *, follow_symlinks=True):
        """Whether it is a regular file."""
        return S_ISREG(self._mode(follow_symlinks))

    def is_symlink(self):
        """Whether it is a symbolic link."""
        return S_ISLNK(self._mode(False))


class EntryInfo(PathInfo):
    """What a directory says about one of its entries."""

    __slots__ = ("_entry",)

    def __init__(self, entry):
        super().__init__(entry.path)
        self._entry = entry

    def exists(self, *, follow_symlinks=True):
        return not follow_symlinks or super().exists()

    def is_dir(self, *, follow_symlinks=True):
        try:
            return self._entry.is_dir(follow_symlinks=follow_symlinks)
        except OSError:
            return False

    def is_file(self, *, follow_symlinks=True):
        try:
            return self._entry.is_file(follow_symlinks=follow_symlinks)
        except OSError:
            return False

    def is_symlink(self):
        return self._entry.is_symlink()


def _refuse(words, source, target):
    error = OSError(EINVAL, words)
    error.filename, error.filename2 = str(source), str(target)
    raise error


def _check_distinct(source, target):
    """Nothing is copied onto itself or below itself."""
    if source == target:
        _refuse("Source and target are the same path", source, target)
    if source in target.parents:
        _refuse("Source path is a parent of target path", source, target)


def _check_different(source, target):
    try:
        is_same = os.path.samestat(os.stat(source), os.stat(target))
    except (OSError, ValueError):
        return
    if is_same:
        _refuse("Source and target are the same file", source, target)


def copy(source, target, follow_symlinks, preserve_metadata):
    """Path.copy()."""
    _check_distinct(source, target)
    _copy(source, target, follow_symlinks, preserve_metadata)
    # A path that has remembered nothing about what was there.
    return target.joinpath()


def _copy(source, target, follow_symlinks, preserve_metadata):
    info = source.info
    if not follow_symlinks and info.is_symlink():
        os.symlink(os.readlink(source), target)
        if preserve_metadata:
            _copy_metadata(source, target, False)
        return
    if info.is_dir():
        children = list(source.iterdir())
        os.mkdir(target)
        for child in children:
            _copy(child, target / child.name, follow_symlinks, preserve_metadata)
    else:
        _check_different(source, target)
        from shutil import _copy_content

        with open(source, "rb") as reader, open(target, "wb") as writer:
            _copy_content(reader, writer)
    if preserve_metadata:
        _copy_metadata(source, target, True)


def _copy_metadata(source, target, follow_symlinks):
    from shutil import copystat

    copystat(source, target, follow_symlinks=follow_symlinks)


def move(source, target):
    """Path.move()."""
    _check_different(source, target)
    try:
        os.replace(source, target)
        return target.joinpath()
    except OSError as error:
        if error.errno != EXDEV:
            raise
    copied = copy(source, target, False, True)
    if source.is_symlink() or not source.is_dir():
        source.unlink()
    else:
        from shutil import rmtree

        rmtree(source)
    return copied
