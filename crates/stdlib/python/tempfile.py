"""Files and directories for a while: with names that nobody else has, for their user only."""

import os

from errno import EEXIST, ENOENT

__all__ = [
    "NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp",
    "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb",
]  # fmt: skip

# How often a name is tried.
TMP_MAX = 238328
template = "tmp"
# The directory for temporary files, if a program has chosen one or somebody has asked for it.
tempdir = None

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL


class _RandomNameSequence:
    """Names of eight letters without end."""

    def __iter__(self):
        return self

    def __next__(self):
        # 37 letters fit six times into 256; what is above would make some letters likelier.
        letters = [_LETTERS[byte % 37] for byte in os.urandom(24) if byte < 37 * 6]
        return "".join(letters[:8]) if len(letters) >= 8 else next(self)


_names = _RandomNameSequence()


def _get_candidate_names():
    """What names are taken from. Programs take some, and tests of programs have others taken."""
    return _names


def gettempprefix():
    """What names of temporary files start with."""
    return os.fsdecode(template)


def gettempprefixb():
    """As gettempprefix(), as bytes."""
    return os.fsencode(template)


def _candidate_tempdir_list():
    """The directories in which temporary files may be."""
    places = [os.environ[name] for name in ("TMPDIR", "TEMP", "TMP") if os.environ.get(name)]
    places += ["/tmp", "/var/tmp", "/usr/tmp"]
    try:
        places.append(os.getcwd())
    except OSError:
        places.append(os.curdir)
    return [place if place == os.curdir else os.path.abspath(place) for place in places]


def _get_default_tempdir(dirlist=None):
    """The first directory in which a file can be made."""
    places = _candidate_tempdir_list() if dirlist is None else dirlist
    names = _get_candidate_names()
    for place in places:
        for _ in range(100):
            path = os.path.join(place, next(names))
            try:
                number = os.open(path, _FLAGS, 0o600)
                try:
                    try:
                        os.write(number, b"blat")
                    finally:
                        os.close(number)
                finally:
                    os.unlink(path)
                return place
            except FileExistsError:
                continue
            except OSError:
                break
    raise FileNotFoundError(ENOENT, f"No usable temporary directory found in {places}")


def _directory():
    global tempdir
    if tempdir is None:
        tempdir = _get_default_tempdir()
    return tempdir


def gettempdir():
    """The directory for temporary files."""
    return os.fsdecode(_directory())


def gettempdirb():
    """As gettempdir(), as bytes."""
    return os.fsencode(_directory())


def _named_parts(prefix, suffix, dir):
    """Prefix, suffix and directory, all str or all bytes, with defaults for None."""
    kind = _infer_return_type(prefix, suffix, dir)
    if prefix is None:
        prefix = gettempprefixb() if kind is bytes else gettempprefix()
    if dir is None:
        dir = gettempdirb() if kind is bytes else gettempdir()
    return prefix, kind() if suffix is None else suffix, dir, kind


def _infer_return_type(*args):
    """The type of the parts of a path: str or bytes."""
    kind = None
    for argument in args:
        if argument is None:
            continue
        if isinstance(argument, os.PathLike):
            argument = os.fspath(argument)
        is_bytes = isinstance(argument, bytes)
        if kind is not None and (kind is bytes) != is_bytes:
            raise TypeError("Can't mix bytes and non-bytes in path components.")
        kind = bytes if is_bytes else str
    return kind or (bytes if isinstance(tempdir, bytes) else str)


def _make(make, prefix, suffix, dir, kind, what):
    """What `make` makes of the first path that is free, and the path."""
    names = _get_candidate_names()
    for _ in range(TMP_MAX):
        name = next(names)
        path = os.path.join(dir, prefix + (name.encode() if kind is bytes else name) + suffix)
        try:
            return make(path), path
        except FileExistsError:
            continue
    raise FileExistsError(EEXIST, f"No usable temporary {what} name found")


def _open_new(prefix, suffix, dir, kind):
    """The number of a new open file, and its path."""
    return _make(lambda path: os.open(path, _FLAGS, 0o600), prefix, suffix, os.path.abspath(dir), kind, "file")


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Make a file: the number of the open file, and its path. The program removes it."""
    return _open_new(*_named_parts(prefix, suffix, dir))


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Make a directory: its path. The program removes it."""
    path = _make(lambda path: os.mkdir(path, 0o700), *_named_parts(prefix, suffix, dir), "directory")[1]
    return os.path.abspath(path)


def _unused(path):
    if os.path.lexists(path):
        raise FileExistsError


def mktemp(suffix="", prefix=template, dir=None):
    """A path that nothing has yet; somebody may be faster in using it."""
    return _make(_unused, prefix, suffix, gettempdir() if dir is None else dir, str, "file")[1]


