"""Cookies: what servers ask browsers to keep, read and written (RFC 6265).

    >>> cookie = SimpleCookie("a=1; b=two")
    >>> cookie["a"].value
    '1'
    >>> cookie["c"] = "three"; cookie["c"]["path"] = "/"
    >>> print(cookie["c"])
    Set-Cookie: c=three; Path=/
"""

import re
import string

__all__ = ["CookieError", "BaseCookie", "SimpleCookie"]


class CookieError(Exception):
    """Raised for names and attributes that cookies can't have."""


_LEGAL = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~:"
_is_legal = re.compile(f"[{re.escape(_LEGAL)}]+").fullmatch
# What a value may have without quotes; quotes around it hold these too, and others by their octal numbers.
_UNQUOTED = _LEGAL + " ()/<=>?@[]{}"
_numbers = {n: f"\\{n:03o}" for n in set(range(256)) - set(map(ord, _UNQUOTED))}
_numbers.update({ord('"'): '\\"', ord("\\"): "\\\\"})
_escaped = re.compile(r"\\(?:([0-3][0-7][0-7])|(.))")
_control = re.compile("[\x00-\x1f\x7f]")
# What browsers send is taken more freely than what is set.
_RECEIVED = r"\w!#%&'~`><@,:/$*+.^|)(?}{=\-"
_pair = re.compile(
    rf"""\s*(?P<key>[{_RECEIVED}]+?)
    (?:\s*=\s*(?P<value>"(?:[^\\"]|\\.)*"|\w{{3,6}}day,?\s[\w\d\s-]{{9,11}}\s[\d:]{{8}}\sGMT
    |\w{{3}},\s[\s\w-]{{9,11}}\s[\d:]{{8}}\sGMT|[{_RECEIVED}\[\]]*))?
    \s*(?:\s+|;|$)""",
    re.ASCII | re.VERBOSE,
)


def _quote(text):
    if text is None or _is_legal(text):
        return text
    return '"' + text.translate(_numbers) + '"'


def _unquote(text):
    if text is None or len(text) < 2 or text[0] != '"' or text[-1] != '"':
        return text
    return _escaped.sub(lambda found: chr(int(found[1], 8)) if found[1] else found[2], text[1:-1])


def _date(seconds):
    import time

    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    year, month, day, hour, minute, second, weekday, *_ = time.gmtime(time.time() + seconds)
    return f"{days[weekday]}, {day:02} {months[month - 1]} {year:4} {hour:02}:{minute:02}:{second:02} GMT"


class Morsel(dict):
    """One cookie: key, value, and its attributes as a dict."""

    _reserved = {
        "expires": "expires", "path": "Path", "comment": "Comment", "domain": "Domain", "max-age": "Max-Age",
        "secure": "Secure", "httponly": "HttpOnly", "version": "Version", "samesite": "SameSite",
        "partitioned": "Partitioned",
    }  # fmt: skip
    _reserved_defaults = dict.fromkeys(_reserved, "")
    _flags = {"secure", "httponly", "partitioned"}

    def __init__(self):
        self._key = self._value = self._coded_value = None
        dict.update(self, self._reserved_defaults)

    @property
    def key(self):
        """The name."""
        return self._key

    @property
    def value(self):
        """The value."""
        return self._value

    @property
    def coded_value(self):
        """The value as it is sent."""
        return self._coded_value

    def __setitem__(self, K, V):
        name = K.lower()
        if name not in self._reserved:
            raise CookieError(f"Invalid attribute {K!r}")
        if _control.search(str(V)):
            raise CookieError(f"Control characters are not allowed in cookies {K!r} {V!r}")
        dict.__setitem__(self, name, V)

    def setdefault(self, key, val=None):
        """Set an attribute that isn't there."""
        key = key.lower()
        if key not in self._reserved:
            raise CookieError(f"Invalid attribute {key!r}")
        return dict.setdefault(self, key, val)

    def __eq__(self, morsel):
        if not isinstance(morsel, Morsel):
            return NotImplemented
        return dict.__eq__(self, morsel) and (self._value, self._key, self._coded_value) == (
            morsel._value, morsel._key, morsel._coded_value,
        )  # fmt: skip

    __ne__ = object.__ne__

    def copy(self):
        """Another one like this."""
        morsel = Morsel()
        dict.update(morsel, self)
        morsel.__dict__.update(self.__dict__)
        return morsel

    def update(self, values):
        """Set several attributes."""
        for key, value in dict(values).items():
            self[key] = value

    def isReservedKey(self, K):
        """Whether a name is that of an attribute."""
        return K.lower() in self._reserved

    def set(self, key, val, coded_val):
        """Set name, value, and the value as it is sent."""
        if key.lower() in self._reserved:
            raise CookieError(f"Attempt to set a reserved key {key!r}")
        if not _is_legal(key):
            raise CookieError(f"Illegal key {key!r}")
        if _control.search(str(coded_val)):
            raise CookieError(f"Control characters are not allowed in cookies {key!r} {val!r} {coded_val!r}")
        self._key, self._value, self._coded_value = key, val, coded_val

    def __getstate__(self):
        return {"key": self._key, "value": self._value, "coded_value": self._coded_value}

    def __setstate__(self, state):
        self._key, self._value, self._coded_value = state["key"], state["value"], state["coded_value"]

    def output(self, attrs=None, header="Set-Cookie:"):
        """The line of a header."""
        return f"{header} {self.OutputString(attrs)}"

    __str__ = output

    def __repr__(self):
        return f"<{type(self).__name__}: {self.OutputString()}>"

    def js_output(self, attrs=None):
        """A script that sets the cookie."""
        text = self.OutputString(attrs).replace('"', r"\"")
        return (
            '\n        <script type="text/javascript">\n        <!-- begin hiding\n'
            f'        document.cookie = "{text}";\n        // end hiding -->\n        </script>\n        '
        )

    def OutputString(self, attrs=None):
        """Name, value and attributes, as they are sent."""
        parts = [f"{self.key}={self.coded_value}"]
        for key, value in sorted(self.items()):
            if value == "" or key not in (self._reserved if attrs is None else attrs):
                continue
            name = self._reserved[key]
            if key == "expires" and isinstance(value, int):
                parts.append(f"{name}={_date(value)}")
            elif key == "max-age" and isinstance(value, int):
                parts.append(f"{name}={value}")
            elif key == "comment" and isinstance(value, str):
                parts.append(f"{name}={_quote(value)}")
            elif key in self._flags:
                if value:
                    parts.append(name)
            else:
                parts.append(f"{name}={value}")
        return "; ".join(parts)


