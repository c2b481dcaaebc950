# File systems that are written in Python, in the tree of files: MicroPython's vfs.
#
# The tree is the platform's. The first mount puts functions that know better in the place of those of os and of open();
# as long as nothing is mounted, this module costs nothing.
import builtins
import io
import os
import sys
from _iobase import _content

# Paths and file systems as they were mounted, that at the root last.
_mounts = []
# What lies under the functions here.
_native = {}
# Where relative paths begin: None is the platform's current directory, _ROOT the root of a tree that is not the platform's, else
# it is the mount that has the current directory.
_ROOT = object()
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


class _Nothing:
    """What lies at the root when nothing is mounted there."""

    def __getattr__(self, name):
        raise _error(19)

    def stat(self, path):
        if path != "/":
            raise _error(2)
        return (0x4000,) + (0,) * 9

    def statvfs(self, path):
        self.stat(path)
        return (0,) * 9 + (255,)

    def ilistdir(self, path=""):
        if path.strip("/"):
            raise _error(19)
        return iter(())

    def chdir(self, path):
        self.stat(path)


def __getattr__(name):
    module = {"VfsLfs2": "_vfs_volumes", "VfsFat": "_vfs_volumes", "VfsPosix": "_vfs_posix"}.get(name)
    try:
        value = globals()[name] = getattr(__import__(module or "no module"), name)
        return value
    except ImportError:
        pass
    raise AttributeError(f"module 'vfs' has no attribute {name!r}", name=name, obj=sys.modules["vfs"])


def rom_ioctl(op, *args):
    """Work with the read-only memory of the board's own file system: there is none."""
    return -22


def _path_of(mount_point):
    if not isinstance(mount_point, str):
        raise TypeError("the place of a file system has to be a str")
    return "/" + mount_point.strip("/")


def _is_own_flash(fs):
    """Whether a file system is the one that the board itself mounts: on all of the flash behind the files."""
    device = getattr(fs, "_device", None)
    if type(device).__name__ != "Flash" or type(device).__module__ not in ("rp2", "_rp2_dma"):
        return False
    import _flash

    return fs.__class__.__name__ == "VfsLfs2" and device.ioctl(4, 0) * device.ioctl(5, 0) == _flash.size()


def _root():
    """What lies at the root; None if it is the platform's files."""
    return _mounts[-1] if _mounts and _mounts[-1][0] == "/" else None


def mount(fsobj=None, mount_point=None, *, readonly=False, mkfs=False):
    """Put a file system into the tree, or list what is there. A block device will do: what is on it is found out."""
    global _here
    if fsobj is None:
        own = [] if _root() else [(_Platform(), "/")]
        return [(fs, path) for path, fs in _mounts if not isinstance(fs, _Nothing)] + own
    path = _path_of(mount_point)
    if not hasattr(fsobj, "mount"):
        from _vfs_volumes import _detect

        fsobj = _detect(fsobj)
    fsobj.mount(readonly, mkfs)
    root = _root()
    if path == "/" and root and isinstance(root[1], _Nothing):
        _mounts.remove(root)
        if _is_own_flash(fsobj) and not readonly:
            import _volumes

            # The board is faster without Python in between.
            _volumes.set_mounted(True)
            os.chdir("/")
            return
    elif path == "/" or any(mounted[0] == path for mounted in _mounts):
        raise _error(1)
    if not _native:
        _take_over()
    if path == "/":
        _mounts.append((path, fsobj))
        _here = _ROOT
    else:
        _mounts.insert(len(_mounts) - bool(_root()), (path, fsobj))


def umount(mount_point):
    """Take a file system out of the tree: itself, or its place."""
    global _here
    for mounted in _mounts:
        path, fs = mounted
        if fs is mount_point or isinstance(mount_point, str) and path == _path_of(mount_point):
            break
    else:
        if isinstance(mount_point, _Platform) or isinstance(mount_point, str) and _path_of(mount_point) == "/":
            _hide_platform()
            return
        raise _error(22)
    if isinstance(fs, _Nothing):
        raise _error(22)
    _mounts.remove(mounted)
    if path == "/":
        _mounts.append(("/", _Nothing()))
    if _here is mounted:
        os.chdir("/")
    fs.umount()


def _hide_platform():
    """Takes the platform's own file system out of the tree."""
    global _here
    import _volumes

    io._flush_all()
    if _here is None:
        # Who holds on to the platform's files goes on where he is.
        _here = _ROOT
    if not _native:
        _take_over()
    _volumes.set_mounted(False)
    _mounts.append(("/", _Nothing()))


