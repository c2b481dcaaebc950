"""TOML: the format of configuration files such as pyproject.toml (version 1.0).

    with open("pyproject.toml", "rb") as file:
        print(tomllib.load(file)["project"])
"""

import re

__all__ = ("loads", "load", "TOMLDecodeError")

_UNSET = object()


class TOMLDecodeError(ValueError):
    """Raised for what isn't TOML: msg says why, doc is the text, pos the place, also as lineno and colno."""

    def __init__(self, msg=_UNSET, doc=_UNSET, pos=_UNSET, *args):
        if args or not (isinstance(msg, str) and isinstance(doc, str) and isinstance(pos, int)):
            import warnings

            text = "Free-form arguments for TOMLDecodeError are deprecated. Please set 'msg' (str), 'doc' (str) and 'pos' (int) arguments only."
            warnings.warn(text, DeprecationWarning, stacklevel=2)
            ValueError.__init__(self, *(each for each in (msg, doc, pos) if each is not _UNSET), *args)
            return
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        place = "end of document" if pos >= len(doc) else f"line {self.lineno}, column {self.colno}"
        ValueError.__init__(self, f"{msg} (at {place})")


# Control characters may stand nowhere but in line ends and, for tabs, in texts.
_CONTROLS = frozenset(chr(code) for code in [*range(32), 127])
_BAD_IN_TEXT = _CONTROLS - {"\t"}
_BAD_IN_LINES = _CONTROLS - {"\t", "\n"}
_BARE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
_KEY_STARTS = _BARE | {"'", '"'}
_HEX = frozenset("0123456789abcdefABCDEF")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_NUMBER = re.compile(
    r"0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)"
    r"|[+-]?(?:0|[1-9](?:_?[0-9])*)(?P<float>(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)"
)
_CLOCK = r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?"
_TIME = re.compile(_CLOCK)
_DATE = re.compile(
    r"([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    rf"(?:[Tt ]{_CLOCK}(?:([Zz])|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?"
)


def load(fp, /, *, parse_float=float):
    """Read a file, which is open for bytes: a dict."""
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """Read a text: a dict. parse_float makes the numbers with a point or an exponent of their text."""
    try:
        text = s.replace("\r\n", "\n")
    except (AttributeError, TypeError):
        raise TypeError(f"Expected str object, not '{type(s).__qualname__}'") from None
    if parse_float is not float:
        parse_float = _checked(parse_float)
    return _Reader(text, parse_float).document()


def _checked(parse_float):
    def made(text):
        value = parse_float(text)
        if isinstance(value, (dict, list)):
            raise ValueError("parse_float must not return dicts or lists")
        return value

    return made


class _Table(dict):
    """A table while it is read: what made it says what may still be added to it.

    "implied": it is part of another table's name; "named": a header [a.b]; "dotted": keys a.b = 1 of one header made it,
    whose number is in `header`; "whole": {a = 1}, which nothing is added to.
    """

    def __init__(self, kind, header=0):
        self.kind, self.header = kind, header


class _List(list):
    """The tables of headers [[a]]; other lists are plain."""


class _Reader:
    """A text, and how far it is read."""

    def __init__(self, text, parse_float):
        self.text, self.at = text, 0
        self.parse_float = parse_float
        # The header under which the text is read: its path and its number.
        self.path, self.headers = (), 0

    def fault(self, message, at=None):
        """The exception for something wrong at a place."""
        return TOMLDecodeError(message, self.text, self.at if at is None else at)

    def look(self, size=1):
        return self.text[self.at : self.at + size]

    def skip(self, letters):
        text, at = self.text, self.at
        while at < len(text) and text[at] in letters:
            at += 1
        self.at = at

    def skip_comment(self):
        if self.look() == "#":
            end = self.text.find("\n", self.at)
            self.text_until(len(self.text) if end < 0 else end, _BAD_IN_TEXT)

    def text_until(self, end, bad):
        """The text up to a place, which may not have bad characters."""
        start, self.at = self.at, end
        found = self.text[start:end]
        for offset, letter in enumerate(found):
            if letter in bad:
                raise self.fault(f"Found invalid character {letter!r}", start + offset)
        return found

    def skip_blank(self):
        """Go on behind blanks, comments and ends of lines."""
        before = -1
        while before != self.at:
            before = self.at
            self.skip(" \t\n")
            self.skip_comment()

    def document(self):
        root = table = _Table("named")
        while True:
            self.skip(" \t\n")
            if self.at == len(self.text):
                return _plain(root)
            if self.look() == "[":
                table = self.header(root)
            elif self.look() in _KEY_STARTS:
                self.entry(table)
            elif self.look() != "#":
                raise self.fault("Invalid statement")
            self.skip(" \t")
            self.skip_comment()
            if self.at < len(self.text) and self.look() != "\n":
                raise self.fault("Expected newline or end of document after a statement")

    def header(self, root):
        """A line [a.b] or [[a.b]]: the table that it begins."""
        self.headers += 1
        is_list = self.look(2) == "[["
        start, mark = self.at, "]]" if is_list else "]"
        self.at += len(mark)
        self.skip(" \t")
        self.path = self.key()
        *path, last = self.path
        table = root
        for name in path:
            below = table[name] if name in table else table.setdefault(name, _Table("implied"))
            if isinstance(below, _List):
                below = below[-1]
            if not isinstance(below, _Table) or below.kind == "whole":
                self.refuse_header(is_list, below)
            table = below
        found = table.get(last)
        if is_list:
            if found is None:
                found = table[last] = _List()
            elif not isinstance(found, _List):
                self.refuse_header(is_list, found)
            found.append(_Table("named"))
            made = found[-1]
        elif found is None:
            made = table[last] = _Table("named")
        elif isinstance(found, _Table) and found.kind == "implied":
            found.kind, made = "named", found
        else:
            self.refuse_header(is_list, found)
        if self.look(len(mark)) != mark:
            what = "an array declaration" if is_list else "a table declaration"
            raise self.fault(f"Expected {mark!r} at the end of {what}")
        self.at += len(mark)
        return made

    def refuse_header(self, is_list, found):
        """A header names something that is there and can't be added to."""
        if is_list:
            is_whole = isinstance(found, list) or isinstance(found, _Table) and found.kind == "whole"
            raise self.fault(f"Cannot mutate immutable namespace {self.path}" if is_whole else "Cannot overwrite a value")
        if isinstance(found, (_Table, list)):
            raise self.fault(f"Cannot declare {self.path} twice")
        raise self.fault("Cannot overwrite a value")

    def entry(self, table):
        """A line a.b = value."""
        path, value = self.pair()
        for place, name in enumerate(path[:-1], 1):
            below = table.get(name)
            if below is None:
                below = table[name] = _Table("dotted", self.headers)
            elif isinstance(below, _Table) and below.kind == "implied":
                below.kind, below.header = "dotted", self.headers
            elif isinstance(below, _List) or isinstance(below, _Table) and below.kind != "whole":
                if isinstance(below, _List) or below.kind == "named" or below.header != self.headers:
                    raise self.fault(f"Cannot redefine namespace {(*self.path, *path[:place])}")
            elif isinstance(below, (_Table, list)):
                raise self.fault(f"Cannot mutate immutable namespace {(*self.path, *path[:-1])}")
            else:
                raise self.fault("Cannot overwrite a value")
            table = below
        if path[-1] in table:
            raise self.fault("Cannot overwrite a value")
        table[path[-1]] = value

    def pair(self):
        path = self.key()
        if self.look() != "=":
            raise self.fault("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.skip(" \t")
        return path, self.value()

    def key(self):
        """A name with its parts between points."""
        path = (self.key_part(),)
        while True:
            self.skip(" \t")
            if self.look() != ".":
                return path
            self.at += 1
            self.skip(" \t")
            path += (self.key_part(),)

    def key_part(self):
        letter = self.look()
        if letter in _BARE and letter:
            start = self.at
            self.skip(_BARE)
            return self.text[start : self.at]
        if letter == "'":
            return self.literal()
        if letter == '"':
            return self.basic()
        raise self.fault("Invalid initial character for a key part")

    def value(self):
        letter = self.look()
        match letter:
            case '"':
                return self.several_lines('"') if self.look(3) == '"""' else self.basic()
            case "'":
                return self.several_lines("'") if self.look(3) == "'''" else self.literal()
            case "[":
                return self.array()
            case "{":
                return self.inline_table()
        for word, value in ("true", True), ("false", False):
            if self.look(len(word)) == word:
                self.at += len(word)
                return value
        if found := _DATE.match(self.text, self.at):
            made = self.date(found)
            self.at = found.end()
            return made
        if found := _TIME.match(self.text, self.at):
            self.at = found.end()
            return _time(found.groups())
        if found := _NUMBER.match(self.text, self.at):
            self.at = found.end()
            return self.parse_float(found[0]) if found["float"] else int(found[0], 0)
        for size in 3, 4:
            if self.look(size) in (("inf", "nan") if size == 3 else ("+inf", "-inf", "+nan", "-nan")):
                word = self.look(size)
                self.at += size
                return self.parse_float(word)
        raise self.fault("Invalid value")

    def date(self, found):
        import datetime

        year, month, day, hour, minute, second, part, utc, sign, hours, minutes = found.groups()
        try:
            date = datetime.date(int(year), int(month), int(day))
        except ValueError as error:
            raise self.fault("Invalid date or datetime") from error
        if hour is None:
            return date
        zone = None
        if utc:
            zone = datetime.timezone.utc
        elif sign:
            away = datetime.timedelta(hours=int(hours), minutes=int(minutes))
            zone = datetime.timezone(away if sign == "+" else -away)
        return datetime.datetime.combine(date, _time((hour, minute, second, part)), zone)

    def array(self):
        self.at += 1
        items = []
        while True:
            self.skip_blank()
            if self.look() == "]":
                break
            items.append(self.value())
            self.skip_blank()
            if self.look() == "]":
                break
            if self.look() != ",":
                raise self.fault("Unclosed array")
            self.at += 1
        self.at += 1
        return items

    def inline_table(self):
        self.at += 1
        made = _Table("whole")
        self.skip(" \t")
        if self.look() == "}":
            self.at += 1
            return made
        while True:
            path, value = self.pair()
            table = made
            for name in path[:-1]:
                table = table.setdefault(name, _Table("implied")) if name not in table else table[name]
                if not isinstance(table, _Table):
                    raise self.fault("Cannot overwrite a value")
                if table.kind == "whole":
                    raise self.fault(f"Cannot mutate immutable namespace {path}")
            if path[-1] in table:
                raise self.fault(f"Duplicate inline table key {path[-1]!r}")
            table[path[-1]] = value
            self.skip(" \t")
            letter = self.look()
            if letter not in (",", "}"):
                raise self.fault("Unclosed inline table")
            self.at += 1
            if letter == "}":
                _close(made)
                return made
            self.skip(" \t")

    def literal(self):
        """A text between single quotes."""
        self.at += 1
        end = self.text.find("'", self.at)
        line = self.text.find("\n", self.at)
        if end < 0 or 0 <= line < end:
            self.text_until(len(self.text) if line < 0 else line + 1, _BAD_IN_TEXT)
            raise self.fault("Expected \"'\"")
        found = self.text_until(end, _BAD_IN_TEXT)
        self.at += 1
        return found

    def basic(self):
        """A text between double quotes."""
        self.at += 1
        parts = []
        while True:
            letter = self.look()
            if not letter:
                raise self.fault("Unterminated string")
            if letter == '"':
                self.at += 1
                return "".join(parts)
            if letter == "\\":
                parts.append(self.escape(False))
            elif letter in _BAD_IN_TEXT:
                raise self.fault(f"Illegal character {letter!r}")
            else:
                parts.append(letter)
                self.at += 1

    def several_lines(self, quote):
        """A text between three quotes; at its end there may be two more, which belong to it."""
        self.at += 3
        if self.look() == "\n":
            self.at += 1
        parts = []
        while True:
            letter = self.look()
            if not letter:
                raise self.fault(f"Expected {quote * 3!r}" if quote == "'" else "Unterminated string")
            if letter == quote and self.look(3) == quote * 3:
                more = 0
                while more < 2 and self.text[self.at + 3 + more : self.at + 4 + more] == quote:
                    more += 1
                self.at += 3 + more
                return "".join(parts) + quote * more
            if letter == "\\" and quote == '"':
                parts.append(self.escape(True))
            elif letter in _BAD_IN_LINES:
                raise self.fault(f"{'Illegal' if quote == chr(34) else 'Found invalid'} character {letter!r}")
            else:
                parts.append(letter)
                self.at += 1

    def escape(self, has_lines):
        """What stands for a backslash and what follows it."""
        start = self.at
        letter = self.text[start + 1 : start + 2]
        self.at += 2
        if has_lines and letter in (" ", "\t", "\n") and letter:
            if letter != "\n":
                self.skip(" \t")
                if self.at == len(self.text):
                    return ""
                if self.look() != "\n":
                    raise self.fault("Unescaped '\\' in a string", self.at)
            self.skip(" \t\n")
            return ""
        if letter in _ESCAPES:
            return _ESCAPES[letter]
        size = {"u": 4, "U": 8}.get(letter)
        if size is None:
            raise self.fault("Unescaped '\\' in a string")
        code = self.look(size)
        if len(code) != size or not _HEX.issuperset(code):
            raise self.fault("Invalid hex value")
        self.at += size
        number = int(code, 16)
        if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
            raise self.fault("Escaped character is not a Unicode scalar value")
        return chr(number)


def _time(fields):
    import datetime

    hour, minute, second, part = fields
    return datetime.time(int(hour), int(minute), int(second), int((part or "").ljust(6, "0")))


def _close(table):
    """An inline table is whole, and so are those in it."""
    for value in table.values():
        if isinstance(value, _Table) and value.kind != "whole":
            _close(value)
    table.kind = "whole"


def _plain(value):
    """What was read, as plain dicts and lists."""
    if isinstance(value, _Table):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value
