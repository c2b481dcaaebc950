"""Fetching what is at an address: http, https, file and data.

    with urlopen("http://example.org/") as answer:
        print(answer.status, answer.read())
"""

import io
import os
from _later import later as _later
from functools import partial
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, unquote_to_bytes, unwrap, urljoin, urlsplit

__all__ = [
    "Request", "OpenerDirector", "BaseHandler", "HTTPDefaultErrorHandler", "HTTPRedirectHandler", "HTTPErrorProcessor",
    "HTTPHandler", "HTTPSHandler", "FileHandler", "DataHandler", "UnknownHandler", "ProxyHandler", "urlopen",
    "install_opener", "build_opener", "pathname2url", "url2pathname", "getproxies", "urlretrieve", "urlcleanup",
    "HTTPPasswordMgr", "HTTPPasswordMgrWithDefaultRealm", "HTTPPasswordMgrWithPriorAuth", "AbstractBasicAuthHandler",
    "HTTPBasicAuthHandler", "ProxyBasicAuthHandler", "AbstractDigestAuthHandler", "HTTPDigestAuthHandler",
    "ProxyDigestAuthHandler",
]  # fmt: skip

__version__ = "3.14"
__getattr__, __dir__ = _later(globals(), {"_url_passwords": [*__all__[-9:], "parse_http_list", "parse_keqv_list"]})


def pathname2url(pathname, *, add_scheme=False):
    """A path as the part of an address behind "file:"."""
    shown = quote(os.fsencode(pathname), safe="/")
    # The host's name is empty, so that a path with two slashes isn't taken for one.
    return ("file:" if add_scheme else "") + ("//" if shown[:1] == "/" else "") + shown


def url2pathname(url, *, require_scheme=False, resolve_host=False):
    """The path of an address's part behind "file:", or of the whole address."""
    scheme, host, path, *_ = urlsplit(url if require_scheme else "file:" + url)
    if scheme != "file":
        raise URLError("URL is missing a 'file:' scheme")
    if not _is_here(host, resolve_host):
        raise URLError("file:// scheme is supported only on localhost")
    return os.fsdecode(unquote_to_bytes(path))


def _is_here(host, resolve):
    """Whether a name is this computer's."""
    if not host or host == "localhost":
        return True
    import socket

    try:
        return host == socket.gethostname() or resolve and socket.gethostbyname(host) in FileHandler().get_names()
    except (OSError, UnicodeError):
        return False


def getproxies():
    """The proxies that the environment names, by scheme."""
    found = {}
    for name, value in os.environ.items():
        if name.lower().endswith("_proxy") and value and (name.islower() or name[:-6].lower() not in found):
            found[name[:-6].lower()] = value
    if "REQUEST_METHOD" in os.environ:
        # A server's client could have set it.
        found.pop("http", None)
    return found


def proxy_bypass(host, proxies=None):
    """Whether the environment wants this host without a proxy."""
    names = (getproxies() if proxies is None else proxies).get("no", "")
    host = host.lower()
    plain = host.partition(":")[0]
    for name in names.split(","):
        name = name.strip().lstrip(".").lower()
        if name == "*" or name and (host == name or plain == name or plain.endswith("." + name)):
            return True
    return False


getproxies_environment, proxy_bypass_environment = getproxies, proxy_bypass


class Request:
    """What is asked for: an address, headers, perhaps data."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.headers, self.unredirected_hdrs = {}, {}
        self._data = None
        self.data = data
        self._tunnel_host = None
        for name, value in headers.items():
            self.add_header(name, value)
        self.origin_req_host = origin_req_host or (self.host or "").rpartition(":")[0] or self.host
        self.unverifiable = unverifiable
        self.timeout = None
        if method:
            self.method = method

    @property
    def full_url(self):
        """The whole address."""
        return f"{self._full_url}#{self.fragment}" if self.fragment else self._full_url

    @full_url.setter
    def full_url(self, url):
        self._full_url, _, fragment = unwrap(url).partition("#")
        self.fragment = fragment or None
        scheme, colon, rest = self._full_url.partition(":")
        if not colon or not scheme or not scheme[0].isalpha() or "/" in scheme:
            raise ValueError(f"unknown url type: {self.full_url!r}")
        self.type = scheme.lower()
        self.host, self.selector = None, rest
        if rest.startswith("//"):
            end = min([at for mark in "/?" if (at := rest.find(mark, 2)) >= 0], default=len(rest))
            self.host = unquote(rest[2:end])
            self.selector = rest[end:] if rest[end : end + 1] != "?" else "/" + rest[end:]

    @property
    def data(self):
        """What is sent."""
        return self._data

    @data.setter
    def data(self, data):
        if data != self._data:
            self._data = data
            if self.has_header("Content-length"):
                self.remove_header("Content-length")

    @data.deleter
    def data(self):
        self.data = None

    def get_method(self):
        """GET, or POST if there is data."""
        return getattr(self, "method", "POST" if self.data is not None else "GET")

    def get_full_url(self):
        """The whole address."""
        return self.full_url

    def set_proxy(self, host, type):
        """Go through a proxy."""
        if self.type == "https" and not self._tunnel_host:
            self._tunnel_host = self.host
        else:
            self.type = type
            self.selector = self.full_url
        self.host = host

    def has_proxy(self):
        """Whether it goes through a proxy."""
        return self.selector == self.full_url

    def add_header(self, key, val):
        """Set a header."""
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        """Set a header that isn't sent again where the address leads to another one."""
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        """Whether there is a header of that name."""
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        """A header."""
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        """Forget a header."""
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        """The headers as pairs."""
        return list({**self.unredirected_hdrs, **self.headers}.items())


