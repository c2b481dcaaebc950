"""What re.DEBUG prints: the parts of a pattern as a tree, one a line, as CPython has it.

A pattern was compiled before it comes here, so nothing can be wrong with it. A part is a tuple: its name and what belongs to it.
"""

import re

_CATEGORIES = {
    "d": "CATEGORY_DIGIT", "D": "CATEGORY_NOT_DIGIT", "s": "CATEGORY_SPACE", "S": "CATEGORY_NOT_SPACE",
    "w": "CATEGORY_WORD", "W": "CATEGORY_NOT_WORD",
}  # fmt: skip
_PLACES = {
    "A": "AT_BEGINNING_STRING", "b": "AT_BOUNDARY", "B": "AT_NON_BOUNDARY", "Z": "AT_END_STRING", "z": "AT_END_STRING",
}  # fmt: skip
_CONTROLS = {"a": 7, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92}
_COUNTS = {"*": (0, "MAXREPEAT"), "+": (1, "MAXREPEAT"), "?": (0, 1)}
_FLAGS = {"i": 2, "L": 4, "m": 8, "s": 16, "u": 32, "x": 64, "a": 256}
_HEX = {"x": 2, "u": 4, "U": 8}


def show(pattern, flags):
    """Print the tree of a pattern; the flags are those that it was compiled with."""
    if not isinstance(pattern, str):
        pattern = str(pattern, "latin1")
    _print(_Reader(pattern).choice(flags & re.VERBOSE), 0)


