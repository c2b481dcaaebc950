"""What mails have in their headers: addresses, dates, names of messages (RFC 5322), and words in other encodings."""

import re

__all__ = [
    "collapse_rfc2231_value", "decode_params", "decode_rfc2231", "encode_rfc2231", "formataddr", "formatdate",
    "format_datetime", "getaddresses", "make_msgid", "mktime_tz", "parseaddr", "parsedate", "parsedate_tz",
    "parsedate_to_datetime", "unquote",
]  # fmt: skip

_special = re.compile(r'[][\\()<>@,:;".]')
_escaped = re.compile(r'[\\"]')
_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_LONG_MONTHS = "january february march april may june july august september october november december".split()
_ZONES = {
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "AST": -400, "ADT": -300, "EST": -500, "EDT": -400, "CST": -600, "CDT": -500,
    "MST": -700, "MDT": -600, "PST": -800, "PDT": -700,
}  # fmt: skip


def quote(str):
    """A text as it stands between quotes."""
    return str.replace("\\", "\\\\").replace('"', '\\"')


def unquote(str):
    """A text without the quotes, or angles, around it."""
    if len(str) > 1:
        if str.startswith('"') and str.endswith('"'):
            return str[1:-1].replace("\\\\", "\\").replace('\\"', '"')
        if str.startswith("<") and str.endswith(">"):
            return str[1:-1]
    return str


# Dates.


def _format(values, zone):
    year, month, day, hour, minute, second, weekday = values[:7]
    return f"{_DAYS[weekday]}, {day:02} {_MONTHS[month - 1]} {year:04} {hour:02}:{minute:02}:{second:02} {zone}"


def formatdate(timeval=None, localtime=False, usegmt=False):
    """A time in seconds as a header has it: by default now, in UTC."""
    import datetime
    import time

    if timeval is None:
        timeval = time.time()
    moment = datetime.datetime.fromtimestamp(timeval, datetime.timezone.utc)
    if localtime:
        moment = moment.astimezone()
        usegmt = False
    elif not usegmt:
        moment = moment.replace(tzinfo=None)
    return format_datetime(moment, usegmt)


def format_datetime(dt, usegmt=False):
    """A datetime as a header has it; one without a zone is in UTC and says that the zone isn't known."""
    import datetime

    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc:
            raise ValueError("usegmt option requires a UTC datetime")
        zone = "GMT"
    else:
        zone = "-0000" if dt.tzinfo is None else dt.strftime("%z")
    return _format(dt.timetuple(), zone)


def localtime(dt=None):
    """A datetime in the local zone: by default now."""
    import datetime

    return datetime.datetime.now().astimezone() if dt is None else dt.astimezone()


def _month(word):
    word = word.lower()
    if word[:3].title() in _MONTHS and (len(word) == 3 or word in _LONG_MONTHS):
        return _MONTHS.index(word[:3].title()) + 1
    return None


def _words(data):
    """The five words of a date: day, month, year, time and zone; None if there aren't so many."""
    words = data.split()
    if not words:
        return None
    if words[0].endswith(",") or words[0].lower()[:3].title() in _DAYS and _month(words[0]) is None:
        # The day of the week says nothing that the date doesn't.
        del words[0]
    else:
        before, comma, after = words[0].rpartition(",")
        if comma:
            words[0] = after
    if len(words) == 3:
        parts = words[0].split("-")
        if len(parts) == 3:
            words = parts + words[1:]
    if len(words) == 4:
        clock = words[3]
        at = max(clock.find("+"), clock.find("-"))
        words[3:] = [clock[:at], clock[at:]] if at > 0 else [clock, ""]
    return words[:5] if len(words) >= 5 else None


def parsedate_tz(data):
    """A date as a tuple of ten numbers, the last one the zone in seconds; None if it is none."""
    found = _parse_date(data) if data else None
    if found is None:
        return None
    return found if found[9] is not None else (*found[:9], 0)


def _parse_date(data):
    words = _words(data)
    if words is None:
        return None
    day, month, year, clock, zone = words
    if not (day and month and year):
        return None
    number = _month(month)
    if number is None:
        day, month = month, day
        number = _month(month)
        if number is None:
            return None
    day = day.removesuffix(",")
    if ":" in year:
        year, clock = clock, year
    year = year.removesuffix(",")
    if not year[:1].isdigit():
        year, zone = zone, year
    clock = clock.removesuffix(",")
    parts = clock.split(":")
    if len(parts) == 1 and "." in clock:
        parts = clock.split(".")
    if len(parts) not in (2, 3):
        return None
    try:
        year, day = int(year), int(day)
        hour, minute, second = [int(part) for part in [*parts, "0"][:3]]
    except ValueError:
        return None
    if year < 100:
        # Two digits: 69 and later are of the last century.
        year += 1900 if year > 68 else 2000
    return year, number, day, hour, minute, second, 0, 1, -1, _offset(zone)


def _offset(zone):
    """Seconds east of UTC; None if the zone isn't known."""
    zone = zone.upper()
    number = _ZONES.get(zone)
    if number is None:
        try:
            number = int(zone)
        except ValueError:
            return None
        if number == 0 and zone.startswith("-"):
            return None
    hours, minutes = divmod(abs(number), 100)
    return (-1 if number < 0 else 1) * (hours * 3600 + minutes * 60)


