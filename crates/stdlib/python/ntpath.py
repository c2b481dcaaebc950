"""Operations on path names as Windows has them: drives, shares, and '/' beside '\\'."""

import os

from functools import wraps
from posixpath import (
    ALLOW_MISSING,
    _check_types, commonprefix, exists, getatime, getctime, getmtime, getsize, isdevdrive, isdir, isfile, isjunction,
    islink, lexists, samefile, sameopenfile, samestat,
)

__all__ = [
    "normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname",
    "commonprefix", "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir",
    "isfile", "ismount", "isreserved", "expanduser", "expandvars", "normpath", "abspath", "curdir", "pardir",
    "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames",
    "relpath", "samefile", "sameopenfile", "samestat", "commonpath", "isjunction", "isdevdrive",
    "ALLOW_MISSING",
]  # fmt: skip

curdir = "."
pardir = ".."
extsep = "."
sep = "\\"
pathsep = ";"
altsep = "/"
defpath = ".;C:\\bin"
devnull = "nul"
supports_unicode_filenames = True

_EITHER = "\\/"


def _text(path):
    """The path as str, and what makes a result of its own type."""
    path = os.fspath(path)
    if isinstance(path, bytes):
        return os.fsdecode(path), os.fsencode
    return path, str


def _on_text(function):
    """Lets a function of one path as str take bytes as well, and return what it was given."""

    @wraps(function)
    def on_either(path, /):
        path, back = _text(path)
        result = function(path)
        return tuple(map(back, result)) if isinstance(result, tuple) else back(result)

    return on_either


@_on_text
def normcase(s):
    """The path in lower case, with '\\' for '/'."""
    return s.replace("/", "\\").lower()


def isabs(s):
    """Whether a path is absolute: with a drive and a root, or on a share."""
    s = _text(s)[0].replace("/", "\\")
    return s.startswith(":\\", 1) or s.startswith("\\\\")


@_on_text
def splitroot(p):
    """Split a path into drive or share, root, and the rest."""
    plain = p.replace("/", "\\")
    if plain.startswith("\\\\"):
        # \\server\share, or \\?\UNC\server\share; devices as \\.\name look alike.
        start = 8 if plain[:8].upper() == "\\\\?\\UNC\\" else 2
        share = plain.find("\\", start)
        end = plain.find("\\", share + 1) if share >= 0 else -1
        if end < 0:
            return p, "", ""
        return p[:end], p[end : end + 1], p[end + 1 :]
    drive = 2 if plain[1:2] == ":" and plain[0] != "\\" else 0
    root = drive + 1 if plain[drive : drive + 1] == "\\" else drive
    return p[:drive], p[drive:root], p[root:]


def splitdrive(p):
    """Split a path into drive or share and the rest."""
    drive, root, tail = splitroot(p)
    return drive, root + tail


def join(path, /, *paths):
    """Join paths: one with a root starts anew, one with another drive as well."""
    first = os.fspath(path)
    path, back = _text(path)
    drive, root, tail = splitroot(path)
    try:
        for part in paths:
            part, part_back = _text(part)
            if part_back is not back:
                raise TypeError
            part_drive, part_root, part_tail = splitroot(part)
            if part_root or part_drive and part_drive.lower() != drive.lower():
                drive = part_drive or (drive if part_root else "")
                root, tail = part_root, part_tail
                continue
            drive = part_drive or drive
            if tail and tail[-1] not in _EITHER:
                tail += "\\"
            tail += part_tail
    except (TypeError, AttributeError):
        _check_types("join", first, *paths)
        raise
    if tail and not root and drive and drive[-1] not in ":\\/":
        # A share and a relative path.
        root = "\\"
    return back(drive + root + tail)


def _name_start(path):
    return max(path.rfind("\\"), path.rfind("/")) + 1


@_on_text
def split(p):
    """Split a path into what stands before the last separator and what stands behind it."""
    drive, root, tail = splitroot(p)
    at = _name_start(tail)
    return drive + root + tail[:at].rstrip(_EITHER), tail[at:]


@_on_text
def splitext(p):
    """Split the extension from a path. Dots that start a name belong to it."""
    start = _name_start(p)
    dot = p.rfind(".")
    if dot > start and p[start:dot].strip("."):
        return p[:dot], p[dot:]
    return p, ""


def basename(p):
    """The last part of a path."""
    return split(p)[1]


def dirname(p):
    """The path without its last part."""
    return split(p)[0]


@_on_text
def normpath(path):
    """The path with '\\' only, and without '.', '..' and empty parts where that is possible."""
    drive, root, tail = splitroot(path.replace("/", "\\"))
    parts = []
    for part in tail.split("\\"):
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part == ".." and not root or part not in ("", ".", ".."):
            parts.append(part)
    return drive + root + "\\".join(parts) or "."


