"""Operations on whole files and trees: copying, moving, removing; and where programs are."""

import os
import stat

from _later import later

__all__ = [
    "copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error",
    "SpecialFileError", "make_archive", "get_archive_formats", "register_archive_format",
    "unregister_archive_format", "get_unpack_formats", "register_unpack_format", "unregister_unpack_format",
    "unpack_archive", "ignore_patterns", "chown", "which", "get_terminal_size", "SameFileError", "disk_usage",
]  # fmt: skip

# How much is read at a time.
COPY_BUFSIZE = 256 * 1024


class Error(OSError):
    """What went wrong with files, perhaps with several."""


class SameFileError(Error):
    """Raised when a file would be copied onto itself."""


class SpecialFileError(OSError):
    """Raised for files that can't be copied, such as pipes."""


class ReadError(OSError):
    """Raised when an archive can't be read."""


class RegistryError(Exception):
    """Raised when no format of archives has the name or the extension."""


_load, __dir__ = later(
    globals(),
    {
        "_archives": (
            "make_archive", "get_archive_formats", "register_archive_format", "unregister_archive_format",
            "get_unpack_formats", "register_unpack_format", "unregister_unpack_format", "unpack_archive",
        ),
    },
)  # fmt: skip


def __getattr__(name):
    if name == "ExecError":
        import warnings

        warnings._deprecated(
            "shutil.ExecError", "{name!r} is deprecated and slated for removal in Python {remove}; "
            "it isn't raised by any shutil function.", remove=(3, 16),
        )  # fmt: skip
        return RuntimeError
    return _load(name)


def copyfileobj(fsrc, fdst, length=0):
    """Copy what is left in one file object to another, in pieces of `length`; all at once if that is negative."""
    if not length:
        length = COPY_BUFSIZE
    read, write = fsrc.read, fdst.write
    while piece := read(length):
        write(piece)


def _copy_content(reader, writer):
    """Copy between files of bytes through one buffer."""
    with memoryview(bytearray(COPY_BUFSIZE)) as buffer:
        while count := reader.readinto(buffer):
            with buffer[:count] as piece:
                writer.write(piece)