def parsedate(data):
    """parsedate_tz() without the zone."""
    found = parsedate_tz(data)
    return found[:9] if isinstance(found, tuple) else found


def parsedate_to_datetime(data):
    """A date as a datetime; a ValueError if it is none."""
    import datetime

    found = _parse_date(data) if data else None
    if found is None:
        raise ValueError(f'Invalid date value or format "{data}"')
    if found[9] is None:
        return datetime.datetime(*found[:6])
    return datetime.datetime(*found[:6], tzinfo=datetime.timezone(datetime.timedelta(seconds=found[9])))


def mktime_tz(data):
    """The seconds of what parsedate_tz() returns."""
    if data[9] is None:
        import time

        return time.mktime(data[:8] + (-1,))
    import calendar

    return calendar.timegm(data) - data[9]


def make_msgid(idstring=None, domain=None):
    """A name for a message that no other one has."""
    import os
    import random
    import socket
    import time

    idstring = "" if idstring is None else "." + idstring
    domain = socket.getfqdn() if domain is None else domain
    return f"<{int(time.time() * 100)}.{os.getpid()}.{random.getrandbits(64)}{idstring}@{domain}>"


# Addresses.


def formataddr(pair, charset="utf-8"):
    """A name and an address as a header has them."""
    name, address = pair
    address.encode("ascii")
    if not name:
        return address
    if not name.isascii():
        return f"{_encoded_word(name, str(charset))} <{address}>"
    quotes = '"' if _special.search(name) else ""
    return f"{quotes}{_escaped.sub(r'\\\g<0>', name)}{quotes} <{address}>"


def _encoded_word(text, charset):
    """A text as a word of a header (RFC 2047): those of Latin alphabets can be read nearly as they are."""
    charset = charset.lower()
    if charset in ("latin-1", "latin1", "iso-8859-1"):
        data = text.encode("latin-1")
        safe = b"-!*+/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
        shown = "".join(["_" if byte == 32 else chr(byte) if byte in safe else f"={byte:02X}" for byte in data])
        return f"=?iso-8859-1?q?{shown}?="
    from base64 import b64encode

    return f"=?{charset}?b?{b64encode(text.encode(charset)).decode()}?="


class _Addresses:
    """Reads a list of addresses."""

    ENDS = "()<>@,:;\".[]"

    def __init__(self, text):
        self.text = text
        self.at = 0
        self.comments = []

    def peek(self):
        return self.text[self.at : self.at + 1]

    def skip(self):
        """Go over spaces and comments."""
        while (next := self.peek()) and next in " \t\r\n(":
            if next == "(":
                self.comments.append(self.bracketed("(", ")"))
            else:
                self.at += 1

    def bracketed(self, start, end):
        """The text in quotes or brackets that begins here."""
        self.at += 1
        parts = []
        while (next := self.peek()) and next != end:
            if next == "\\":
                self.at += 1
                next = self.peek()
            elif next == "(" and start == "(":
                parts.append(f"({self.bracketed('(', ')')})")
                continue
            if next != "\r":
                parts.append(next)
            self.at += 1
        self.at += 1
        return "".join(parts)

    def atom(self, ends):
        start = self.at
        while (next := self.peek()) and next not in ends and next not in " \t\r\n":
            self.at += 1
        return self.text[start : self.at]

    def phrase(self):
        """Words up to what can't be in a name."""
        words = []
        while True:
            self.skip()
            next = self.peek()
            if next == '"':
                words.append(self.bracketed('"', '"'))
            elif not next or next in "()<>@,:;[]":
                return words
            elif next == ".":
                # In a name a point may stand, though it should be in quotes.
                self.at += 1
                if words:
                    words[-1] += "."
                else:
                    words.append(".")
            else:
                words.append(self.atom("()<>@,:;\"[]"))

    def local(self):
        """What stands in front of the @."""
        parts = []
        while True:
            self.skip()
            next = self.peek()
            if next == ".":
                self.at += 1
                parts.append(".")
            elif next == '"':
                parts.append(f'"{quote(self.bracketed(chr(34), chr(34)))}"')
            elif next and next not in self.ENDS:
                parts.append(self.atom(self.ENDS))
            else:
                return "".join(parts)

    def domain(self):
        parts = []
        while True:
            self.skip()
            next = self.peek()
            if next == "[":
                parts.append(f"[{self.bracketed('[', ']')}]")
            elif next == ".":
                self.at += 1
                parts.append(".")
            elif next == "@":
                # Two of them are an attempt to hide something.
                return None
            elif next and next not in self.ENDS:
                parts.append(self.atom(self.ENDS))
            else:
                return "".join(parts)

    def specification(self):
        """local@domain; an empty text if it is broken."""
        local = self.local()
        self.skip()
        if self.peek() != "@":
            return local
        self.at += 1
        domain = self.domain()
        return f"{local}@{domain}" if domain else ""

    def route(self):
        """The address in angles."""
        self.at += 1
        self.skip()
        found = ""
        if self.peek() != ">":
            if self.peek() == "@":
                # Machines on the way, which nobody uses.
                end = self.text.find(":", self.at)
                self.at = end + 1 if end >= 0 else len(self.text)
            found = self.specification()
        self.skip()
        if self.peek() == ">":
            self.at += 1
        return found

    def named(self, name):
        if self.comments:
            comment = " ".join(self.comments)
            name = f"{name} ({comment})" if name else comment
        return name

    def address(self):
        """The pairs of name and address of what begins here: several for a group."""
        self.comments = []
        self.skip()
        start, before = self.at, self.comments[:]
        words = self.phrase()
        next = self.peek()
        if next == "@":
            # It was no name but the address itself.
            self.at, self.comments = start, before
            address = self.specification()
            found = [(" ".join(self.comments), address)]
        elif next == ":":
            self.at += 1
            found = []
            while True:
                self.skip()
                if not self.peek() or self.peek() == ";":
                    self.at += 1
                    break
                found += self.address()
        elif next == "<":
            address = self.route()
            found = [(self.named(" ".join(words)), address)]
        else:
            found = [(" ".join(self.comments), words[0])] if words else []
            if next and next not in ",;":
                self.at += 1
        self.skip()
        if self.peek() and self.peek() in ",;":
            self.at += 1
        return found

    def all(self):
        found = []
        while self.at < len(self.text):
            found += self.address() or [("", "")]
        return found