@_on_text
def abspath(path):
    """The absolute, normalized version of a path."""
    return normpath(path if isabs(path) else join(os.getcwd(), path))


def realpath(path, *, strict=False):
    """The path as abspath() gives it: links of Windows can't be followed elsewhere."""
    return abspath(path)


def _both(path, start):
    """Two paths as str, and what makes a result of their type."""
    path, back = _text(path)
    start, start_back = (".", back) if start is None else _text(start)
    if back is not start_back:
        raise TypeError("Can't mix strings and bytes in path components")
    return path, start, back


def relpath(path, start=None):
    """A path relative to a folder, by default the current one."""
    path, start, back = _both(path, start)
    if not path:
        raise ValueError("no path specified")
    drive, _, tail = splitroot(abspath(path))
    start_drive, _, start_tail = splitroot(abspath(start))
    if drive.lower() != start_drive.lower():
        raise ValueError(f"path is on mount {drive!r}, start on mount {start_drive!r}")
    parts = tail.split("\\") if tail else []
    start_parts = start_tail.split("\\") if start_tail else []
    shared = 0
    for part, start_part in zip(parts, start_parts):
        if part.lower() != start_part.lower():
            break
        shared += 1
    return back("\\".join([".."] * (len(start_parts) - shared) + parts[shared:]) or ".")


def commonpath(paths):
    """The longest path that all of them lie below."""
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty iterable")
    _check_types("commonpath", *paths)
    back = _text(paths[0])[1]
    split_paths = [splitroot(_text(path)[0].replace("/", "\\")) for path in paths]
    drive, root, _ = split_paths[0]
    if len({each[0].lower() for each in split_paths}) != 1:
        raise ValueError("Paths don't have the same drive")
    if len({each[1] for each in split_paths}) != 1:
        kind = "absolute and relative" if drive else "rooted and not-rooted"
        raise ValueError(f"Can't mix {kind} paths")
    all_parts = [[part for part in tail.split("\\") if part not in ("", ".")] for _, _, tail in split_paths]
    shared = []
    for parts in zip(*all_parts):
        if len({part.lower() for part in parts}) != 1:
            break
        shared.append(parts[0])
    return back(drive + root + "\\".join(shared))


def ismount(path):
    """Whether a path is a drive's or a share's root."""
    drive, root, tail = splitroot(abspath(path))
    return bool(drive and not tail and (root or len(drive) > 2))


_NUMBERED = [name + digit for name in ("COM", "LPT") for digit in "123456789\xb9\xb2\xb3"]
_DEVICES = frozenset(["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", *_NUMBERED])


def isreserved(path):
    """Whether a part of a path is a device's name or has characters that Windows keeps for itself."""
    tail = splitroot(_text(path)[0])[2].replace("/", "\\")
    return any(map(_is_reserved, tail.split("\\")))


def _is_reserved(name):
    if name[-1:] in (".", " "):
        return name not in (".", "..")
    if any(character < " " or character in '"*:<>?|' for character in name):
        return True
    return name.partition(".")[0].rstrip(" ").upper() in _DEVICES


def expanduser(path):
    """Replace a leading '~' or '~name' by the user's folder, if the environment says where it is."""
    path, back = _text(path)
    if not path.startswith("~"):
        return back(path)
    end = 1
    while end < len(path) and path[end] not in _EITHER:
        end += 1
    if "USERPROFILE" in os.environ:
        home = os.environ["USERPROFILE"]
    elif "HOMEPATH" in os.environ:
        home = join(os.environ.get("HOMEDRIVE", ""), os.environ["HOMEPATH"])
    else:
        return back(path)
    name = path[1:end]
    current = os.environ.get("USERNAME")
    if name and name != current:
        # Others have their folders beside ours, if that has our name.
        if current != basename(home):
            return back(path)
        home = join(dirname(home), name)
    return back(home + path[end:])


@_on_text
def expandvars(path):
    """Replace $name, ${name} and %name% by variables of the environment; unknown ones stay, and what is in quotes."""
    parts = []
    at = 0
    while at < len(path):
        character = path[at]
        end = at + 1
        name = None
        if character == "'":
            end = path.find("'", at + 1) + 1 or len(path)
        elif character in "$%" and path[at + 1 : at + 2] == character:
            # Two of them are one.
            parts.append(character)
            at += 2
            continue
        elif character == "%" or path[at : at + 2] == "${":
            closing = path.find("%" if character == "%" else "}", at + 1)
            end = closing + 1 or len(path)
            name = path[at + (1 if character == "%" else 2) : closing] if closing >= 0 else None
        elif character == "$":
            while end < len(path) and (path[end].isascii() and path[end].isalnum() or path[end] in "_-"):
                end += 1
            name = path[at + 1 : end] or None
        parts.append(path[at:end] if name is None else os.environ.get(name, path[at:end]))
        at = end
    return "".join(parts)
