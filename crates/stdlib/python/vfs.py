# File systems that are written in Python, in the tree of files: MicroPython's vfs.
#
# The tree is the platform's. The first mount puts functions that know better in the place of those of os and of open();
# as long as nothing is mounted, this module costs nothing.
import builtins
import io
import os
import sys

# Paths and file systems, the longest path first.
_mounts = []
# What lies under the functions here.
_native = {}
# The mount that the current directory lies in.
_here = None


class _Platform:
    """The platform's own file system."""

    def __repr__(self):
        return f"<{sys.platform} file system>"


def _error(number, *path):
    return OSError(number, os.strerror(number), *path)


def _call(method, path, *args):
    """Calls a file system's method for a path. Its errors may be mere numbers."""
    try:
        return method(*args)
    except OSError as error:
        match error.args:
            case (int(number),):
                raise _error(number, path) from None
        raise


def mount(fs=None, mount_point=None, *, readonly=False, mkfs=False):
    """Put a file system into the tree, or list what is there."""
    if fs is None:
        return [(_Platform(), "/"), *((fs, path) for path, fs in _mounts)]
    if not isinstance(mount_point, str):
        raise TypeError("the place of a file system has to be a str")
    if not hasattr(fs, "open"):
        # A device with blocks: nobody here knows what is on it.
        raise _error(19)
    path = "/" + mount_point.strip("/")
    if path == "/" or any(path == other for other, _ in _mounts):
        raise _error(1)
    if not _native:
        _take_over()
    fs.mount(readonly, mkfs)
    _mounts.append((path, fs))
    _mounts.sort(key=lambda mounted: -len(mounted[0]))


def umount(mount_point):
    """Take a file system out of the tree: itself, or its place."""
    global _here
    for mounted in _mounts:
        path, fs = mounted
        if fs is mount_point or isinstance(mount_point, str) and path == "/" + mount_point.strip("/"):
            _mounts.remove(mounted)
            if _here is mounted:
                _here = None
                os.chdir("/")
            fs.umount()
            return
    raise _error(22)


def _find(path):
    """The mount that a path leads into, and the path in its file system; None if it is the platform's."""
    if not isinstance(path, str):
        return None
    if not path.startswith("/"):
        if _here is not None:
            return _here, path
        path = os.path.join(_native["getcwd"](), path)
    path = os.path.normpath(path)
    for mounted in _mounts:
        place = mounted[0]
        if path == place or path.startswith(place + "/"):
            return mounted, path[len(place):] or "/"
    return None


def _stat(fs, path):
    return os.stat_result(fs.stat(path))


def _names(fs, path):
    return [entry[0] for entry in fs.ilistdir(path)]


# Functions of one path: what a file system does instead; the optional ones take the current directory.
_ON_PATHS = {
    "stat": _stat,
    "lstat": _stat,
    "mkdir": lambda fs, path: fs.mkdir(path),
    "rmdir": lambda fs, path: fs.rmdir(path),
    "remove": lambda fs, path: fs.remove(path),
    "unlink": lambda fs, path: fs.remove(path),
    "statvfs": lambda fs, path: os._result("statvfs_result")(fs.statvfs(path)),
}
_ON_DIRECTORIES = {"listdir": _names, "ilistdir": lambda fs, path: fs.ilistdir(path)}


def _take_over():
    for name in (*_ON_PATHS, *_ON_DIRECTORIES, "rename", "chdir", "getcwd"):
        _native[name] = getattr(os, name)
    _native["open"] = io.open
    for name, work in _ON_PATHS.items():
        setattr(os, name, _on_path(name, work))
    for name, work in _ON_DIRECTORIES.items():
        setattr(os, name, _on_directory(name, work))
    os.rename, os.chdir, os.getcwd = _rename, _chdir, _getcwd
    builtins.open = io.open = _open
    sys.meta_path.append(_Finder())


def _on_path(name, work):
    native = _native[name]

    def function(path, *args, **options):
        found = _find(path)
        if found is None:
            return native(path, *args, **options)
        return _call(work, path, found[0][1], found[1])

    function.__name__ = name
    return function


def _on_directory(name, work):
    native = _native[name]

    def function(path=None):
        found = _find("." if path is None else path)
        if found is None:
            return native(path)
        return _call(work, path, found[0][1], "" if path is None else found[1])

    function.__name__ = name
    return function


def _rename(src, dst, **options):
    old, new = _find(src), _find(dst)
    if old is None and new is None:
        return _native["rename"](src, dst, **options)
    if old is None or new is None or old[0] is not new[0]:
        raise _error(18)
    return _call(old[0][1].rename, src, old[1], new[1])


def _chdir(path):
    global _here
    found = _find(path)
    if found is None:
        _native["chdir"](path)
        _here = None
    else:
        _call(found[0][1].chdir, path, found[1])
        _here = found[0]


def _getcwd():
    if _here is None:
        return _native["getcwd"]()
    return (_here[0] + _here[1].getcwd()).rstrip("/")


def _keep_open(file):
    """Files are closed when their programs close them: at any other moment a file system may be in the middle of its work."""


def _open(file, mode="r", *args, **options):
    found = _find(file)
    if found is None:
        return _native["open"](file, mode, *args, **options)
    opened = _call(found[0][1].open, file, found[1], mode)
    kind = type(opened)
    if getattr(kind, "__del__", None) is io.IOBase.__del__:
        kind.__del__ = _keep_open
    return opened


class _Finder:
    """Finds modules in file systems that are mounted."""

    def find_spec(self, name, path=None, target=None):
        for folder in sys.path if path is None else path:
            found = _find(folder or ".")
            if found is None:
                continue
            place = (folder.rstrip("/") + "/" if folder else "") + name.rpartition(".")[2]
            for file, package in ((place + "/__init__.py", [place]), (place + ".py", None)):
                try:
                    if os.stat(file).st_mode & 0x4000:
                        continue
                except OSError:
                    continue
                # The type of all specifications; importlib.util, which boards lack, has no other.
                spec = type(__spec__)(name, _Loader(file), origin=file)
                spec.has_location = True
                spec.submodule_search_locations = package
                return spec
        return None


class _Loader:
    def __init__(self, file):
        self.file = file

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        with _open(self.file, "rb") as file:
            source = file.read()
        exec(compile(source, self.file, "exec"), module.__dict__)
