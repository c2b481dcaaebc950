"""The asking side of HTTP/1.1: connections, requests and answers (RFC 9112).

    connection = HTTPConnection("example.org")
    connection.request("GET", "/")
    answer = connection.getresponse()
    print(answer.status, answer.read())
"""

import io
import socket

from _http_errors import (
    LONGEST_LINE, BadStatusLine, CannotSendHeader, CannotSendRequest, HTTPException, ImproperConnectionState, IncompleteRead,
    InvalidURL, LineTooLong, NotConnected, RemoteDisconnected, ResponseNotReady, UnimplementedFileMode, UnknownProtocol,
    UnknownTransferEncoding,
)  # fmt: skip
from http import HTTPStatus

__all__ = [
    "HTTPResponse", "HTTPConnection", "HTTPException", "NotConnected", "UnknownProtocol", "UnknownTransferEncoding",
    "UnimplementedFileMode", "IncompleteRead", "InvalidURL", "ImproperConnectionState", "CannotSendRequest",
    "CannotSendHeader", "ResponseNotReady", "BadStatusLine", "LineTooLong", "RemoteDisconnected", "error", "responses",
    "HTTPSConnection",
]  # fmt: skip

HTTP_PORT = 80
HTTPS_PORT = 443
responses = {status: status.phrase for status in HTTPStatus}
globals().update(HTTPStatus.__members__)

_MOST_HEADERS = 100
_BODY_METHODS = {"PATCH", "POST", "PUT"}
_IDLE, _STARTED, _SENT = "Idle", "Request-started", "Request-sent"


error = HTTPException


def _read_line(fp, what):
    line = fp.readline(LONGEST_LINE + 1)
    if len(line) > LONGEST_LINE:
        raise LineTooLong(what)
    return line


def parse_headers(fp, _class=None):
    """The headers that a stream begins with."""
    from email.message import HTTPMessage

    headers = (_class or HTTPMessage)()
    count, last = 0, None
    while (line := _read_line(fp, "header line")) not in (b"\r\n", b"\n", b""):
        count += 1
        if count > _MOST_HEADERS:
            raise HTTPException(f"got more than {_MOST_HEADERS} headers")
        text = line.decode("iso-8859-1").rstrip("\r\n")
        if text[:1] in (" ", "\t") and last is not None:
            # The value goes on.
            name, value = headers._headers[-1]
            headers._headers[-1] = name, f"{value}\r\n{text}"
            continue
        last, colon, value = text.partition(":")
        if not colon:
            break
        headers._headers.append((last, value.lstrip(" \t")))
    return headers


