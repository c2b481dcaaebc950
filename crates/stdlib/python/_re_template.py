"""Replacements of regular expressions: strings in which a backslash stands for a group or a character."""

from re import PatternError

_CHARACTERS = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}
_OCTAL = "01234567"
_DIGITS = "0123456789"


class _Reader:
    """The characters of a replacement, in pairs with the backslash in front of them."""

    def __init__(self, source):
        self.source = source
        self.text = source if isinstance(source, str) else str(source, "latin1")
        self.at = 0
        self.next = ""
        self.get()

    def get(self):
        """Read a token; an empty one at the end. That a backslash comes last is noticed one token before."""
        token = self.next
        self.at += len(token)
        self.next = self.text[self.at : self.at + 1]
        if self.next == "\\":
            self.next = self.text[self.at : self.at + 2]
            if len(self.next) == 1:
                raise self.error("bad escape (end of pattern)")
        return token

    def get_in(self, characters):
        """Read a character if it is one of these; else nothing."""
        return self.get() if self.next and self.next in characters else ""

    def error(self, text, back=0):
        """An error so many characters before the next one."""
        return PatternError(text, self.source, self.at - back)

    def name(self):
        """Read the name of a group, in angle brackets."""
        if self.get_in("<") == "":
            raise self.error("missing <")
        name = ""
        while (token := self.get()) != ">":
            if token == "":
                raise self.error("missing >, unterminated name" if name else "missing group name", len(name))
            name += token
        if not name:
            raise self.error("missing group name", 1)
        return name


def _named(reader, pattern):
    """The number of the group whose name or number comes."""
    name = reader.name()
    if name.isidentifier():
        if not isinstance(reader.source, str) and not name.isascii():
            raise reader.error(f"bad character in group name {name!a}", len(name) + 1)
        if name not in pattern.groupindex:
            raise IndexError(f"unknown group name {name!r}")
        return pattern.groupindex[name]
    if not (name.isascii() and name.isdigit()):
        raise reader.error(f"bad character in group name {name!r}", len(name) + 1)
    return _checked(int(name), reader, pattern, len(name) + 1)


def _checked(group, reader, pattern, back):
    if group > pattern.groups:
        raise reader.error(f"invalid group reference {group}", back)
    return group


def _numbered(reader, pattern, first):
    """What a digit behind a backslash starts: the number of a group, or a character in octal."""
    digits = first
    if first == "0":
        digits += reader.get_in(_OCTAL)
        return chr(int(digits + reader.get_in(_OCTAL), 8))
    digits += reader.get_in(_DIGITS)
    if len(digits) == 2 and first in _OCTAL and digits[1] in _OCTAL and (third := reader.get_in(_OCTAL)):
        digits += third
        code = int(digits, 8)
        if code > 0o377:
            raise reader.error(f"octal escape value \\{digits} outside of range 0-0o377", 4)
        return chr(code)
    return _checked(int(digits), reader, pattern, len(digits))


def parse(pattern, source):
    """A tuple of literals and the numbers of groups in turn, which starts and ends with a literal."""
    reader = _Reader(source)
    parts = []
    literal = ""
    while token := reader.get():
        kind = token[1:]
        if not kind:
            found = token
        elif kind == "g":
            found = _named(reader, pattern)
        elif kind in _DIGITS:
            found = _numbered(reader, pattern, kind)
        elif kind in _CHARACTERS:
            found = _CHARACTERS[kind]
        elif kind.isascii() and kind.isalpha():
            raise reader.error(f"bad escape {token}", 2)
        else:
            found = token
        if isinstance(found, str):
            literal += found
        else:
            parts += literal, found
            literal = ""
    parts.append(literal)
    if isinstance(source, str):
        return tuple(parts)
    return tuple(part.encode("latin1") if isinstance(part, str) else part for part in parts)
