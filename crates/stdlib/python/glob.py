"""Files by patterns: what a shell makes of *.txt, and ** for all folders below."""

import os

from fnmatch import _matcher

__all__ = ["escape", "glob", "iglob", "translate"]


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that match a pattern, in no order.

    root_dir is the folder that relative patterns start from. If recursive is true, ** matches any files and any folders
    below each other. What starts with a dot is matched by patterns that do, unless include_hidden is true.
    """
    return list(
        iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden)
    )


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """As glob(), one after the other."""
    if dir_fd is not None:
        raise NotImplementedError("dir_fd unavailable on this platform")
    root = pathname[:0] if root_dir is None else os.fspath(root_dir)
    paths = _Search(root, recursive, include_hidden).paths(pathname, False)
    # "**" begins with the folder where it starts, which has no name.
    return (path for path in paths if path) if recursive or not pathname else paths


class _Search:
    """A search below a folder."""

    def __init__(self, root, recursive, include_hidden):
        self.root = root
        self.recursive = recursive
        self.include_hidden = include_hidden

    def at(self, path):
        """The path for the system."""
        return os.path.join(self.root, path)

    def paths(self, pathname, folders_only):
        """What matches a pattern."""
        folder, name = os.path.split(pathname)
        if not has_magic(pathname):
            if os.path.lexists(self.at(pathname)) if name else os.path.isdir(self.at(folder)):
                yield pathname
            return
        # The root's folder is itself.
        has_patterns = folder != pathname and has_magic(folder)
        folders = self.paths(folder, True) if has_patterns else [folder]
        for folder in folders:
            for found in self.names(folder, name, folders_only):
                yield os.path.join(folder, found) if folder else found

    def names(self, folder, name, folders_only):
        """What matches the last part of a pattern in a folder, relative to it."""
        if self.recursive and name in ("**", b"**"):
            if not folder or os.path.isdir(self.at(folder)):
                yield name[:0]
            yield from self.below(folder, folders_only)
        elif has_magic(name):
            shows_hidden = self.include_hidden or _is_hidden(name)
            matches = _matcher(name)
            for found, _ in self.entries(folder, folders_only, name):
                if (shows_hidden or not _is_hidden(found)) and matches(found):
                    yield found
        elif os.path.lexists(self.at(os.path.join(folder, name))) if name else os.path.isdir(self.at(folder)):
            yield name

    def entries(self, folder, folders_only, sample):
        """Names in a folder, and whether they are folders."""
        path = self.at(folder)
        if not path:
            path = os.curdir.encode() if isinstance(sample, bytes) else os.curdir
        found = []
        try:
            with os.scandir(path) as entries:
                for entry in entries:
                    try:
                        is_folder = entry.is_dir()
                    except OSError:
                        is_folder = False
                    if is_folder or not folders_only:
                        found.append((entry.name, is_folder))
        except OSError:
            pass
        return found

    def below(self, folder, folders_only, path=None):
        """Everything below a folder, relative to it: each folder before what is in it."""
        if path is None:
            path = folder[:0]
        for name, is_folder in self.entries(os.path.join(folder, path), folders_only, folder):
            if self.include_hidden or not _is_hidden(name):
                found = os.path.join(path, name) if path else name
                yield found
                if is_folder:
                    yield from self.below(folder, folders_only, found)


_MAGIC = frozenset("*?[")
_MAGIC_BYTES = frozenset(b"*?[")


def has_magic(s):
    """Whether a path is a pattern."""
    return not (_MAGIC_BYTES if isinstance(s, bytes) else _MAGIC).isdisjoint(s)


def _is_hidden(name):
    return name[:1] in (".", b".")


def escape(pathname):
    """A pattern that matches this path only."""
    drive, rest = os.path.splitdrive(pathname)
    if isinstance(rest, bytes):
        return drive + b"".join([b"[%c]" % byte if byte in _MAGIC_BYTES else b"%c" % byte for byte in rest])
    return drive + "".join([f"[{character}]" if character in _MAGIC else character for character in rest])


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """A regular expression, for re.match(), that matches the paths which the pattern does."""
    from fnmatch import _escape, _regexes

    if not seps:
        seps = (os.path.sep, os.path.altsep) if os.path.altsep else os.path.sep
    escaped = "".join(map(_escape, seps))
    separator = f"[{escaped}]" if len(seps) > 1 else escaped
    inside = f"[^{escaped}]"
    if include_hidden:
        segment, segments, rest = f"{inside}+", f"(?:.+{separator})?", ".*"
    else:
        segment = f"[^{escaped}.]{inside}*"
        segments = f"(?:{segment}{separator})*"
        rest = f"{segments}(?:{segment})?"
    for sep in seps:
        pat = pat.replace(sep, seps[0])
    parts = pat.split(seps[0])
    texts = []
    for number, part in enumerate(parts):
        is_last = number + 1 == len(parts)
        if part == "*":
            texts.append(segment)
        elif recursive and part == "**":
            # Two of them mean no more than one.
            if is_last:
                texts.append(rest)
            elif parts[number + 1] != "**":
                texts.append(segments)
            continue
        elif part:
            if not include_hidden and part[0] in "*?":
                texts.append(r"(?!\.)")
            texts.extend(_regexes(part, f"{inside}*", inside))
        if not is_last:
            texts.append(separator)
    return f"(?s:{''.join(texts)})\\z"