class _Reader:
    """Reads a pattern from its start to its end."""

    def __init__(self, text):
        self.text = text
        self.at = 0
        self.groups = 0
        self.names = {}

    def peek(self, text):
        return self.text.startswith(text, self.at)

    def take(self, text):
        """Whether the text comes next, which is gone then."""
        if found := self.peek(text):
            self.at += len(text)
        return found

    def next(self):
        self.at += 1
        return self.text[self.at - 1]

    def until(self, end):
        start = self.at
        self.at = self.text.index(end, start) + len(end)
        return self.text[start : self.at - len(end)]

    def digits(self, allowed, most):
        """The number of the digits that come next, and how many there are."""
        start = self.at
        while self.at < len(self.text) and self.at - start < most and self.text[self.at] in allowed:
            self.at += 1
        return self.text[start : self.at]

    def choice(self, verbose):
        """The alternatives up to a closing parenthesis or the end."""
        several = [self.sequence(verbose)]
        while self.take("|"):
            several.append(self.sequence(verbose))
        if len(several) == 1:
            return several[0]
        parts = []
        while several[0] and all(one and one[0] == several[0][0] for one in several):
            parts.append(several[0][0])
            several = [one[1:] for one in several]
        members = []
        for one in several:
            match one:
                case [("LITERAL", _)]:
                    members += one
                case [("IN", within)] if within[0] != ("NEGATE", None):
                    members += within
                case _:
                    return [*parts, ("BRANCH", several)]
        return [*parts, ("IN", [*dict.fromkeys(members)])]

    def sequence(self, verbose):
        parts = []
        while self.at < len(self.text) and not self.peek("|") and not self.peek(")"):
            character = self.next()
            if verbose and character in " \t\n\r\v\f":
                continue
            if verbose and character == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end + 1
            elif character in "*+?" or character == "{" and (counts := self.counts()):
                parts.append(self.repeat(parts.pop(), counts if character == "{" else _COUNTS[character]))
            elif (part := self.part(character, verbose)) is not None:
                parts.append(part)
        flat = []
        for part in parts:
            flat += _plain(part) if part[0] == "SUBPATTERN" else [part]
        return flat

    def counts(self):
        """What stands in the braces of a repetition; None if these are none."""
        start = self.at
        least = most = self.digits("0123456789", 99)
        if comma := self.take(","):
            most = self.digits("0123456789", 99)
        if (least or comma) and self.take("}"):
            return int(least or 0), int(most) if most else "MAXREPEAT"
        self.at = start

    def repeat(self, part, counts):
        kind = "MIN_REPEAT" if self.take("?") else "POSSESSIVE_REPEAT" if self.take("+") else "MAX_REPEAT"
        return kind, (*counts, _plain(part) if part[0] == "SUBPATTERN" else [part])

    def part(self, character, verbose):
        match character:
            case ".":
                return "ANY", None
            case "^":
                return "AT", "AT_BEGINNING"
            case "$":
                return "AT", "AT_END"
            case "[":
                return self.set()
            case "(":
                return self.group(verbose)
            case "\\":
                return self.escape()
        return "LITERAL", ord(character)

    def escape(self):
        letter = self.next()
        if place := _PLACES.get(letter):
            return "AT", place
        if letter in "123456789":
            digits = letter + self.digits("0123456789", 1)
            more = self.digits("01234567", 1) if len(digits) == 2 and max(digits) < "8" and letter < "4" else ""
            return ("LITERAL", int(digits + more, 8)) if more else ("GROUPREF", int(digits))
        if letter == "0":
            return "LITERAL", int("0" + self.digits("01234567", 2), 8)
        part = self.character(letter)
        return ("IN", [part]) if part[0] == "CATEGORY" else part

    def character(self, letter):
        """What an escape stands for in sets and elsewhere."""
        if category := _CATEGORIES.get(letter):
            return "CATEGORY", category
        if length := _HEX.get(letter):
            return "LITERAL", int(self.digits("0123456789abcdefABCDEF", length), 16)
        if letter == "N":
            from unicodedata import lookup

            self.at += 1
            return "LITERAL", ord(lookup(self.until("}")))
        return "LITERAL", _CONTROLS.get(letter, ord(letter))

    def set(self):
        is_negative = self.take("^")
        members = []
        while not members or not self.peek("]"):
            member = self.member()
            if self.peek("-") and not self.text.startswith("-]", self.at):
                self.at += 1
                member = "RANGE", (member[1], self.member()[1])
            members.append(member)
        self.at += 1
        members = [*dict.fromkeys(members)]
        if len(members) == 1 and members[0][0] == "LITERAL":
            return ("NOT_LITERAL", members[0][1]) if is_negative else members[0]
        return "IN", [("NEGATE", None)] * is_negative + members

    def member(self):
        character = self.next()
        if character != "\\":
            return "LITERAL", ord(character)
        letter = self.next()
        if letter == "b":
            return "LITERAL", 8
        if letter in "01234567":
            return "LITERAL", int(letter + self.digits("01234567", 2), 8)
        return self.character(letter)

    def group(self, verbose):
        """What an opening parenthesis starts; None for what matches nothing."""
        if not self.take("?"):
            return self.capture(verbose)
        if self.take("#"):
            self.until(")")
            return None
        if self.take("P="):
            return "GROUPREF", self.names[self.until(")")]
        if self.take("P<"):
            return self.capture(verbose, self.until(">"))
        if self.take("("):
            name = self.until(")")
            group = self.names.get(name)
            return "GROUPREF_EXISTS", (int(name) if group is None else group, *self.two(verbose))
        if self.take(">"):
            return "ATOMIC_GROUP", self.body(verbose)
        way = -1 if self.take("<") else 1
        for sign, kind in ("=", "ASSERT"), ("!", "ASSERT_NOT"):
            if self.take(sign):
                body = self.body(verbose)
                return (kind, (way, body)) if body or sign == "=" else ("FAILURE", None)
        return self.flagged(verbose)

    def flagged(self, verbose):
        flags = [0, 0]
        side = 0
        while (letter := self.next()) not in ":)":
            if letter == "-":
                side = 1
            else:
                flags[side] |= _FLAGS[letter]
        if letter == ")":
            return None
        on, off = flags
        return "SUBPATTERN", (None, on, off, self.body((verbose or on & re.VERBOSE) and not off & re.VERBOSE))

    def capture(self, verbose, name=None):
        self.groups = group = self.groups + 1
        if name:
            self.names[name] = group
        return "SUBPATTERN", (group, 0, 0, self.body(verbose))

    def body(self, verbose):
        parts = self.choice(verbose)
        self.at += 1
        return parts

    def two(self, verbose):
        """What comes if a group has matched, and what otherwise: None if nothing is said."""
        yes = self.sequence(verbose)
        no = self.sequence(verbose) if self.take("|") else None
        self.at += 1
        return yes, no


def _plain(part):
    """The parts of a group that has neither number nor flags; else the group alone."""
    group, on, off, parts = part[1]
    return [part] if group is not None or on or off else parts


def _print(parts, level):
    """Print parts so deep in the tree."""
    indent = "  " * level
    for name, more in parts:
        match name, more:
            case "IN", members:
                print(indent + name)
                for kind, value in members:
                    print(f"{indent}  {kind} {value}")
            case "BRANCH", [first, *others]:
                print(indent + name)
                _print(first, level + 1)
                for other in others:
                    print(indent + "OR")
                    _print(other, level + 1)
            case "GROUPREF_EXISTS", (group, yes, no):
                print(f"{indent}{name} {group}")
                _print(yes, level + 1)
                if no:
                    print(indent + "ELSE")
                    _print(no, level + 1)
            case "FAILURE", _:
                print(indent + name)
            case "ATOMIC_GROUP", body:
                print(indent + name)
                _print(body, level + 1)
            case _, (*values, body):
                print(f"{indent}{name} {' '.join(map(str, values))}")
                _print(body, level + 1)
            case _:
                print(f"{indent}{name} {more}")