class HTTPResponse(io.BufferedIOBase):
    """An answer: status, reason, headers, and its body as a file."""

    def __init__(self, sock, debuglevel=0, method=None, url=None):
        self.fp = sock.makefile("rb")
        self.debuglevel = debuglevel
        self._method = method
        self.headers = self.msg = None
        self.version = self.status = self.reason = "UNKNOWN"
        self.chunked = self.chunk_left = self.length = self.will_close = "UNKNOWN"

    def _read_status(self):
        line = str(_read_line(self.fp, "status line"), "iso-8859-1")
        if not line:
            raise RemoteDisconnected("Remote end closed connection without response")
        version, _, rest = line.strip().partition(" ")
        number, _, reason = rest.strip().partition(" ")
        if not version.startswith("HTTP/"):
            self._close_conn()
            raise BadStatusLine(line)
        if not number.isdigit() or not 100 <= int(number) <= 999:
            raise BadStatusLine(line)
        return version, int(number), reason.strip()

    def begin(self):
        """Read the head of the answer."""
        if self.headers is not None:
            return
        while True:
            version, status, reason = self._read_status()
            if status != 100:
                break
            # More is asked for; the answer comes later.
            while _read_line(self.fp, "header line").strip():
                pass
        self.code = self.status = status
        self.reason = reason
        if version in ("HTTP/1.0", "HTTP/0.9"):
            self.version = 10
        elif version.startswith("HTTP/1."):
            self.version = 11
        else:
            raise UnknownProtocol(version)
        self.headers = self.msg = parse_headers(self.fp)
        self.chunked = (self.headers.get("transfer-encoding") or "").lower() == "chunked"
        self.chunk_left = None
        self.will_close = self._check_close()
        self.length = None
        length = self.headers.get("content-length")
        if length and not self.chunked and length.isdigit():
            self.length = int(length)
        if status in (204, 304) or 100 <= status < 200 or self._method == "HEAD":
            self.length = 0
        if not self.will_close and not self.chunked and self.length is None:
            self.will_close = True

    def _check_close(self):
        connection = (self.headers.get("connection") or "").lower()
        if self.version == 11:
            return "close" in connection
        return not (self.headers.get("keep-alive") or "keep-alive" in connection)

    def _close_conn(self):
        fp, self.fp = self.fp, None
        fp.close()

    def close(self):
        """Stop reading."""
        try:
            super().close()
        finally:
            if self.fp:
                self._close_conn()

    def flush(self):
        """Nothing: answers are read."""
        super().flush()
        if self.fp:
            self.fp.flush()

    def readable(self):
        """True."""
        return True

    def isclosed(self):
        """Whether everything was read."""
        return self.fp is None

    def read(self, amt=None):
        """The body, or so many bytes of it."""
        if self.fp is None:
            return b""
        if self._method == "HEAD":
            self._close_conn()
            return b""
        if self.chunked:
            return self._read_chunked(amt)
        if amt is not None and amt >= 0:
            if self.length is not None:
                amt = min(amt, self.length)
            data = self.fp.read(amt)
            if not data and amt:
                self._close_conn()
            elif self.length is not None:
                self.length -= len(data)
                if not self.length:
                    self._close_conn()
            return data
        if self.length is None:
            data = self.fp.read()
        else:
            data = self.fp.read(self.length)
            if len(data) < self.length:
                self._close_conn()
                raise IncompleteRead(data, self.length - len(data))
            self.length = 0
        self._close_conn()
        return data

    def _next_chunk(self):
        """How much of a chunk is left; None at the end."""
        if not self.chunk_left:
            if self.chunk_left is not None and self.fp.read(2) != b"\r\n":
                raise IncompleteRead(b"")
            try:
                self.chunk_left = int(_read_line(self.fp, "chunk size").partition(b";")[0], 16)
                if self.chunk_left < 0:
                    raise ValueError
            except ValueError:
                self._close_conn()
                raise IncompleteRead(b"") from None
            if self.chunk_left == 0:
                while _read_line(self.fp, "trailer line") not in (b"\r\n", b"\n", b""):
                    pass
                self._close_conn()
                self.chunk_left = None
        return self.chunk_left

    def _read_chunked(self, amt):
        parts, size = [], 0
        try:
            while (amt is None or amt < 0 or size < amt) and (left := self._next_chunk()) is not None:
                wanted = left if amt is None or amt < 0 else min(left, amt - size)
                part = self.fp.read(wanted)
                parts.append(part)
                size += len(part)
                self.chunk_left -= len(part)
                if len(part) < wanted:
                    raise IncompleteRead(b"", wanted - len(part))
        except IncompleteRead as error:
            raise IncompleteRead(b"".join(parts), error.expected) from None
        return b"".join(parts)

    def readinto(self, b):
        """Read into a buffer: how many bytes."""
        view = memoryview(b).cast("B")
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)

    def read1(self, n=-1):
        """Some bytes, at most so many."""
        return self.read(16384 if n is None or n < 0 else n)

    def readline(self, limit=-1):
        """The next line."""
        if self.fp is None or self._method == "HEAD":
            return b""
        line = bytearray()
        while (limit < 0 or len(line) < limit) and (letter := self.read(1)):
            line += letter
            if letter == b"\n":
                break
        return bytes(line)

    def fileno(self):
        """The number of the socket."""
        return self.fp.fileno()

    def getheader(self, name, default=None):
        """A header, all of that name with commas between them."""
        if self.headers is None:
            raise ResponseNotReady()
        found = self.headers.get_all(name) or default
        if isinstance(found, str) or not hasattr(found, "__iter__"):
            return found
        return ", ".join(found)

    def getheaders(self):
        """All headers as pairs."""
        if self.headers is None:
            raise ResponseNotReady()
        return list(self.headers.items())

    def __iter__(self):
        return self

    def info(self):
        """The headers."""
        return self.headers

    def geturl(self):
        """The address."""
        return self.url

    def getcode(self):
        """The status."""
        return self.status