class BaseHandler:
    """What knows a kind of address: a method `http_open`, `file_open`, …; `http_request` and `http_response` look at both ways."""

    handler_order = 500

    def add_parent(self, parent):
        """Belong to an opener."""
        self.parent = parent

    def close(self):
        """Nothing."""

    def __lt__(self, other):
        return self.handler_order < getattr(other, "handler_order", self.handler_order)


class OpenerDirector:
    """Handlers that are asked one after the other."""

    def __init__(self):
        self.addheaders = [("User-agent", f"Python-urllib/{__version__}")]
        self.handlers = []

    def add_handler(self, handler):
        """Add a handler."""
        if not hasattr(handler, "add_parent"):
            raise TypeError(f"expected BaseHandler instance, got {type(handler)!r}")
        uses = (name.partition("_")[2] for name in dir(handler) if name not in ("do_open", "proxy_open"))
        if any(use in ("open", "request", "response") or use.startswith("error") for use in uses):
            self.handlers = sorted([*self.handlers, handler], key=lambda each: getattr(each, "handler_order", 500))
            handler.add_parent(self)

    def close(self):
        """Nothing."""

    def _ask(self, name, *args):
        """The first answer that a handler's method of this name gives."""
        for handler in self.handlers:
            method = getattr(handler, name, None)
            if method is not None and (answer := method(*args)) is not None:
                return answer
        return None

    def open(self, fullurl, data=None, timeout=None):
        """Fetch an address."""
        request = Request(fullurl, data) if isinstance(fullurl, str) else fullurl
        if request is not fullurl:
            pass
        elif data is not None:
            request.data = data
        request.timeout = timeout
        scheme = request.type
        for handler in self.handlers:
            change = getattr(handler, f"{scheme}_request", None)
            request = request if change is None else change(request)
        answer = self._ask("default_open", request) or self._ask(f"{request.type}_open", request)
        answer = answer or self._ask("unknown_open", request)
        for handler in self.handlers:
            change = getattr(handler, f"{scheme}_response", None)
            answer = answer if change is None else change(request, answer)
        return answer

    def error(self, proto, *args):
        """Ask the handlers what to do with an answer that isn't 2xx."""
        request, answer, code, message, headers = args
        return self._ask(f"http_error_{code}", *args) or self._ask("http_error_default", *args)


class HTTPDefaultErrorHandler(BaseHandler):
    """Raises HTTPError."""

    def http_error_default(self, req, fp, code, msg, hdrs):
        """Raise it."""
        raise HTTPError(req.full_url, code, msg, hdrs, fp)


class HTTPErrorProcessor(BaseHandler):
    """Sends answers that aren't 2xx to the handlers of errors."""

    handler_order = 1000

    def http_response(self, request, response):
        """The answer, or what the handlers make of it."""
        code, message, headers = response.code, response.msg, response.info()
        if 200 <= code < 300:
            return response
        return self.parent.error("http", request, response, code, message, headers)

    https_response = http_response