def _count(text):
    """How many addresses the commas of a text make, outside of quotes."""
    return 1 + re.sub(r'"(?:[^"\\]|\\.)*"|\((?:[^()\\]|\\.)*\)', "", text).count(",")


def _balanced(text):
    """Whether what is open in a text is closed in it."""
    in_quotes = in_angles = False
    depth = at = 0
    while at < len(text):
        letter = text[at]
        if letter == "\\":
            at += 1
        elif in_quotes:
            in_quotes = letter != '"'
        elif letter == '"':
            in_quotes = not depth
        elif letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
            if depth < 0:
                return False
        at += 1
    return not in_quotes and depth == 0


def parseaddr(addr, *, strict=True):
    """The name and the address in a text; two empty texts if there is no address, or more than one."""
    if isinstance(addr, list):
        addr = addr[0] if addr else ""
    if not isinstance(addr, str):
        return "", ""
    if strict and not _balanced(addr):
        return "", ""
    found = _Addresses(addr).all()
    if not found or strict and (len(found) > 1 or "[" in found[0][1]):
        return "", ""
    return found[0]


def getaddresses(fieldvalues, *, strict=True):
    """The names and addresses in several headers, as pairs; with something wrong, a pair of empty texts."""
    result = []
    for value in fieldvalues:
        text = str(value)
        if strict and not _balanced(text):
            return [("", "")]
        found = _Addresses(text).all()
        if strict:
            if len(found) != _count(text):
                return [("", "")]
            # Machines by their numbers are not what people mean.
            found = [("", "") if "[" in address else (name, address) for name, address in found]
        result += found
    return result


# Words in other encodings (RFC 2231).


def decode_rfc2231(s):
    """Encoding, language and text of a parameter's value."""
    parts = s.split("'", 2)
    return (None, None, s) if len(parts) <= 2 else parts


def encode_rfc2231(s, charset=None, language=None):
    """A text as the value of a parameter, with its encoding and language."""
    from urllib.parse import quote as percent

    s = percent(s, safe="", encoding=charset or "ascii")
    return s if charset is None and language is None else f"{charset}'{language or ''}'{s}"


_parameter = re.compile(r"^(?P<name>\w+)\*((?P<num>[0-9]+)\*?)?$", re.ASCII)


def decode_params(params):
    """Parameters, of which some may be in parts or in other encodings."""
    from urllib.parse import unquote as unpercent

    result = [params[0]]
    parts = {}
    for name, value in params[1:]:
        is_encoded = name.endswith("*")
        value = unquote(value)
        found = _parameter.match(name)
        if found:
            number = found["num"]
            parts.setdefault(found["name"], []).append((None if number is None else int(number), value, is_encoded))
        else:
            result.append((name, f'"{quote(value)}"'))
    for name, pieces in parts.items():
        pieces.sort(key=lambda piece: -1 if piece[0] is None else piece[0])
        is_extended = any(is_encoded for _, _, is_encoded in pieces)
        text = "".join(
            [unpercent(piece, encoding="latin-1") if is_encoded else piece for _, piece, is_encoded in pieces]
        )
        if is_extended:
            charset, language, text = decode_rfc2231(text)
            result.append((name, (charset, language, f'"{text}"')))
        else:
            result.append((name, f'"{quote(text)}"'))
    return result


def collapse_rfc2231_value(value, errors="replace", fallback_charset="us-ascii"):
    """The text of what decode_params() returns for a parameter."""
    if not isinstance(value, tuple) or len(value) != 3:
        return unquote(value)
    charset, _, text = value
    try:
        return bytes(text, "raw-unicode-escape").decode(charset or fallback_charset, errors)
    except LookupError:
        return unquote(text)