class HTTPConnection:
    """A connection to a server, over which one request goes after the other."""

    _http_vsn = 11
    _http_vsn_str = "HTTP/1.1"
    response_class = HTTPResponse
    default_port = HTTP_PORT
    auto_open = 1
    debuglevel = 0

    def __init__(self, host, port=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, blocksize=8192):
        self.timeout = timeout
        self.source_address = source_address
        self.blocksize = blocksize
        self.sock = None
        self._buffer = []
        self._response = None
        self._state = _IDLE
        self._method = None
        self._tunnel_host = self._tunnel_port = None
        self._tunnel_headers = {}
        self.host, self.port = self._get_hostport(host, port)
        if any(letter <= " " or letter == "\x7f" for letter in self.host):
            raise InvalidURL(f"URL can't contain control characters. {self.host!r} (found at least {' '!r})")
        self._create_connection = socket.create_connection

    def _get_hostport(self, host, port):
        if port is None:
            at, bracket = host.rfind(":"), host.rfind("]")
            if at > bracket:
                try:
                    port = int(host[at + 1 :])
                except ValueError:
                    if host[at + 1 :]:
                        raise InvalidURL(f"nonnumeric port: '{host[at + 1 :]}'") from None
                    port = self.default_port
                host = host[:at]
            else:
                port = self.default_port
        if host[:1] == "[" and host[-1:] == "]":
            host = host[1:-1]
        return host, port

    def set_debuglevel(self, level):
        """Accepted; nothing is printed."""
        self.debuglevel = level

    def set_tunnel(self, host, port=None, headers=None):
        """Go through a proxy to a server."""
        if self.sock:
            raise RuntimeError("Can't set up tunnel for established connection")
        self._tunnel_host, self._tunnel_port = self._get_hostport(host, port)
        self._tunnel_headers = dict(headers or {})

    def _tunnel(self):
        place = f"{self._tunnel_host}:{self._tunnel_port}"
        headers = {"Host": place, **self._tunnel_headers}
        lines = [f"CONNECT {place} HTTP/1.1", *[f"{name}: {value}" for name, value in headers.items()], "", ""]
        self.sock.sendall("\r\n".join(lines).encode("latin-1"))
        answer = self.response_class(self.sock, method="CONNECT")
        _, status, reason = answer._read_status()
        parse_headers(answer.fp)
        if status != 200:
            self.close()
            raise OSError(f"Tunnel connection failed: {status} {reason}")

    def connect(self):
        """Connect to the server."""
        self.sock = self._create_connection((self.host, self.port), self.timeout, self.source_address)
        if self._tunnel_host:
            self._tunnel()

    def close(self):
        """Close the connection."""
        self._state = _IDLE
        sock, self.sock = self.sock, None
        if sock:
            sock.close()
        answer, self._response = self._response, None
        if answer:
            answer.close()

    def send(self, data):
        """Send bytes, or what is in a file or an iterable."""
        if self.sock is None:
            if not self.auto_open:
                raise NotConnected()
            self.connect()
        if hasattr(data, "read"):
            for block in self._read_readable(data):
                self.sock.sendall(block)
            return
        try:
            self.sock.sendall(data)
        except TypeError:
            if not hasattr(data, "__iter__"):
                raise TypeError(f"data should be a bytes-like object or an iterable, got {type(data)!r}") from None
            for block in data:
                self.sock.sendall(block)

    def _read_readable(self, readable):
        is_text = isinstance(readable, io.TextIOBase)
        while block := readable.read(self.blocksize):
            yield block.encode("iso-8859-1") if is_text else block

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        """Begin a request."""
        if self._response and self._response.isclosed():
            self._response = None
        if self._state != _IDLE:
            raise CannotSendRequest(self._state)
        self._state = _STARTED
        self._method = method
        for letter in method:
            if letter < " " or letter == "\x7f":
                raise ValueError(f"method can't contain control characters. {method!r} (found at least {letter!r})")
        url = url or "/"
        for letter in url:
            if letter <= " " or letter == "\x7f":
                raise InvalidURL(f"URL can't contain control characters. {url!r} (found at least {letter!r})")
        self._buffer.append(f"{method} {url} {self._http_vsn_str}".encode("ascii"))
        if self._http_vsn != 11:
            return
        if not skip_host:
            self.putheader("Host", self._host_of(url))
        if not skip_accept_encoding:
            self.putheader("Accept-Encoding", "identity")

    def _host_of(self, url):
        if url.startswith("http"):
            from urllib.parse import urlsplit

            if netloc := urlsplit(url).netloc:
                return netloc.encode("ascii")
        host, port = (self._tunnel_host, self._tunnel_port) if self._tunnel_host else (self.host, self.port)
        shown = host.encode("ascii") if host.isascii() else host.encode("idna")
        shown = b"[" + shown + b"]" if b":" in shown else shown
        return shown if port == self.default_port else shown + b":%d" % port

    def putheader(self, header, *values):
        """Add a header."""
        if self._state != _STARTED:
            raise CannotSendHeader()
        name = header.encode("ascii") if isinstance(header, str) else header
        if not name or b"\n" in name or b":" in name or b"\r" in name or name[:1] in b" \t":
            raise ValueError(f"Invalid header name {name!r}")
        shown = []
        for value in values:
            value = str(value).encode("ascii") if isinstance(value, int) else value
            value = value.encode("latin-1") if isinstance(value, str) else value
            if b"\n" in value.replace(b"\r\n ", b"").replace(b"\n ", b"") or b"\r" in value.replace(b"\r\n ", b""):
                raise ValueError(f"Invalid header value {value!r}")
            shown.append(value)
        self._buffer.append(name + b": " + b"\r\n\t".join(shown))

    def endheaders(self, message_body=None, *, encode_chunked=False):
        """Send the head of the request, and the body."""
        if self._state != _STARTED:
            raise CannotSendHeader()
        self._state = _SENT
        head = b"\r\n".join([*self._buffer, b"", b""])
        self._buffer.clear()
        self.send(head)
        if message_body is None:
            return
        if not encode_chunked:
            self.send(message_body)
            return
        if hasattr(message_body, "read"):
            chunks = self._read_readable(message_body)
        elif isinstance(message_body, (bytes, bytearray, memoryview)):
            chunks = (message_body,)
        else:
            chunks = iter(message_body)
        for chunk in chunks:
            if chunk:
                self.send(b"%X\r\n" % len(chunk) + bytes(chunk) + b"\r\n")
        self.send(b"0\r\n\r\n")

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        """Send a whole request."""
        given = {name.lower() for name in headers}
        self.putrequest(
            method, url, skip_host="host" in given, skip_accept_encoding="accept-encoding" in given
        )
        if "content-length" not in given and "transfer-encoding" not in given:
            encode_chunked = False
            length = self._length_of(body, method)
            if length is not None:
                self.putheader("Content-Length", str(length))
            elif body is not None:
                encode_chunked = True
                self.putheader("Transfer-Encoding", "chunked")
        for name, value in headers.items():
            self.putheader(name, value)
        if isinstance(body, str):
            try:
                body = body.encode("iso-8859-1")
            except UnicodeEncodeError as error:
                raise UnicodeEncodeError(
                    error.encoding, error.object, error.start, error.end,
                    f"Body ({error.object[error.start : error.end]!r}) is not valid Latin-1. Use body.encode('utf-8') "
                    "if you want to send it encoded in UTF-8.",
                ) from None  # fmt: skip
        self.endheaders(body, encode_chunked=encode_chunked)

    def _length_of(self, body, method):
        if body is None:
            return 0 if method.upper() in _BODY_METHODS else None
        if hasattr(body, "read"):
            return None
        if isinstance(body, str):
            return len(body)
        try:
            return memoryview(body).nbytes
        except TypeError:
            return None

    def getresponse(self):
        """The answer."""
        if self._response and self._response.isclosed():
            self._response = None
        if self._state != _SENT or self._response:
            raise ResponseNotReady(self._state)
        answer = self.response_class(self.sock, self.debuglevel, method=self._method)
        try:
            try:
                answer.begin()
            except ConnectionError:
                self.close()
                raise
            self._state = _IDLE
            if answer.will_close:
                # The answer keeps what it needs of the connection.
                self.close()
            else:
                self._response = answer
            return answer
        except BaseException:
            answer.close()
            raise


class HTTPSConnection(HTTPConnection):
    """A connection that others can't listen to."""

    default_port = HTTPS_PORT

    def __init__(
        self, host, port=None, *, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, context=None,
        blocksize=8192,
    ):  # fmt: skip
        super().__init__(host, port, timeout, source_address, blocksize)
        if context is None:
            import ssl

            context = ssl.create_default_context()
        self._context = context

    def connect(self):
        """Connect to the server, and agree on keys."""
        super().connect()
        self.sock = self._context.wrap_socket(self.sock, server_hostname=self._tunnel_host or self.host)


def __getattr__(name):
    if name == "HTTPMessage":
        from email.message import HTTPMessage

        return HTTPMessage
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