class HTTPRedirectHandler(BaseHandler):
    """Goes where an answer says."""

    max_repeats = 4
    max_redirections = 10
    inf_msg = "The HTTP server returned a redirect error that would lead to an infinite loop.\nThe last 30x error message was:\n"

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        """The next request, or an HTTPError for what mustn't be repeated elsewhere."""
        method = req.get_method()
        may_go = code in (301, 302, 303, 307, 308) and method in ("GET", "HEAD") or code in (301, 302, 303) and method == "POST"
        if not may_go:
            raise HTTPError(req.full_url, code, msg, headers, fp)
        kept = {name: value for name, value in req.headers.items() if name.lower() not in ("content-length", "content-type")}
        return Request(
            newurl.replace(" ", "%20"), method="HEAD" if method == "HEAD" else "GET", headers=kept,
            origin_req_host=req.origin_req_host, unverifiable=True,
        )  # fmt: skip

    def http_error_302(self, req, fp, code, msg, headers):
        """Follow."""
        new = headers.get("location") or headers.get("uri")
        if new is None:
            return None
        parts = urlsplit(new)
        if parts.scheme not in ("http", "https", "ftp", ""):
            raise HTTPError(new, code, f"{msg} - Redirection to url '{new}' is not allowed", headers, fp)
        if not parts.path and parts.netloc:
            new = parts._replace(path="/").geturl()
        new = urljoin(req.full_url, quote(new, encoding="iso-8859-1", safe="%!\"#$&'()*+,/:;<=>?@[\\]^_`{|}~"))
        following = self.redirect_request(req, fp, code, msg, headers, new)
        if following is None:
            return None
        visited = following.redirect_dict = getattr(req, "redirect_dict", {})
        if visited.get(new, 0) >= self.max_repeats or len(visited) >= self.max_redirections:
            raise HTTPError(req.full_url, code, self.inf_msg + msg, headers, fp)
        visited[new] = visited.get(new, 0) + 1
        fp.read()
        fp.close()
        return self.parent.open(following, timeout=req.timeout)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


class ProxyHandler(BaseHandler):
    """Sends requests to proxies: those of the environment unless others are given."""

    handler_order = 100

    def __init__(self, proxies=None):
        self.proxies = getproxies() if proxies is None else proxies
        for scheme, address in self.proxies.items():
            setattr(self, f"{scheme}_open", partial(self.proxy_open, proxy=address, type=scheme))

    def proxy_open(self, req, proxy, type):
        """Let a request go to a proxy: its address may have a user's name and password."""
        if req.host and proxy_bypass(req.host):
            return None
        parts = urlsplit(proxy if "://" in proxy else f"{req.type}://{proxy}")
        user, _, place = parts.netloc.rpartition("@")
        if user and ":" in user:
            from base64 import b64encode

            secret = ":".join(unquote(part) for part in user.split(":", 1)).encode()
            req.add_header("Proxy-authorization", f"Basic {b64encode(secret).decode('ascii')}")
        kind = req.type
        req.set_proxy(unquote(place), parts.scheme)
        if kind in (parts.scheme, "https"):
            return None
        # The request is of another kind now.
        return self.parent.open(req, timeout=req.timeout)


class AbstractHTTPHandler(BaseHandler):
    """What both kinds of HTTP have in common."""

    def __init__(self, debuglevel=None):
        self.set_http_debuglevel(debuglevel or 0)

    def set_http_debuglevel(self, level):
        """What connections are told of it."""
        self._debuglevel = int(level)

    def do_request_(self, request):
        """Fill in the headers."""
        if not request.host:
            raise URLError("no host given")
        if isinstance(request.data, str):
            raise TypeError(
                "POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str."
            )
        if request.data is not None and not request.has_header("Content-type"):
            request.add_unredirected_header("Content-type", "application/x-www-form-urlencoded")
        if not request.has_header("Host"):
            host = urlsplit(request.selector).netloc if request.has_proxy() else request.host
            request.add_unredirected_header("Host", host)
        for name, value in self.parent.addheaders:
            name = name.capitalize()
            if not request.has_header(name):
                request.add_unredirected_header(name, value)
        return request

    def do_open(self, http_class, req, **http_conn_args):
        """Send a request: the answer."""
        import http.client

        if req.timeout is not None:
            http_conn_args["timeout"] = req.timeout
        connection = http_class(req.host, **http_conn_args)
        connection.set_debuglevel(self._debuglevel)
        headers = {name.title(): value for name, value in req.header_items()}
        headers["Connection"] = "close"
        if req._tunnel_host:
            connection.set_tunnel(req._tunnel_host)
        try:
            try:
                connection.request(req.get_method(), req.selector or "/", req.data, headers)
            except OSError as error:
                raise URLError(error) from error
            answer = connection.getresponse()
        except BaseException:
            connection.close()
            raise
        answer.url = req.full_url
        answer.msg = answer.reason
        return answer


class HTTPHandler(AbstractHTTPHandler):
    """Opens http addresses."""

    def http_open(self, req):
        """Send the request."""
        import http.client

        return self.do_open(http.client.HTTPConnection, req)

    http_request = AbstractHTTPHandler.do_request_


class HTTPSHandler(AbstractHTTPHandler):
    """Opens https addresses."""

    def __init__(self, debuglevel=None, context=None, check_hostname=None):
        super().__init__(debuglevel)
        self._context = context

    def https_open(self, req):
        """Send the request."""
        import http.client

        return self.do_open(http.client.HTTPSConnection, req, context=self._context)

    https_request = AbstractHTTPHandler.do_request_


