"""Names of files against patterns as shells have them: * and ? and [seq] and [!seq]."""

import os

from functools import lru_cache

__all__ = ["filter", "filterfalse", "fnmatch", "fnmatchcase", "translate"]

# What stands for * among the parts of a pattern. The others match one character each.
_STAR = "*"

# Characters that mean something in regular expressions.
_SPECIAL = frozenset("\t\n\x0b\x0c\r #$&()*+-.?[\\]^{|}~")


def fnmatch(name, pat):
    """Whether a name matches a pattern, both as the system writes upper and lower case."""
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def fnmatchcase(name, pat):
    """Whether a name matches a pattern, where upper and lower case differ on each system."""
    return _matcher(pat)(name)


def filter(names, pat):
    """The names that match a pattern."""
    match = _matcher(os.path.normcase(pat))
    return [name for name in names if match(name)]


def filterfalse(names, pat):
    """The names that don't match a pattern."""
    match = _matcher(os.path.normcase(pat))
    return [name for name in names if not match(name)]


def _set_end(pat, start):
    """The place of the ']' that ends the set behind the '[' before `start`, or -1. It can't be the first in the set."""
    if pat.startswith("!", start):
        start += 1
    return pat.find("]", start + 1)


def _ranges(content):
    """The characters of a set: first and last of each range."""
    found = []
    at = 0
    while at < len(content):
        end = at + 2 if content.startswith("-", at + 1) and at + 2 < len(content) else at
        found.append((content[at], content[end]))
        at = end + 1
    return found


def _parts(pat):
    """A pattern's parts: _STAR, None for '?', (is negative, ranges) for a set, and pieces of text."""
    at = 0
    while at < len(pat):
        character = pat[at]
        at += 1
        if character == "*":
            while pat.startswith("*", at):
                at += 1
            yield _STAR
        elif character == "?":
            yield None
        elif character == "[" and (end := _set_end(pat, at)) >= 0:
            is_negative = pat[at] == "!"
            yield is_negative, _ranges(pat[at + is_negative : end])
            at = end + 1
        else:
            yield [character]


def _escape(character):
    return "\\" + character if character in _SPECIAL else character


def _set_regex(is_negative, ranges):
    """A regular expression of a set."""
    texts = []
    for first, last in ranges:
        if first == last:
            texts.append("\\" + first if first in "\\-&~|" else first)
        elif first < last:
            texts.append("-".join(["\\" + end if end in "\\-&~|" else end for end in (first, last)]))
    content = "".join(texts)
    if not content:
        return "." if is_negative else "(?!)"
    if is_negative:
        return f"[^{content}]"
    return f"[\\{content}]" if content[0] in "^[" else f"[{content}]"


def _regexes(pat, star, any_one):
    """Regular expressions of a pattern's parts; those of stars are `star` itself."""
    for part in _parts(pat):
        if part is _STAR:
            yield star
        elif part is None:
            yield any_one
        elif type(part) is tuple:
            yield _set_regex(*part)
        else:
            yield _escape(part[0])


def translate(pat):
    """A regular expression, for re.match(), that matches what the pattern does."""
    len(pat)
    if not isinstance(pat, str):
        raise TypeError("a pattern to translate must be str")
    pieces = [[]]
    for regex in _regexes(pat, _STAR, "."):
        if regex is _STAR:
            pieces.append([])
        else:
            pieces[-1].append(regex)
    start, *middle = ["".join(piece) for piece in pieces]
    if not middle:
        return f"(?s:{start})\\z"
    # What a star matches needn't be reconsidered when the text behind it was found.
    last = middle.pop()
    return f"(?s:{start}{''.join([f'(?>.*?{piece})' for piece in middle])}.*{last})\\z"


class _Piece:
    """What stands between two stars: it matches so many characters as it has parts."""

    def __init__(self, parts, fold):
        # A text or, if there are sets or question marks, what says for each character whether it fits.
        self.size = len(parts)
        self.text = None
        if all(type(part) is list for part in parts):
            self.text = fold("".join([part[0] for part in parts]))
        self.tests = [self._test(part, fold) for part in parts]

    @staticmethod
    def _test(part, fold):
        if part is None:
            return lambda character: True
        if type(part) is list:
            return fold(part[0]).__eq__
        is_negative, ranges = part
        cases = {str, fold} if fold is str else {str, str.lower, str.upper}

        def fits(character):
            return is_negative != any(first <= case(character) <= last for first, last in ranges for case in cases)

        return fits

    def fits(self, name, place):
        """Whether the piece stands there."""
        if self.text is not None:
            return name.startswith(self.text, place)
        return all(test(name[place + number]) for number, test in enumerate(self.tests))

    def find(self, name, start, end):
        """The first place where it stands, or -1."""
        if self.text is not None:
            return name.find(self.text, start, end)
        for place in range(start, end - self.size + 1):
            if self.fits(name, place):
                return place
        return -1


def _compile(pat, fold):
    """A function that says whether a text matches a pattern."""
    pieces = [[]]
    for part in _parts(pat):
        if part is _STAR:
            pieces.append([])
        else:
            pieces[-1].append(part)
    first, *others = [_Piece(parts, fold) for parts in pieces]
    if not others:
        return lambda name: len(name) == first.size and first.fits(fold(name), 0)
    *middle, last = others
    least = first.size + last.size

    def match(name):
        end = len(name) - last.size
        if len(name) < least:
            return False
        name = fold(name)
        if not first.fits(name, 0) or not last.fits(name, end):
            return False
        place = first.size
        for piece in middle:
            place = piece.find(name, place, end)
            if place < 0:
                return False
            place += piece.size
        return True

    return match


@lru_cache(maxsize=32768, typed=True)
def _matcher(pat, ignores_case=False):
    """A function that says whether a name, text or bytes as the pattern, matches."""
    fold = str.lower if ignores_case else str
    len(pat)
    if isinstance(pat, str):
        match = _compile(pat, fold)

        def match_text(name):
            if isinstance(name, str):
                return match(name)
            if isinstance(name, (bytes, bytearray, memoryview)):
                raise TypeError("cannot use a string pattern on a bytes-like object")
            raise TypeError(f"expected string or bytes-like object, got {type(name).__name__!r}")

        return match_text
    match = _compile(str(pat, "latin-1"), fold)

    def match_bytes(name):
        if isinstance(name, (bytes, bytearray, memoryview)):
            return match(str(name, "latin-1"))
        if isinstance(name, str):
            raise TypeError("cannot use a bytes pattern on a string-like object")
        raise TypeError(f"expected string or bytes-like object, got {type(name).__name__!r}")

    return match_bytes
