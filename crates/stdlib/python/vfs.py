# File systems that are written in Python, in the tree of files: MicroPython's vfs.
#
# The tree is the platform's. The first mount puts functions that know better in the place of those of os and of open();
# as long as nothing is mounted, this module costs nothing.
import builtins
import io
import os
import sys
from _iobase import _content

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


class _Nothing:
    """What lies at the root when nothing is mounted there."""

    def __getattr__(self, name):
        raise _error(19)

    def stat(self, path):
        if path != "/":
            raise _error(2)
        return (0x4000,) + (0,) * 9

    def ilistdir(self, path=""):
        if path.strip("/"):
            raise _error(19)
        return iter(())

    def chdir(self, path):
        self.stat(path)

    def getcwd(self):
        return "/"


def __getattr__(name):
    if name in ("VfsLfs2", "VfsFat"):
        value = globals()[name] = getattr(__import__("_vfs_volumes"), name)
        return value
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


def mount(fsobj=None, mount_point=None, *, readonly=False, mkfs=False):
    """Put a file system into the tree, or list what is there. A block device will do: what is on it is found out."""
    if fsobj is None:
        own = [] if any(path == "/" for path, _ in _mounts) else [(_Platform(), "/")]
        return own + [(fs, path) for path, fs in _mounts if not isinstance(fs, _Nothing)]
    path = _path_of(mount_point)
    if not hasattr(fsobj, "mount"):
        from _vfs_volumes import _detect

        fsobj = _detect(fsobj)
    fsobj.mount(readonly, mkfs)
    root = [mounted for mounted in _mounts if mounted[0] == path]
    if path == "/" and root and isinstance(root[0][1], _Nothing):
        _mounts.remove(root[0])
        if _is_own_flash(fsobj) and not readonly:
            import _volumes

            # The board is faster without Python in between.
            _volumes.set_mounted(True)
            os.chdir("/")
            return
    elif path == "/" or root:
        raise _error(1)
    if not _native:
        _take_over()
    _mounts.append((path, fsobj))
    _mounts.sort(key=lambda mounted: -len(mounted[0]))
    if path == "/":
        os.chdir("/")


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
        _here = None
        os.chdir("/")
    fs.umount()


def _hide_platform():
    """Takes the platform's own file system out of the tree."""
    import _volumes

    io._flush_all()
    os.chdir("/")
    if not _native:
        _take_over()
    _volumes.set_mounted(False)
    _mounts.append(("/", _Nothing()))
    os.chdir("/")


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
        place = mounted[0].rstrip("/")
        if path == place or path.startswith(place + "/"):
            return mounted, path[len(place):] or "/"
    return None


def _entries(path):
    """Entries for the file systems that are mounted right below a directory."""
    if not isinstance(path, str):
        return []
    folder = os.path.normpath(path if path.startswith("/") else os.path.join(os.getcwd(), path)).rstrip("/") + "/"
    return [
        (place[len(folder):], 0x4000, 0, 0)
        for place, _ in _mounts
        if place.startswith(folder) and place != "/" and "/" not in place[len(folder):]
    ]


def _stat(fs, path):
    return os.stat_result(fs.stat(path))


# Functions of one path: what a file system does instead; the optional ones take the current directory.
_ON_PATHS = {
    "stat": _stat,
    "lstat": _stat,
    "mkdir": lambda fs, path: fs.mkdir(path),
    "rmdir": lambda fs, path: fs.rmdir(path),
    "remove": lambda fs, path: fs.remove(path),
    "unlink": lambda fs, path: fs.remove(path),
    "statvfs": lambda fs, path: os.statvfs_result(fs.statvfs(path)),
}


def _take_over():
    for name in (*_ON_PATHS, "ilistdir", "listdir", "rename", "chdir", "getcwd"):
        _native[name] = getattr(os, name)
    _native["open"] = io.open
    for name, work in _ON_PATHS.items():
        setattr(os, name, _on_path(name, work))
    os.ilistdir, os.listdir, os.rename, os.chdir, os.getcwd = _ilistdir, _listdir, _rename, _chdir, _getcwd
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
    return _call(getattr(found[0][1], method), path, "" if path is None else found[1])


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
    else:
        _call(found[0][1].chdir, path, found[1])
        _here = found[0]


def _getcwd():
    if _here is None:
        return _native["getcwd"]()
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
        exec(compile(_content(_open(self.file, "rb")), self.file, "exec"), module.__dict__)
