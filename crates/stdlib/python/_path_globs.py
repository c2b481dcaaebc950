# Patterns for pathlib's paths: matching, searching, walking.
import os
from fnmatch import _matcher

_MAGIC = frozenset("*?[")


def _ignores_case(path, case_sensitive):
    if case_sensitive is None:
        return path.parser.sep == "\\"
    return not case_sensitive


def _fits(name, pattern, ignores_case):
    """Whether a name fits a pattern without separators. What a star alone stands for is not empty."""
    return name != "" if pattern == "*" else _matcher(pattern, ignores_case)(name)


def _all_fit(names, patterns, ignores_case):
    """Whether names fit patterns, among which ** stands for any number of names."""
    # The places up to which the names can be read for the patterns so far.
    places = {0}
    for number, pattern in enumerate(patterns):
        if not places:
            return False
        if pattern != "**":
            places = {
                place + 1 for place in places if place < len(names) and _fits(names[place], pattern, ignores_case)
            }
        elif number + 1 == len(patterns):
            return min(places) < len(names)
        else:
            further = range(min(places) + 1, len(names))
            # The root alone is not enough for it.
            places.update(place for place in further if place > 1 or names[0] != "")
    return len(names) in places


def path_matches(path, pattern, case_sensitive):
    """PurePath.full_match()."""
    sep = path.parser.sep
    names = str(path).split(sep) if path.parts else [""]
    patterns = str(pattern).split(sep) if pattern.parts else [""]
    return _all_fit(names, patterns, _ignores_case(path, case_sensitive))


def parts_match(path, pattern, case_sensitive):
    """PurePath.match()."""
    parts, patterns = path.parts[::-1], pattern.parts[::-1]
    if not patterns:
        raise ValueError("empty pattern")
    if len(parts) < len(patterns) or len(parts) > len(patterns) and pattern.anchor:
        return False
    sep, ignores_case = path.parser.sep, _ignores_case(path, case_sensitive)
    for part, each in zip(parts, patterns):
        # Only anchors have separators, which stars don't stand for.
        names, pieces = part.split(sep), ["*" if piece == "**" else piece for piece in each.split(sep)]
        if len(names) != len(pieces) or not all(_fits(*pair, ignores_case) for pair in zip(names, pieces)):
            return False
    return True


def search(path, pattern, text, case_sensitive, follows_links):
    """Path.glob()."""
    if pattern.anchor:
        raise NotImplementedError("Non-relative patterns are unsupported")
    parts = list(pattern._parsed()[2])
    if not parts:
        raise ValueError(f"Unacceptable pattern: {pattern!r}")
    if text.endswith(path.parser.sep):
        # Directories only.
        parts.append("")
    started = _Search(path, case_sensitive, follows_links)
    return started.results(str(path) if path.parts else "", parts)


class _Search:
    def __init__(self, path, case_sensitive, follows_links):
        self.path = path
        self.ignores_case = _ignores_case(path, case_sensitive)
        # Names without patterns are looked up, unless the case matters elsewhere than in the file system.
        self.looks_up = case_sensitive is None or case_sensitive
        self.follows_links = follows_links

    def results(self, start, parts):
        for text in self.found(start, parts, True):
            yield self.path._below(text)

    def is_plain(self, part):
        return part in ("", "..") or self.looks_up and _MAGIC.isdisjoint(part)

    def found(self, start, parts, is_there):
        """The texts of paths below start that fit the parts."""
        if not parts:
            if is_there or os.path.lexists(start or "."):
                yield start
            return
        part, *rest = parts
        if part == "**":
            # Where links are followed, all that is below is compared with what follows, up to a '..': one walk does.
            end = 0
            while end < len(rest) and (rest[end] == "**" or self.follows_links and rest[end] not in ("", "..")):
                end += 1
            patterns, rest = ["**", *rest[:end]] if self.follows_links else ["**"], rest[end:]
            if os.path.isdir(start or "."):
                if _all_fit([""], patterns, self.ignores_case):
                    yield from self.found(start, rest, True)
                yield from self.below(start, patterns, rest)
        elif self.is_plain(part):
            yield from self.found(_joined(start, part), rest, False)
        else:
            for name, text, _ in self.entries(start, bool(rest)):
                if _fits(name, part, self.ignores_case):
                    yield from self.found(text, rest, True)

    def below(self, start, patterns, rest):
        """What is below a directory and fits the patterns."""
        names = []
        # The directories that are being read, each in the one before: a tree may be deeper than calls can be.
        waiting = [self.entries(start, False)]
        while waiting:
            for name, text, entry in waiting[-1]:
                try:
                    is_directory = entry.is_dir(follow_symlinks=self.follows_links)
                except OSError:
                    is_directory = False
                names.append(name)
                if (is_directory or not rest) and _all_fit(names, patterns, self.ignores_case):
                    yield from self.found(text, rest, True)
                if is_directory:
                    waiting.append(self.entries(text, False))
                    break
                names.pop()
            else:
                waiting.pop()
                if names:
                    names.pop()

    def entries(self, start, directories_only):
        """Name, path and entry of what is in a directory; what can't be read is empty."""
        try:
            with os.scandir(start or ".") as found:
                entries = list(found)
        except OSError:
            return
        for entry in entries:
            if directories_only:
                try:
                    if not entry.is_dir():
                        continue
                except OSError:
                    continue
            yield entry.name, _joined(start, entry.name), entry


def _joined(start, name):
    return start + name if not start or start.endswith("/") else start + "/" + name


def walk(path, top_down, on_error, follow_symlinks):
    """Path.walk()."""
    waiting = [path]
    while waiting:
        top = waiting.pop()
        if isinstance(top, tuple):
            yield top
            continue
        try:
            with os.scandir(top) as found:
                entries = list(found)
        except OSError as error:
            if on_error is not None:
                on_error(error)
            continue
        directories, files = [], []
        for entry in entries:
            try:
                is_directory = entry.is_dir(follow_symlinks=follow_symlinks)
            except OSError:
                is_directory = False
            (directories if is_directory else files).append(entry.name)
        if top_down:
            # The caller may take some out, or reorder them.
            yield top, directories, files
        else:
            waiting.append((top, directories, files))
        waiting.extend([top.joinpath(name) for name in reversed(directories)])