class BaseCookie(dict):
    """Cookies by their names; what is set becomes a Morsel. Subclasses say how values become texts."""

    def __init__(self, input=None):
        if input:
            self.load(input)

    def value_decode(self, val):
        """The value of a text that was received, and the text."""
        return val, val

    def value_encode(self, val):
        """A value, and the text that is sent for it."""
        text = str(val)
        return text, text

    def _set(self, key, real_value, coded_value):
        morsel = self.get(key, Morsel())
        morsel.set(key, real_value, coded_value)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            self._set(key, *self.value_encode(value))

    def output(self, attrs=None, header="Set-Cookie:", sep="\015\012"):
        """The lines of a header."""
        return sep.join([value.output(attrs, header) for _, value in sorted(self.items())])

    __str__ = output

    def __repr__(self):
        shown = " ".join([f"{key}={value.value!r}" for key, value in sorted(self.items())])
        return f"<{type(self).__name__}: {shown}>"

    def js_output(self, attrs=None):
        """Scripts that set the cookies."""
        return "".join([value.js_output(attrs) for _, value in sorted(self.items())])

    def load(self, rawdata):
        """Set cookies from a header's text or from a dict."""
        if isinstance(rawdata, str):
            self._parse(rawdata)
        else:
            for key, value in rawdata.items():
                self[key] = value

    def _parse(self, text):
        """Read a header. What is wrong makes nothing of it count."""
        at, found, has_cookie = 0, [], False
        while at < len(text):
            pair = _pair.match(text, at)
            if not pair:
                break
            key, value, at = pair["key"], pair["value"], pair.end()
            if key[0] == "$":
                # An attribute of the older kind, for the cookie before it.
                if has_cookie:
                    found.append((True, key[1:], value))
            elif key.lower() in Morsel._reserved:
                if not has_cookie:
                    return
                if value is None:
                    if key.lower() not in Morsel._flags:
                        return
                    found.append((True, key, True))
                else:
                    found.append((True, key, _unquote(value)))
            elif value is not None:
                found.append((False, key, self.value_decode(value)))
                has_cookie = True
            else:
                return
        morsel = None
        for is_attribute, key, value in found:
            if is_attribute:
                morsel[key] = value
            else:
                self._set(key, *value)
                morsel = self[key]


class SimpleCookie(BaseCookie):
    """Cookies whose values are texts; they are quoted where that is needed."""

    def value_decode(self, val):
        """The value of a text that was received, and the text."""
        return _unquote(val), val

    def value_encode(self, val):
        """A value, and the text that is sent for it."""
        text = str(val)
        return text, _quote(text)
