"""URLs taken apart, put together and joined; their characters quoted."""

from _later import later
from collections import namedtuple
from functools import lru_cache

__all__ = [
    "urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs", "parse_qsl",
    "quote", "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes", "DefragResult",
    "ParseResult", "SplitResult", "DefragResultBytes", "ParseResultBytes", "SplitResultBytes",
]  # fmt: skip

# Schemes whose URLs may be relative, may have a host, and may have parameters.
uses_relative = [
    "", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp", "rtsps",
    "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss",
]  # fmt: skip
uses_netloc = [
    "", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews", "prospero",
    "rtsp", "rtsps", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss", "itms-services",
]  # fmt: skip
uses_params = [
    "", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps", "rtspu", "sip", "sips", "mms",
    "sftp", "tel",
]  # fmt: skip

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS = "0123456789"
_HEX_DIGITS = frozenset(_DIGITS + "abcdefABCDEF")
scheme_chars = _LETTERS + _DIGITS + "+-."
_CONTROLS_AND_SPACE = "".join(map(chr, range(33)))


def _as_text(*arguments):
    """The arguments as str, followed by what makes their type of a result. Bytes have to be ASCII."""
    is_text = isinstance(arguments[0], str)
    for argument in arguments[1:]:
        # An empty default fits both.
        if argument and isinstance(argument, str) != is_text:
            raise TypeError("Cannot mix str and non-str arguments")
    if is_text:
        return *arguments, lambda result: result
    return *[argument.decode("ascii") if argument else "" for argument in arguments], _encoded


def _encoded(result):
    return result.encode("ascii")


class _TextResult:
    """A result of str."""

    __slots__ = ()

    def encode(self, encoding="ascii", errors="strict"):
        """The same of bytes."""
        return self._counterpart(*[part.encode(encoding, errors) for part in self])


class _BytesResult:
    """A result of bytes."""

    __slots__ = ()

    def decode(self, encoding="ascii", errors="strict"):
        """The same of str."""
        return self._counterpart(*[part.decode(encoding, errors) for part in self])


class _Host:
    """What a URL says about the host."""

    __slots__ = ()

    def _host_parts(self):
        """User, password, host and port, as str or None, and what makes their type."""
        netloc, back = _as_text(self.netloc)
        user_part, at, host = netloc.rpartition("@")
        user, colon, password = user_part.partition(":")
        _, bracket, inside = host.partition("[")
        if bracket:
            host, _, rest = inside.partition("]")
            port = rest.partition(":")[2]
        else:
            host, _, port = host.partition(":")
        return user if at else None, password if at and colon else None, host, port, back

    @property
    def username(self):
        """The user's name, or None."""
        user, _, _, _, back = self._host_parts()
        return None if user is None else back(user)

    @property
    def password(self):
        """The password, or None."""
        _, password, _, _, back = self._host_parts()
        return None if password is None else back(password)

    @property
    def hostname(self):
        """The host's name in lower case, or None."""
        _, _, host, _, back = self._host_parts()
        # The zone of an IPv6 address keeps its case.
        name, percent, zone = host.partition("%")
        return back(name.lower() + percent + zone) if host else None

    @property
    def port(self):
        """The port as an int, or None."""
        port = self._host_parts()[3]
        if not port:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        port = int(port, 10)
        if not 0 <= port <= 65535:
            raise ValueError("Port out of range 0-65535")
        return port


_Defragged = namedtuple("_DefragResultBase", "url fragment")
_Split = namedtuple("_SplitResultBase", "scheme netloc path query fragment")
_Parsed = namedtuple("_ParseResultBase", "scheme netloc path params query fragment")


class DefragResult(_Defragged, _TextResult):
    """A URL and its fragment."""

    __slots__ = ()

    def geturl(self):
        """The whole URL."""
        return self.url + "#" + self.fragment if self.fragment else self.url


class SplitResult(_Split, _Host, _TextResult):
    """The parts of a URL: scheme, netloc, path, query, fragment."""

    __slots__ = ()

    def geturl(self):
        """The whole URL."""
        return urlunsplit(self)


class ParseResult(_Parsed, _Host, _TextResult):
    """The parts of a URL: scheme, netloc, path, params, query, fragment."""

    __slots__ = ()

    def geturl(self):
        """The whole URL."""
        return urlunparse(self)


class DefragResultBytes(_Defragged, _BytesResult):
    """A URL and its fragment as bytes."""

    __slots__ = ()

    def geturl(self):
        """The whole URL."""
        return self.url + b"#" + self.fragment if self.fragment else self.url