class UnknownHandler(BaseHandler):
    """Raises URLError for other kinds of addresses."""

    def unknown_open(self, req):
        """Raise it."""
        raise URLError(f"unknown url type: {req.type}")


class addinfourl:
    """A file with what is known of it."""

    def __init__(self, fp, headers, url, code=None):
        self.fp, self.headers, self.url, self.code = fp, headers, url, code

    def __getattr__(self, name):
        if name == "fp":
            raise AttributeError(name)
        return getattr(self.fp, name)

    def __iter__(self):
        return iter(self.fp)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.fp.close()

    def info(self):
        """The headers."""
        return self.headers

    def geturl(self):
        """The address."""
        return self.url

    def getcode(self):
        """The status: None."""
        return self.code

    status = property(getcode, doc="The status: None.")


def _headers(kind, size):
    from email.message import Message

    headers = Message()
    if kind:
        headers["Content-type"] = kind
    headers["Content-length"] = str(size)
    return headers


class FileHandler(BaseHandler):
    """Opens files of this computer."""

    names = None

    def get_names(self):
        """The addresses of this computer."""
        if FileHandler.names is None:
            from socket import gethostbyname, gethostbyname_ex, gethostname

            try:
                FileHandler.names = (*gethostbyname_ex("localhost")[2], *gethostbyname_ex(gethostname())[2])
            except OSError:
                FileHandler.names = (gethostbyname("localhost"),)
        return FileHandler.names

    def open_local_file(self, req):
        """Open it."""
        from email.utils import formatdate
        from mimetypes import guess_file_type

        name = url2pathname(req.full_url, require_scheme=True, resolve_host=True)
        try:
            facts = os.stat(name)
            headers = _headers(guess_file_type(name)[0] or "text/plain", facts.st_size)
            headers["Last-modified"] = formatdate(facts.st_mtime, usegmt=True)
            return addinfourl(open(name, "rb"), headers, pathname2url(name, add_scheme=True))
        except OSError as error:
            raise URLError(error, error.filename) from error

    file_open = open_local_file


class DataHandler(BaseHandler):
    """Opens addresses that are the data themselves (RFC 2397)."""

    def data_open(self, req):
        """Take the data out."""
        kind, comma, data = req.full_url.split(":", 1)[1].partition(",")
        if not comma:
            raise ValueError("not enough values to unpack (expected 2, got 1)")
        data = unquote_to_bytes(data)
        if kind.endswith(";base64"):
            from base64 import decodebytes

            data, kind = decodebytes(data), kind[:-7]
        return addinfourl(io.BytesIO(data), _headers(kind or "text/plain;charset=US-ASCII", len(data)), req.full_url)


_opener = None
_HANDLERS = [
    ProxyHandler, UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler, FileHandler,
    HTTPErrorProcessor, DataHandler, HTTPSHandler,
]  # fmt: skip


def build_opener(*handlers):
    """An opener with the usual handlers and these, which replace those they are subclasses of."""
    opener = OpenerDirector()
    kinds = [handler if isinstance(handler, type) else type(handler) for handler in handlers]
    for usual in _HANDLERS:
        if not any(issubclass(kind, usual) for kind in kinds):
            opener.add_handler(usual())
    for handler in handlers:
        opener.add_handler(handler() if isinstance(handler, type) else handler)
    return opener


def install_opener(opener):
    """Set the opener that urlopen() uses."""
    global _opener
    _opener = opener


def urlopen(url, data=None, timeout=None, *, context=None):
    """Fetch an address or a Request: a file with status and headers."""
    if context is not None:
        return build_opener(HTTPSHandler(context=context)).open(url, data, timeout)
    if _opener is None:
        install_opener(build_opener())
    return _opener.open(url, data, timeout)


_temporary = []


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Fetch an address into a file, by default a temporary one: its name and the headers."""
    if url.startswith("file:") and not filename:
        path = urlsplit(url).path
        return url2pathname(path), urlopen(url).info()
    with urlopen(url, data) as answer:
        headers = answer.info()
        if not filename:
            import tempfile

            handle, filename = tempfile.mkstemp()
            os.close(handle)
            _temporary.append(filename)
        size, read, count = int(headers.get("Content-Length", -1)), 0, 0
        if reporthook:
            reporthook(0, 8192, size)
        with open(filename, "wb") as file:
            while block := answer.read(8192):
                read += len(block)
                count += 1
                file.write(block)
                if reporthook:
                    reporthook(count, 8192, size)
    result = filename, headers
    if 0 <= read < size:
        raise ContentTooShortError(f"retrieval incomplete: got only {read} out of {size} bytes", result)
    return result


def urlcleanup():
    """Remove the files of urlretrieve()."""
    for name in _temporary:
        try:
            os.unlink(name)
        except OSError:
            pass
    _temporary.clear()
    install_opener(None)
