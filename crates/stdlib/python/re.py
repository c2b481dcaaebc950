"""Regular expressions: patterns that describe texts, to find and replace what they match.

    >>> import re
    >>> re.findall(r"(\\w+)=(\\d+)", "width=20 and height=10")
    [('width', '20'), ('height', '10')]
    >>> re.sub(r"\\s+", " ", "too   many    spaces")
    'too many spaces'
"""

import copyreg as _copyreg  # feature: re-more
import sys as _sys

import _sre
from _later import later as _later
from _sre import Match, Pattern

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error",
    "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL",
    "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError",
]  # fmt: skip

__version__ = "2.2.1"

# It is a package.
__path__ = []

_DEBUG = 128
# Patterns and replacements that were used before, the oldest first, and how many of each are kept.
_patterns = {}
_templates = {}
_MOST = 512 if _sys.maxsize > 1 << 32 else 16
_SPECIAL = {ord(character): "\\" + character for character in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


class PatternError(Exception):
    """Raised for what is no pattern; msg says why, and pos, lineno and colno say where."""

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f"{msg} at position {pos}"
            if newline in pattern:
                msg += f" (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


error = PatternError


def match(pattern, string, flags=0):
    """Match a pattern at the start of a string: a Match, or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Match a pattern against the whole of a string: a Match, or None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """Find the first match of a pattern in a string: a Match, or None."""
    return _compile(pattern, flags).search(string)


class _NotGiven(int):
    """Zero where nothing was given."""


_not_given = _NotGiven(0)


def _trailing(function, name, args, number, flags):
    """The number and the flags that follow the other arguments, which once could be given without their names."""
    if args:
        given = (number, flags)
        if len(args) > 2:
            first = 2 if name == "maxsplit" else 3
            total = first + len(args)
            raise TypeError(f"{function}() takes from {first} to {first + 2} positional arguments but {total} were given")
        for each, before in zip((name, "flags"), given[: len(args)]):
            if before is not _not_given:
                raise TypeError(f"{function}() got multiple values for argument '{each}'")
        _warn(f"'{name}' is passed as positional argument", DeprecationWarning)
        number, flags = (*args, *given[len(args) :])
    return number, flags


def sub(pattern, repl, string, *args, count=_not_given, flags=_not_given):
    """Replace the matches of a pattern in a string, at most count of them.

    The replacement is a string, in which \\1 or \\g<name> stands for a group, or a function that gets each Match.
    """
    count, flags = _trailing("sub", "count", args, count, flags)
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_not_given, flags=_not_given):
    """As sub(), but give a tuple of the new string and the number of replacements."""
    count, flags = _trailing("subn", "count", args, count, flags)
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_not_given, flags=_not_given):
    """Split a string where a pattern matches, at most maxsplit times; groups of the pattern are in the list as well."""
    maxsplit, flags = _trailing("split", "maxsplit", args, maxsplit, flags)
    return _compile(pattern, flags).split(string, maxsplit)


sub.__text_signature__ = subn.__text_signature__ = "(pattern, repl, string, count=0, flags=0)"
split.__text_signature__ = "(pattern, string, maxsplit=0, flags=0)"


def findall(pattern, string, flags=0):
    """List all matches of a pattern in a string: their texts, or those of their groups as tuples if there are several."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """Iterate over all matches of a pattern in a string, as Match objects."""
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    """Make a Pattern, whose methods find and replace."""
    return _compile(pattern, flags)


def purge():
    """Forget the patterns that functions of the module were called with."""
    _patterns.clear()
    _templates.clear()


def escape(pattern):
    """Put a backslash in front of all characters that mean something in patterns."""
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return str(pattern, "latin1").translate(_SPECIAL).encode("latin1")


def _keep(cache, key, value):
    """Add to a cache, which may lose its oldest entry for it."""
    if len(cache) >= _MOST:
        cache.pop(next(iter(cache), None), None)
    cache[key] = value


def _compile(pattern, flags):
    key = pattern.__class__, pattern, flags
    if (known := _patterns.get(key)) is not None:
        return known
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    made = _sre.compile(pattern, flags, _warn)
    if not flags & _DEBUG:
        _keep(_patterns, key, made)
        return made
    from _re_debug import show  # feature: re-more

    show(pattern, made.flags)  # feature: re-more
    return made


def _warn(text, category=FutureWarning):
    """Warn about what the caller of one of the module's functions does, where there is a module for that."""
    try:
        import warnings
    except ImportError:
        return
    warnings.warn(text, category, stacklevel=4)


def _compile_template(pattern, repl):
    """What a replacement consists of: literals and numbers of groups in turn. Pattern.sub() and Match.expand() ask."""
    key = pattern, repl.__class__, repl
    if (known := _templates.get(key)) is not None:
        return known
    from _re_template import parse

    made = parse(pattern, repl)
    _keep(_templates, key, made)
    return made


_copyreg.pickle(Pattern, lambda pattern: (_compile, (pattern.pattern, pattern.flags)))  # feature: re-more

__getattr__, __dir__ = _later(
    globals(),
    {
        "_re_flags": [
            "RegexFlag", "NOFLAG", "A", "ASCII", "I", "IGNORECASE", "L", "LOCALE", "U", "UNICODE", "M", "MULTILINE", "S",
            "DOTALL", "X", "VERBOSE", "DEBUG",
        ],
        "_re_scanner": ["Scanner"],  # feature: re-more
    },
)  # fmt: skip
