# What os.path has beside the usual: variables and home directories in path names, and how names relate to each other.
import os
from posixpath import _check_types, _separator, abspath, commonprefix


def expanduser(path):
    """Replace a leading '~' by the home directory."""
    path = os.fspath(path)
    tilde = b"~" if isinstance(path, bytes) else "~"
    if not path.startswith(tilde):
        return path
    slash = _separator(path)
    at = path.find(slash, 1)
    if at < 0:
        at = len(path)
    if at == 1 and "HOME" in os.environ:
        home = os.environ["HOME"]
    else:
        try:
            import pwd

            home = (pwd.getpwuid(os.getuid()) if at == 1 else pwd.getpwnam(os.fsdecode(path[1:at]))).pw_dir
        except (ImportError, KeyError):
            return path
    if isinstance(path, bytes):
        home = os.fsencode(home)
    return (home.rstrip(slash) + path[at:]) or slash


def expandvars(path):
    """Replace $name and ${name} by variables of the environment; unknown ones stay."""
    path = os.fspath(path)
    as_bytes = isinstance(path, bytes)
    if (b"$" if as_bytes else "$") not in path:
        return path
    text = os.fsdecode(path)
    parts = []
    at = 0
    while True:
        dollar = text.find("$", at)
        if dollar < 0:
            break
        parts.append(text[at:dollar])
        if text[dollar + 1 : dollar + 2] == "{":
            end = text.find("}", dollar)
            if end < 0:
                at = dollar
                break
            name, end = text[dollar + 2 : end], end + 1
        else:
            end = dollar + 1
            while end < len(text) and (text[end] == "_" or text[end].isascii() and text[end].isalnum()):
                end += 1
            name = text[dollar + 1 : end]
        parts.append(os.environ.get(name, text[dollar:end]) if name else text[dollar:end])
        at = end
    parts.append(text[at:])
    result = "".join(parts)
    return os.fsencode(result) if as_bytes else result


def relpath(path, start=None):
    """A relative version of a path."""
    path = os.fspath(path)
    if not path:
        raise ValueError("no path specified")
    if isinstance(path, bytes):
        dot, slash, dots = b".", b"/", b".."
    else:
        dot, slash, dots = ".", "/", ".."
    start = dot if start is None else os.fspath(start)
    _check_types("relpath", path, start)
    from_parts = [part for part in abspath(start).split(slash) if part]
    to_parts = [part for part in abspath(path).split(slash) if part]
    shared = len(commonprefix([from_parts, to_parts]))
    return slash.join([dots] * (len(from_parts) - shared) + to_parts[shared:]) or dot


def commonpath(paths):
    """The longest common sub-path of absolute or of relative paths."""
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    _check_types("commonpath", *paths)
    slash, dot = (b"/", b".") if isinstance(paths[0], bytes) else ("/", ".")
    if len({path[:1] == slash for path in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    least, most = min(split_paths), max(split_paths)
    common = least
    for i, part in enumerate(least):
        if part != most[i]:
            common = least[:i]
            break
    return (slash if paths[0][:1] == slash else slash[:0]) + slash.join(common)


for _function in expanduser, expandvars, relpath, commonpath:
    _function.__module__ = "posixpath"
del _function