def _is_same(src, dst):
    try:
        if isinstance(src, os.DirEntry):
            return os.path.samestat(src.stat(), os.stat(dst))
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    """Copy a file's content to another path, and return that; a link as a link unless it is followed."""
    if _is_same(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    for path in src, dst:
        try:
            mode = os.stat(path).st_mode
        except OSError:
            continue
        if stat.S_ISFIFO(mode):
            shown = path.path if isinstance(path, os.DirEntry) else path
            raise SpecialFileError(f"`{shown}` is a named pipe")
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as reader:
        try:
            with open(dst, "wb") as writer:
                _copy_content(reader, writer)
        except IsADirectoryError as error:
            if os.path.exists(dst):
                raise
            raise FileNotFoundError(f"Directory does not exist: {dst}") from error
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Copy a file's permissions. Links have none of their own."""
    if follow_symlinks or not (os.path.islink(src) and os.path.islink(dst)):
        os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    """Copy a file's permissions and times; those of a link itself unless it is followed."""
    follows = follow_symlinks or not (os.path.islink(src) and os.path.islink(dst))
    known = os.stat(src, follow_symlinks=follows)
    os.utime(dst, ns=(known.st_atime_ns, known.st_mtime_ns), follow_symlinks=follows)
    if follows:
        os.chmod(dst, stat.S_IMODE(known.st_mode))


def _inside(src, dst):
    """The path of a copy: in dst, if that is a directory."""
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    """Copy a file with its permissions to a path or into a directory: the new path."""
    dst = _inside(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    """Copy a file with all that copystat() copies to a path or into a directory: the new path."""
    dst = _inside(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def ignore_patterns(*patterns):
    """A function for copytree() that leaves out the names which match a pattern."""

    def ignored(path, names):
        from fnmatch import filter

        return {name for pattern in patterns for name in filter(names, pattern)}

    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):  # fmt: skip
    """Copy a tree of directories: the path of the copy.

    symlinks says whether links are copied as links; ignore is called with a directory and the names in it, and returns
    those to leave out. What goes wrong is raised at the end, as an Error with a list of (source, copy, reason).
    """
    entries = _entries(src)
    ignored = ignore(os.fspath(src), [entry.name for entry in entries]) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for entry in entries:
        if entry.name in ignored:
            continue
        source, target = os.path.join(src, entry.name), os.path.join(dst, entry.name)
        # An entry knows more than its path; other functions may want a path.
        given = entry if copy_function in (copy, copy2) else source
        try:
            if entry.is_symlink() and symlinks:
                os.symlink(os.readlink(source), target)
                copystat(given, target, follow_symlinks=False)
            elif entry.is_symlink() and ignore_dangling_symlinks and not os.path.exists(source):
                continue
            elif entry.is_dir():
                copytree(given, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(given, target)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as error:
            errors.append((source, target, str(error)))
    try:
        copystat(src, dst)
    except OSError as error:
        errors.append((src, dst, str(error)))
    if errors:
        raise Error(errors)
    return dst


def _remove_tree(path, failed):
    """Remove a directory's content and the directory; `failed` is told of function, path and error."""
    # What is to do, the last first: a function and a path, or None and a directory to look into.
    waiting = [(None, path)]
    while waiting:
        work, place = waiting.pop()
        try:
            entries = _entries(place) if work is None else work(place)
        except FileNotFoundError as error:
            # Somebody else was faster, unless the whole tree is missing.
            if place is path:
                failed(work or os.scandir, place, error)
            continue
        except OSError as error:
            failed(work or os.scandir, place, error)
            entries = []
        if work is None:
            waiting.append((os.rmdir, place))
            for entry in reversed(entries):
                work = None if entry.is_dir(follow_symlinks=False) else os.unlink
                waiting.append((work, os.path.join(place, entry.name)))


def _entries(path):
    with os.scandir(path) as found:
        return list(found)


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    """Remove a directory and all that is in it.

    Errors are raised, or ignored, or handed to onexc as (function, path, exception); onerror is as that, but gets what
    sys.exc_info() returns.
    """
    if onerror is not None:
        import warnings

        warnings.warn("onerror argument is deprecated, use onexc instead", DeprecationWarning, stacklevel=2)
    if dir_fd is not None:
        raise NotImplementedError("dir_fd unavailable on this platform")

    def failed(function, path, error):
        if ignore_errors:
            return
        if onexc is not None:
            onexc(function, path, error)
        elif onerror is not None:
            onerror(function, path, (type(error), error, error.__traceback__))
        else:
            raise error

    if isinstance(path, bytearray):
        path = bytes(path)
    try:
        if stat.S_ISLNK(os.lstat(path).st_mode):
            raise OSError("Cannot call rmtree on a symbolic link")
    except OSError as error:
        error.filename = path
        return failed(os.lstat if error.errno is not None else os.path.islink, path, error)
    _remove_tree(path, failed)


# Somebody could replace a directory by a link while it is walked through.
rmtree.avoids_symlink_attacks = False


def move(src, dst, copy_function=copy2):
    """Move a file or a tree, also into another file system: the new path. If dst is a directory, it goes into that."""
    target = dst
    if os.path.isdir(dst):
        if _is_same(src, dst) and not os.path.islink(src):
            # A change of upper and lower case.
            os.rename(src, dst)
            return None
        name = os.fspath(src)
        slash = b"/" if isinstance(name, bytes) else "/"
        target = os.path.join(dst, os.path.basename(name.rstrip(slash)))
        if os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    try:
        os.rename(src, target)
    except OSError:
        if os.path.islink(src):
            os.symlink(os.readlink(src), target)
            os.unlink(src)
        elif os.path.isdir(src):
            if _lies_in(dst, src):
                raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
            copytree(src, target, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, target)
            os.unlink(src)
    return target


def _lies_in(path, folder):
    path, folder = os.path.abspath(path), os.path.abspath(folder)
    slash = b"/" if isinstance(folder, bytes) else "/"
    return (path.rstrip(slash) + slash).startswith(folder.rstrip(slash) + slash)


def disk_usage(path):
    """The total, used and free bytes of the file system that a path lies in."""
    from collections import namedtuple

    global _usage
    if _usage is None:
        _usage = namedtuple("usage", "total used free")
        _usage.__doc__ = "The bytes of a file system: all, used, free."
    found = os.statvfs(path)
    total, free = found.f_blocks * found.f_frsize, found.f_bavail * found.f_frsize
    return _usage(total, (found.f_blocks - found.f_bfree) * found.f_frsize, free)


_usage = None


def chown(path, user=None, group=None, *, dir_fd=None, follow_symlinks=True):
    """Give a file to a user and a group, each a name or a number."""
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    if isinstance(user, str):
        try:
            import pwd

            user_number = pwd.getpwnam(user).pw_uid
        except KeyError:
            raise LookupError(f"no such user: {user!r}") from None
    else:
        user_number = -1 if user is None else user
    if isinstance(group, str):
        try:
            import grp

            group_number = grp.getgrnam(group).gr_gid
        except KeyError:
            raise LookupError(f"no such group: {group!r}") from None
    else:
        group_number = -1 if group is None else group
    os.chown(path, user_number, group_number, dir_fd=dir_fd, follow_symlinks=follow_symlinks)


def get_terminal_size(fallback=(80, 24)):
    """The columns and lines of the terminal: as the environment says, as it says itself, or the fallback."""
    import sys

    sizes = []
    for name in "COLUMNS", "LINES":
        try:
            sizes.append(int(os.environ[name]))
        except (KeyError, ValueError):
            sizes.append(0)
    columns, lines = sizes
    if columns <= 0 or lines <= 0:
        try:
            size = os.get_terminal_size(sys.__stdout__.fileno())
        except (AttributeError, ValueError, OSError):
            size = os.terminal_size(fallback)
        columns = columns if columns > 0 else size.columns or fallback[0]
        lines = lines if lines > 0 else size.lines or fallback[1]
    return os.terminal_size((columns, lines))


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """The path of the program that a command runs, or None."""

    def fits(name):
        return os.path.exists(name) and os.access(name, mode) and not os.path.isdir(name)

    folder, name = os.path.split(cmd)
    if folder:
        return cmd if fits(cmd) else None
    if path is None:
        path = os.environ.get("PATH")
    if path is None:
        try:
            path = os.confstr("CS_PATH")
        except (AttributeError, ValueError):
            path = os.defpath
    if not path:
        return None
    path = os.fsdecode(path)
    seen = set()
    for folder in path.split(os.pathsep):
        if folder not in seen:
            seen.add(folder)
            found = os.path.join(os.fsencode(folder) if isinstance(cmd, bytes) else folder, cmd)
            if fits(found):
                return found
    return None
