# Ways to take addresses apart that urllib.parse has had for long and doesn't recommend any more.
import re

from warnings import warn

__name__ = "urllib.parse"

# What each is replaced by.
_NEWER = "urllib.parse.urlparse()"


def _deprecated(name, newer=_NEWER):
    warn(f"urllib.parse.{name}() is deprecated as of 3.8, use {newer} instead", DeprecationWarning, stacklevel=3)


def splittype(url):
    """Scheme and rest."""
    _deprecated("splittype")
    found = re.match("([^/:]+):(.*)", url, re.DOTALL)
    return (found[1].lower(), found[2]) if found else (None, url)


def splithost(url):
    """Host and path."""
    _deprecated("splithost")
    found = re.match("//([^/#?]*)(.*)", url, re.DOTALL)
    if not found:
        return None, url
    host, path = found.groups()
    return host, "/" + path if path and path[0] != "/" else path


def splituser(host):
    """User and host."""
    _deprecated("splituser")
    user, at, host = host.rpartition("@")
    return (user if at else None), host


def splitpasswd(user):
    """User and password."""
    _deprecated("splitpasswd")
    user, colon, password = user.partition(":")
    return user, (password if colon else None)


def splitport(host):
    """Host and port, as texts."""
    _deprecated("splitport")
    found = re.fullmatch("(.*):([0-9]*)", host, re.DOTALL)
    if found:
        host, port = found.groups()
        return host, port or None
    return host, None


def splitnport(host, defport=-1):
    """Host and port as a number; None for one that is none."""
    _deprecated("splitnport")
    name, colon, port = host.rpartition(":")
    if not colon:
        return port, defport
    if not port:
        return name, defport
    return name, int(port) if port.isdigit() and port.isascii() else None


def splitquery(url):
    """Path and query."""
    _deprecated("splitquery")
    path, mark, query = url.rpartition("?")
    return (path, query) if mark else (url, None)


def splittag(url):
    """Path and fragment."""
    _deprecated("splittag")
    path, mark, tag = url.rpartition("#")
    return (path, tag) if mark else (url, None)


def splitattr(url):
    """Path and attributes."""
    _deprecated("splitattr")
    path, *attributes = url.split(";")
    return path, attributes


def splitvalue(attr):
    """Name and value."""
    _deprecated("splitvalue", "urllib.parse.parse_qsl()")
    name, equals, value = attr.partition("=")
    return name, (value if equals else None)


def to_bytes(url):
    """An address of ASCII letters."""
    warn("urllib.parse.to_bytes() is deprecated as of 3.8", DeprecationWarning, stacklevel=2)
    if isinstance(url, str):
        try:
            url = url.encode("ASCII").decode()
        except UnicodeError:
            raise UnicodeError(f"URL {url!r} contains non-ASCII characters") from None
    return url