class SplitResultBytes(_Split, _Host, _BytesResult):
    """The parts of a URL as bytes: scheme, netloc, path, query, fragment."""

    __slots__ = ()

    def geturl(self):
        """The whole URL."""
        return urlunsplit(self)


class ParseResultBytes(_Parsed, _Host, _BytesResult):
    """The parts of a URL as bytes: scheme, netloc, path, params, query, fragment."""

    __slots__ = ()

    def geturl(self):
        """The whole URL."""
        return urlunparse(self)


for _text_class, _bytes_class in (
    (DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes), (ParseResult, ParseResultBytes),
):
    _text_class._counterpart, _bytes_class._counterpart = _bytes_class, _text_class
    _text_class._encoded_counterpart, _bytes_class._decoded_counterpart = _bytes_class, _text_class
ResultBase = _Host


def _check_host(netloc):
    """What stands in brackets must be an address of IPv6 or of a later version; nothing stands around them."""
    before, bracket, inside = netloc.rpartition("@")[2].partition("[")
    host, _, rest = inside.partition("]")
    if not bracket:
        host = before.partition(":")[0]
    elif before or rest and not rest.startswith(":"):
        raise ValueError("Invalid IPv6 URL")
    if host.startswith("v"):
        version, dot, address = host[1:].partition(".")
        if not (version and dot and address) or not _HEX_DIGITS.issuperset(version) or "\n" in address:
            raise ValueError("IPvFuture address is invalid")
    elif _is_ipv4(host):
        raise ValueError("An IPv4 address cannot be in brackets")
    elif not _is_ipv6(host):
        raise ValueError(f"{host!r} does not appear to be an IPv4 or IPv6 address")


def _is_ipv4(text):
    numbers = text.split(".")
    return len(numbers) == 4 and all(
        number.isascii() and number.isdigit() and str(int(number[:4])) == number and int(number) <= 255
        for number in numbers
    )


def _is_ipv6(text):
    address, percent, zone = text.partition("%")
    if percent and (not zone or "%" in zone):
        return False
    groups = address.split(":")
    if len(groups) > 2 and "." in groups[-1]:
        # The last four bytes may be written as in IPv4.
        if not _is_ipv4(groups[-1]):
            return False
        groups[-1:] = ["0", "0"]
    if len(groups) < 3 or not all(len(group) <= 4 and _HEX_DIGITS.issuperset(group) for group in groups):
        return False
    if "" not in groups:
        return len(groups) == 8
    # '::' once, in the place of one group or more; at an end it leaves two empty texts.
    if address == "::":
        return True
    if groups[0] == "" and groups[1] == "":
        del groups[0]
    elif groups[-1] == "" and groups[-2] == "":
        del groups[-1]
    return groups.count("") == 1 and len(groups) <= 8


def _check_normalized(netloc):
    """Characters must not turn into separators when they are normalized."""
    if not netloc or netloc.isascii():
        return
    try:
        from unicodedata import normalize
    except ImportError:
        return
    plain = "".join([character for character in netloc if character not in "@:#?"])
    normalized = normalize("NFKC", plain)
    if plain != normalized and not set("/?#@:").isdisjoint(normalized):
        raise ValueError(f"netloc {netloc!r} contains invalid characters under NFKC normalization")