class _TemporaryFileWrapper:
    """An open file that is removed when it is closed, or when a with statement ends."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self._delete = delete
        self._delete_on_close = delete_on_close
        self._is_there = True

    def __getattr__(self, name):
        if name in ("file", "_is_there"):
            # It was not made to its end.
            raise AttributeError(name)
        value = getattr(self.file, name)
        if callable(value) and not isinstance(value, type):
            method = value

            def value(*args, **kwargs):
                # It holds self, so that the file lives as long as somebody may call it.
                self
                return method(*args, **kwargs)

            value.__name__ = getattr(method, "__name__", name)
        if not isinstance(value, int):
            self.__dict__[name] = value
        return value

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        result = self.file.__exit__(exc_type, exc_value, traceback)
        self._remove(True)
        return result

    def __iter__(self):
        # The loop may hold nothing but the iterator.
        for line in self.file:
            yield line

    def _remove(self, at_end):
        if self._is_there and self._delete and (at_end or self._delete_on_close):
            self._is_there = False
            try:
                os.unlink(self.name)
            except FileNotFoundError:
                pass  # The program has removed it.

    def close(self):
        """Close the file, and remove it if that is asked for."""
        try:
            self.file.close()
        finally:
            self._remove(False)

    def __del__(self):
        if self.__dict__.get("_is_there") and self._delete:
            import warnings

            warnings.warn(f"Implicitly cleaning up {self!r}", ResourceWarning, source=self)
            self.file.close()
            try:
                self._remove(True)
            except OSError:
                pass


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):  # fmt: skip
    """An open file with a name, which is removed when it is closed: at once, or at the end of its with statement."""
    import io

    parts = _named_parts(prefix, suffix, dir)
    made = file = None

    def opener(*_):
        nonlocal made
        number, made = _open_new(*parts)
        return number

    try:
        file = io.open(parts[2], mode, buffering, encoding, errors, newline, opener=opener)
        raw = getattr(file, "buffer", file)
        getattr(raw, "raw", raw).name = made
        return _TemporaryFileWrapper(file, made, delete, delete_on_close)
    except:
        if file is not None:
            file.close()
        if made is not None:
            os.unlink(made)
        raise


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):  # fmt: skip
    """An open file without a name."""
    import io

    parts = _named_parts(prefix, suffix, dir)

    def opener(*_):
        number, path = _open_new(*parts)
        try:
            os.unlink(path)
        except BaseException:
            os.close(number)
            raise
        return number

    file = io.open(parts[2], mode, buffering, encoding, errors, newline, opener=opener)
    raw = getattr(file, "buffer", file)
    raw = getattr(raw, "raw", raw)
    raw.name = raw.fileno()
    return file


class TemporaryDirectory:
    """A directory that is removed at the end of a with statement, or when nobody holds the object any more."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        import weakref

        self.name = mkdtemp(suffix, prefix, dir)
        self._ignores_errors = ignore_cleanup_errors
        self._delete = delete
        message = f"Implicitly cleaning up {self!r}"
        self._finalizer = weakref.finalize(self, self._forgotten, self.name, message, ignore_cleanup_errors, delete)

    @classmethod
    def _forgotten(cls, name, message, ignores_errors, delete):
        if delete:
            import warnings

            cls._remove(name, ignores_errors)
            warnings.warn(message, ResourceWarning)

    @classmethod
    def _remove(cls, name, ignores_errors):
        from shutil import rmtree

        def failed(function, path, error):
            if isinstance(error, FileNotFoundError):
                return
            if isinstance(error, PermissionError) and path != name:
                # A directory may have been closed to its user.
                try:
                    os.chmod(os.path.dirname(path), 0o700)
                    if os.path.isdir(path) and not os.path.islink(path):
                        os.chmod(path, 0o700)
                        cls._remove(path, ignores_errors)
                    else:
                        os.unlink(path)
                    return
                except FileNotFoundError:
                    return
                except OSError as further:
                    error = further
            if not ignores_errors:
                raise error

        rmtree(name, onexc=failed)

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, exc_type, exc_value, traceback):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        """Remove the directory and what is in it."""
        if self._finalizer.detach() or os.path.exists(self.name):
            self._remove(self.name, self._ignores_errors)

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)


def __getattr__(name):
    if name == "SpooledTemporaryFile":
        # It needs the classes of io.
        from _spooled_file import SpooledTemporaryFile

        globals()[name] = SpooledTemporaryFile
        return SpooledTemporaryFile
    import sys

    raise AttributeError(f"module 'tempfile' has no attribute {name!r}", name=name, obj=sys.modules["tempfile"])
