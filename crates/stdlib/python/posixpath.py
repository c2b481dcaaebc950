# Operations on path names where '/' separates: pure text but for those that ask the file system.
import os
from _later import later as _later  # feature: os-paths

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False

__all__ = [
    "normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname",
    "commonprefix", "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir",
    "isfile", "ismount",
    "expanduser", "expandvars",  # feature: os-paths
    "normpath", "abspath", "samefile", "sameopenfile",
    "samestat", "curdir", "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath",
    "supports_unicode_filenames",
    "relpath", "commonpath",  # feature: os-paths
    "isjunction", "isdevdrive", "ALLOW_MISSING",
]


class _AllowMissing:
    def __repr__(self):
        return "os.path.ALLOW_MISSING"

    def __reduce__(self):
        return "ALLOW_MISSING"


# For realpath(): what is missing is no error, other things are.
ALLOW_MISSING = _AllowMissing()


def _separator(path):
    return b"/" if isinstance(path, bytes) else "/"


def _check_types(function, *parts):
    text = data = False
    for part in parts:
        if isinstance(part, str):
            text = True
        elif isinstance(part, bytes):
            data = True
        else:
            raise TypeError(
                f"{function}() argument must be str, bytes, or os.PathLike object, not {type(part).__name__!r}"
            ) from None
    if text and data:
        raise TypeError("Can't mix strings and bytes in path components") from None


def normcase(s):
    """Normalize case of pathname; it has no effect here."""
    return os.fspath(s)


def isabs(s):
    """Whether a path is absolute."""
    s = os.fspath(s)
    return s.startswith(_separator(s))


def join(a, *p):
    """Join two or more pathname components, inserting '/' as needed."""
    a = os.fspath(a)
    slash = _separator(a)
    path = a
    try:
        for part in p:
            part = os.fspath(part)
            if part.startswith(slash) or not path:
                path = part
            elif path.endswith(slash):
                path += part
            else:
                path += slash + part
    except (TypeError, AttributeError):
        _check_types("join", a, *p)
        raise
    return path


def split(p):
    """Split a pathname: (head, tail), where tail is everything after the final slash."""
    p = os.fspath(p)
    slash = _separator(p)
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def _split_extension(p, slash, dot):
    last_slash = p.rfind(slash)
    last_dot = p.rfind(dot)
    if last_dot > last_slash:
        # Leading dots belong to the name.
        at = last_slash + 1
        while at < last_dot:
            if p[at : at + 1] != dot:
                return p[:last_dot], p[last_dot:]
            at += 1
    return p, p[:0]


def splitext(p):
    """Split the extension from a pathname: (root, extension)."""
    p = os.fspath(p)
    if isinstance(p, bytes):
        return _split_extension(p, b"/", b".")
    return _split_extension(p, "/", ".")


def splitdrive(p):
    """Split a pathname into drive and path; the drive is always empty here."""
    p = os.fspath(p)
    return p[:0], p


def splitroot(p):
    """Split a pathname into drive, root and tail."""
    p = os.fspath(p)
    slash = _separator(p)
    empty = p[:0]
    if p[:1] != slash:
        return empty, empty, p[:]
    if p[1:2] != slash or p[2:3] == slash:
        return empty, slash, p[1:]
    return empty, p[:2], p[2:]


def basename(p):
    """The final component of a pathname."""
    p = os.fspath(p)
    return p[p.rfind(_separator(p)) + 1 :]


def dirname(p):
    """The directory component of a pathname."""
    return split(p)[0]