def _find(path):
    """The mount that a path leads into, and the path in its file system; None if it is the platform's."""
    if hasattr(path, "__fspath__"):
        path = path.__fspath__()
    if not isinstance(path, str):
        return None
    given = path
    if not path.startswith("/"):
        if _here is not None and _here is not _ROOT:
            return _here, path
        path = os.path.join("/" if _here is _ROOT else _native["getcwd"](), path)
    path = os.path.normpath(path)
    found, place = None, ""
    for mounted in _mounts:
        other = mounted[0].rstrip("/")
        if (path == other or path.startswith(other + "/")) and len(other) >= len(place):
            found, place = mounted, other
    if found and not place and not given.startswith("/"):
        # The root's own current directory is the root.
        return found, given if path != "/" else path
    return found and (found, path[len(place) :] or "/")


def _entries(path):
    """Entries for the file systems that are mounted right below a directory."""
    if not isinstance(path, str):
        return []
    if not path.startswith("/"):
        if _here is not None and _here is not _ROOT:
            return []
        path = os.path.join(_getcwd(), path)
    folder = os.path.normpath(path).rstrip("/") + "/"
    return [
        (place[len(folder) :], 0x4000, 0)
        for place, _ in _mounts
        if place.startswith(folder) and place != "/" and "/" not in place[len(folder) :]
    ]


def _stat(fs, path):
    # Where something is mounted is a directory.
    return os.stat_result((0x4000,) + (0,) * 9 if path == "/" else fs.stat(path))


def _statvfs(fs, path):
    # File systems of programs may know less.
    known = fs.statvfs(path)
    return os.statvfs_result(known) if len(known) >= 10 else known


def _mkdir(fs, path):
    if path in ("", "/"):
        raise _error(17)
    fs.mkdir(path)


# Functions of one path: what a file system does instead; the optional ones take the current directory.
_ON_PATHS = {
    "stat": _stat,
    "lstat": _stat,
    "mkdir": _mkdir,
    "rmdir": lambda fs, path: fs.rmdir(path),
    "remove": lambda fs, path: fs.remove(path),
    "unlink": lambda fs, path: fs.remove(path),
    "statvfs": _statvfs,
}


def _take_over():
    for name in (*_ON_PATHS, "ilistdir", "listdir", "rename", "chdir", "getcwd"):
        _native[name] = getattr(os, name)
    _native["open"] = io.open
    for name, work in _ON_PATHS.items():
        setattr(os, name, _on_path(name, work))
    for function in (_ilistdir, _listdir, _rename, _chdir, _getcwd):
        function.__name__ = function.__name__[1:]
        setattr(os, function.__name__, function)
    _open.__name__ = "open"
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


def _list(path, native, method):
    found = _find("." if path is None else path)
    if found is None:
        return native(path)
    return _call(getattr(found[0][1], method), path, "" if path is None and found[0] is _here else found[1])


def _ilistdir(path=None):
    entries = _entries("." if path is None else path)
    own = _list(path, _native["ilistdir"], "ilistdir")
    if not entries:
        return own
    hidden = [entry[0] for entry in entries]
    return iter(entries + [entry for entry in own if entry[0] not in hidden])


def _listdir(path=None):
    found = _find("." if path is None else path)
    if found is None and not _entries("." if path is None else path):
        return _native["listdir"](path)
    return [entry[0] for entry in _ilistdir(path)]


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
        return
    mounted, rest = found
    _call(mounted[1].chdir, path, rest)
    _here = _ROOT if mounted[0] == rest == "/" else mounted


def _getcwd():
    if _here is None:
        return _native["getcwd"]()
    if _here is _ROOT:
        return "/"
    return (_here[0].rstrip("/") + _here[1].getcwd()).rstrip("/") or "/"


def _keep_open(file):
    """Files are closed when their programs close them: at any other moment a file system may be in the middle of its work."""


def _open(file, mode="r", *args, **options):
    found = _find(file)
    if found is None:
        return _native["open"](file, mode, *args, **options)
    method = found[0][1].open
    if type(found[0][1]).__module__ == "vfs":
        return method(found[1], mode, *args, **options)
    opened = _call(method, file, found[1], mode)
    kind = type(opened)
    if getattr(kind, "__del__", None) is io.IOBase.__del__:
        kind.__del__ = _keep_open
    return opened


def _kind(path):
    """The mode of what is at a path; 0 if nothing is."""
    try:
        return os.stat(path).st_mode
    except OSError:
        return 0


class _Finder:
    """Finds modules in file systems that are mounted."""

    def find_spec(self, name, path=None, target=None):
        for folder in sys.path if path is None else path:
            found = _find(folder or ".")
            if found is None:
                continue
            place = (folder.rstrip("/") + "/" if folder else "") + name.rpartition(".")[2]
            files = [(place + ".py", None)]
            if _kind(place) & 0x4000:
                files.insert(0, (place + "/__init__.py", [place]))
            for file, package in files:
                if not _kind(file) & 0x8000:
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
        exec(compile(_content(_open(self.file, "rb")), self.file, "exec"), module.__dict__)