def _split(url, scheme, allow_fragments):
    """The five parts of a URL."""
    url, scheme = url.lstrip(_CONTROLS_AND_SPACE), scheme.strip(_CONTROLS_AND_SPACE)
    for removed in "\t\r\n":
        url, scheme = url.replace(removed, ""), scheme.replace(removed, "")
    colon = url.find(":")
    if colon > 0 and url[0] in _LETTERS and all(character in scheme_chars for character in url[:colon]):
        scheme, url = url[:colon].lower(), url[colon + 1 :]
    netloc = query = fragment = ""
    if url.startswith("//"):
        end = min([place for place in (url.find(character, 2) for character in "/?#") if place >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
        if "[" in netloc:
            _check_host(netloc)
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    _check_normalized(netloc)
    return scheme, netloc, url, query, fragment


@lru_cache(typed=True)
def urlsplit(url, scheme="", allow_fragments=True):
    """The parts of a URL; scheme is what it has if the URL says none."""
    url, scheme, back = _as_text(url, scheme)
    parts = _split(url, scheme, allow_fragments)
    return SplitResultBytes(*map(back, parts)) if back is _encoded else SplitResult(*parts)


def _parse(url, scheme, allow_fragments):
    """The six parts of a URL: parameters belong to the last part of the path."""
    scheme, netloc, path, query, fragment = _split(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        start = path.find(";", path.rfind("/") + 1)
        if start >= 0:
            path, params = path[:start], path[start + 1 :]
    return scheme, netloc, path, params, query, fragment


def urlparse(url, scheme="", allow_fragments=True):
    """As urlsplit(), with the parameters apart that follow a ';'."""
    url, scheme, back = _as_text(url, scheme)
    parts = _parse(url, scheme, allow_fragments)
    return ParseResultBytes(*map(back, parts)) if back is _encoded else ParseResult(*parts)


def _unsplit(scheme, netloc, path, query, fragment):
    if netloc:
        if path and not path.startswith("/"):
            path = "/" + path
        path = "//" + netloc + path
    elif path.startswith("//") or scheme and scheme in uses_netloc and (not path or path.startswith("/")):
        path = "//" + path
    if scheme:
        path = scheme + ":" + path
    if query:
        path = path + "?" + query
    return path + "#" + fragment if fragment else path


def _unparse(scheme, netloc, path, params, query, fragment):
    return _unsplit(scheme, netloc, f"{path};{params}" if params else path, query, fragment)


def urlunsplit(components):
    """The URL of five parts."""
    scheme, netloc, path, query, fragment, back = _as_text(*components)
    return back(_unsplit(scheme, netloc, path, query, fragment))


def urlunparse(components):
    """The URL of six parts."""
    scheme, netloc, path, params, query, fragment, back = _as_text(*components)
    return back(_unparse(scheme, netloc, path, params, query, fragment))


def urljoin(base, url, allow_fragments=True):
    """The absolute URL that a possibly relative one means in a document at base."""
    if not base:
        return url
    if not url:
        return base
    base, url, back = _as_text(base, url)
    base_scheme, base_netloc, base_path, base_params, base_query, _ = _parse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = _parse(url, base_scheme, allow_fragments)
    if scheme != base_scheme or scheme not in uses_relative:
        return back(url)
    if scheme in uses_netloc:
        if netloc:
            return back(_unparse(scheme, netloc, path, params, query, fragment))
        netloc = base_netloc
    if not path and not params:
        return back(_unparse(scheme, netloc, base_path, base_params, query or base_query, fragment))
    segments = path.split("/")
    if not path.startswith("/"):
        base_segments = base_path.split("/")
        if base_segments[-1]:
            base_segments.pop()
        segments = base_segments + segments
        segments[1:-1] = [segment for segment in segments[1:-1] if segment]
    resolved = []
    for segment in segments:
        if segment == "..":
            # Above the root there is the root.
            if resolved:
                resolved.pop()
        elif segment != ".":
            resolved.append(segment)
    if segments[-1] in (".", ".."):
        resolved.append("")
    return back(_unparse(scheme, netloc, "/".join(resolved) or "/", params, query, fragment))


def urldefrag(url):
    """A URL without its fragment, and the fragment."""
    url, back = _as_text(url)
    fragment = ""
    if "#" in url:
        *parts, fragment = _parse(url, "", True)
        url = _unparse(*parts, "")
    return DefragResultBytes(back(url), back(fragment)) if back is _encoded else DefragResult(url, fragment)


def unwrap(url):
    """The URL in '<URL:…>', '<…>' or 'URL:…'."""
    url = str(url).strip()
    if url[:1] == "<" and url[-1:] == ">":
        url = url[1:-1].strip()
    return url[4:].strip() if url[:4] == "URL:" else url


_ALWAYS_SAFE = frozenset((_LETTERS + _DIGITS + "_.-~").encode())
_tables = {}


def quote_from_bytes(bs, safe="/"):
    """A text of bytes in which those that are not safe are written as %xx."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if not bs:
        return ""
    safe = safe.encode("ascii", "ignore") if isinstance(safe, str) else bytes([byte for byte in safe if byte < 128])
    table = _tables.get(safe)
    if table is None:
        all_safe = _ALWAYS_SAFE.union(safe)
        if len(_tables) > 100:
            _tables.clear()
        table = _tables[safe] = [chr(byte) if byte in all_safe else f"%{byte:02X}" for byte in range(256)]
    return "".join([table[byte] for byte in bs])


def quote(string, safe="/", encoding=None, errors=None):
    """A text, as UTF-8 by default, or bytes with %xx for what is not safe in a URL."""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or "utf-8", errors or "strict")
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """As quote(), with '+' for spaces."""
    if (isinstance(string, str) and " " not in string) or (isinstance(string, bytes) and b" " not in string):
        return quote(string, safe, encoding, errors)
    space = " " if isinstance(safe, str) else b" "
    return quote(string, safe + space, encoding, errors).replace(" ", "+")


def unquote_to_bytes(string):
    """The bytes that %xx in a text or in bytes stand for."""
    if not string:
        # What can't be split is an error, even if it is false.
        string.split
        return b""
    if isinstance(string, str):
        string = string.encode("utf-8")
    first, *pieces = string.split(b"%")
    parts = [first]
    for piece in pieces:
        digits = piece[:2].decode("latin-1")
        if len(digits) == 2 and _HEX_DIGITS.issuperset(digits):
            parts.append(bytes([int(digits, 16)]))
            parts.append(piece[2:])
        else:
            parts.append(b"%" + piece)
    return b"".join(parts)


def unquote(string, encoding="utf-8", errors="replace"):
    """The text in which %xx are replaced by what they stand for."""
    if isinstance(string, (bytes, bytearray)):
        return unquote_to_bytes(string).decode(encoding, errors)
    encoding, errors = encoding or "utf-8", errors or "replace"
    if "%" not in string:
        string.split
        return string
    if string.isascii():
        return unquote_to_bytes(string).decode(encoding, errors)
    parts = []
    at = 0
    while at < len(string):
        # Only what is ASCII was encoded.
        is_ascii = string[at] < "\x80"
        end = at + 1
        while end < len(string) and (string[end] < "\x80") == is_ascii:
            end += 1
        part = string[at:end]
        parts.append(unquote_to_bytes(part).decode(encoding, errors) if is_ascii else part)
        at = end
    return "".join(parts)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    """As unquote(), with spaces for '+'."""
    return unquote(string.replace("+", " "), encoding, errors)


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
             max_num_fields=None, separator="&"):  # fmt: skip
    """The fields of a query as a dict of lists."""
    fields = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        fields.setdefault(name, []).append(value)
    return fields


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
              max_num_fields=None, separator="&", *, _stacklevel=1):  # fmt: skip
    """The fields of a query as a list of pairs. Those without a value are left out unless keep_blank_values is true."""
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if isinstance(qs, str):
        separator = separator if isinstance(separator, str) else str(separator, "ascii")
        equals, empty, unquoted = "=", "", unquote_plus
    elif qs is None:
        return []
    else:
        # Anything with a buffer will do.
        try:
            qs = bytes(memoryview(qs))
        except TypeError:
            if qs:
                raise
            import warnings

            what = f"Accepting {type(qs).__name__} objects with false value in urllib.parse.parse_qsl()"
            warnings.warn(f"{what} is deprecated as of 3.14", DeprecationWarning, stacklevel=_stacklevel + 1)
            return []
        separator = bytes(separator, "ascii") if isinstance(separator, str) else separator
        equals, empty = b"=", b""

        def unquoted(value, encoding, errors):
            return unquote_to_bytes(value.replace(b"+", b" "))

    if not qs:
        return []
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    pairs = []
    for field in qs.split(separator):
        if not field and not strict_parsing:
            continue
        name, has_value, value = field.partition(equals)
        if not has_value and strict_parsing:
            raise ValueError(f"bad query field: {field!r}")
        if value or keep_blank_values:
            pairs.append((unquoted(name, encoding, errors), unquoted(value, encoding, errors)))
    return pairs


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """The query of a mapping's or a sequence's pairs; if doseq is true, each item of a value becomes a field."""
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError as error:
            raise TypeError("not a valid non-string sequence or mapping object") from error

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    fields = []
    for name, value in query:
        name = quoted(name)
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
            except TypeError:
                pass
            else:
                fields.extend([name + "=" + quoted(item) for item in value])
                continue
        fields.append(name + "=" + quoted(value))
    return "&".join(fields)


def clear_cache():
    """Forget the tables of safe characters, and the parts of addresses."""
    _tables.clear()
    urlsplit.cache_clear()


# Ways that aren't recommended any more.
__getattr__, __dir__ = later(
    globals(),
    {
        "_url_splits": [
            "splittype", "splithost", "splituser", "splitpasswd", "splitport", "splitnport", "splitquery", "splittag",
            "splitattr", "splitvalue", "to_bytes",
        ]
    },
)  # fmt: skip