def commonprefix(m):
    """The longest common leading component of a list of names."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(os.fspath, m))
    least, most = min(m), max(m)
    for i, c in enumerate(least):
        if c != most[i]:
            return least[:i]
    return least


def exists(path):
    """Whether a path exists; False for broken links."""
    try:
        os.stat(path)
    except (OSError, ValueError):
        return False
    return True


def lexists(path):
    """Whether a path exists, broken links included."""
    try:
        os.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def _mode(path, follow=True):
    try:
        return (os.stat(path) if follow else os.lstat(path)).st_mode & 0o170000
    except (OSError, ValueError):
        return 0


def isdir(s):
    """Whether the path is an existing directory."""
    return _mode(s) == 0o040000


def isfile(path):
    """Whether the path is a regular file."""
    return _mode(path) == 0o100000


def islink(path):
    """Whether the path is a symbolic link."""
    return _mode(path, False) == 0o120000


def isjunction(path):
    """Whether the path is a junction; never here."""
    os.fspath(path)
    return False


def isdevdrive(path):
    """Whether the path lies on a Windows Dev Drive; never here."""
    os.fspath(path)
    return False


def ismount(path):
    """Whether the path is a mount point."""
    try:
        here = os.lstat(path)
    except (OSError, ValueError):
        return False
    if here.st_mode & 0o170000 == 0o120000:
        return False
    path = os.fspath(path)
    above = realpath(join(path, b".." if isinstance(path, bytes) else ".."))
    try:
        above = os.lstat(above)
    except OSError:
        return False
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def getsize(filename):
    """The size of a file in bytes."""
    return os.stat(filename).st_size


def getmtime(filename):
    """The last modification time of a file."""
    return os.stat(filename).st_mtime


def getatime(filename):
    """The last access time of a file."""
    return os.stat(filename).st_atime


def getctime(filename):
    """The metadata change time of a file."""
    return os.stat(filename).st_ctime


def samestat(s1, s2):
    """Whether two stat results are of the same file."""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Whether two paths lead to the same file."""
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    """Whether two open files are the same file."""
    return samestat(os.fstat(fp1), os.fstat(fp2))


def normpath(path):
    """Normalize a path: double slashes, '.' and '..' are taken out."""
    path = os.fspath(path)
    if isinstance(path, bytes):
        slash, dot, dots = b"/", b".", b".."
    else:
        slash, dot, dots = "/", ".", ".."
    if not path:
        return dot
    _, root, rest = splitroot(path)
    parts = []
    for part in rest.split(slash):
        if not part or part == dot:
            continue
        if part != dots or (not root and not parts) or (parts and parts[-1] == dots):
            parts.append(part)
        elif parts:
            parts.pop()
    return (root + slash.join(parts)) or dot


def abspath(path):
    """The absolute, normalized version of a path."""
    path = os.fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """The canonical path, all links resolved."""
    filename = os.fspath(filename)
    if isinstance(filename, bytes):
        slash, dot, dots = b"/", b".", b".."
        here = os.getcwdb
    else:
        slash, dot, dots = "/", ".", ".."
        here = os.getcwd
    rest = filename.split(slash)[::-1]
    is_folder = strict and filename.endswith(slash)  # feature: os-paths
    path = slash if filename.startswith(slash) else here()
    # Links, and where they lead; None while that is looked for.
    known = {}
    while rest:
        name = rest.pop()
        if isinstance(name, tuple):
            known[name[0]] = path
            continue
        if not name or name == dot:
            continue
        if name == dots:
            path = dirname(path)
            continue
        further = join(path, name)
        try:
            is_link = os.lstat(further).st_mode & 0o170000 == 0o120000
        except OSError as error:
            if strict and not (strict is ALLOW_MISSING and isinstance(error, FileNotFoundError)):
                raise
            is_link = False
        if not is_link:
            path = further
            continue
        if further in known:
            path = known[further] or further
            if strict and not known[further]:
                os.stat(further)  # It goes round in a circle, which stat() says.
            continue
        known[further] = None
        rest.append((further,))
        target = os.readlink(further)
        if target.startswith(slash):
            path = slash
        rest.extend(target.split(slash)[::-1])
    if is_folder and not (strict is ALLOW_MISSING and not exists(path)):  # feature: os-paths
        os.stat(path + slash)  # feature: os-paths
    return path


__getattr__, __dir__ = _later(globals(), {"_path_names": ("commonpath", "expanduser", "expandvars", "relpath")})  # feature: os-paths
