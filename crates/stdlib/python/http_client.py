"""The asking side of HTTP/1.1: connections, requests and answers (RFC 9112).

    connection = HTTPConnection("example.org")
    connection.request("GET", "/")
    answer = connection.getresponse()
    print(answer.status, answer.read())
"""

import io
import socket
from errno import ENOPROTOOPT

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

# Programs set them to take more.
_MAXHEADERS = 100
_MAXLINE = LONGEST_LINE
_BODY_METHODS = {"PATCH", "POST", "PUT"}
_IDLE, _STARTED, _SENT = "Idle", "Request-started", "Request-sent"


error = HTTPException


def _read_line(fp, what):
    line = fp.readline(_MAXLINE + 1)
    if len(line) > _MAXLINE:
        raise LineTooLong(what)
    return line


def _read_headers(fp):
    """The lines of a stream up to the first empty one."""
    lines = []
    while (line := _read_line(fp, "header line")) not in (b"\r\n", b"\n", b""):
        lines.append(line)
        if len(lines) > _MAXHEADERS:
            raise HTTPException(f"got more than {_MAXHEADERS} headers")
    return lines


def parse_headers(fp, _class=None):
    """The headers that a stream begins with."""
    return _parsed(_read_headers(fp), _class)


def _parsed(lines, _class=None):
    from email.message import HTTPMessage

    headers = (_class or HTTPMessage)()
    last = None
    for line in lines:
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
        if self.debuglevel > 0:
            print("reply:", repr(line))
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
            skipped = _read_headers(self.fp)
            if self.debuglevel > 0:
                print("headers:", [*skipped, b"\r\n"])
        self.code = self.status = status
        self.reason = reason
        if version in ("HTTP/1.0", "HTTP/0.9"):
            self.version = 10
        elif version.startswith("HTTP/1."):
            self.version = 11
        else:
            raise UnknownProtocol(version)
        self.headers = self.msg = parse_headers(self.fp)
        if self.debuglevel > 0:
            for name, value in self.headers.items():
                print("header:", f"{name}:", value)
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
            return self._taken(self.fp.read(amt), amt)
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

    def _left(self, amt):
        """How much may be read at once, and of which kind of bound it is; None where there is nothing left."""
        if self.fp is None or self._method == "HEAD":
            return None
        left = self._next_chunk() if self.chunked else self.length
        if left is None:
            return None if self.chunked else amt
        return min(amt, left) if amt is not None and amt >= 0 else left

    def _taken(self, data, wanted):
        """Data that was read; the end of the body closes the file."""
        if self.chunked:
            if not data and wanted:
                raise IncompleteRead(b"")
            self.chunk_left -= len(data)
        elif not data and wanted:
            self._close_conn()
        elif self.length is not None:
            self.length -= len(data)
            if not self.length:
                self._close_conn()
        return data

    def read1(self, n=-1):
        """Some bytes, at most so many: what is there, from one chunk."""
        wanted = self._left(n) if n != 0 else None
        return b"" if wanted is None else self._taken(self.fp.read1(wanted), wanted)

    def peek(self, n=-1):
        """Bytes that come next, without taking them."""
        try:
            wanted = self._left(None if self.chunked else n)
        except IncompleteRead:
            return b""  # Reading will say it.
        if wanted is None:
            return b""
        return self.fp.peek(wanted)[:wanted] if self.chunked else self.fp.peek(wanted)

    def readline(self, limit=-1):
        """The next line."""
        parts = []
        limit = -1 if limit is None else limit
        while limit != 0 and (wanted := self._left(limit)) is not None:
            part = self._taken(self.fp.readline(wanted), wanted)
            parts.append(part)
            limit -= len(part) if limit > 0 else 0
            if not self.chunked or part.endswith(b"\n"):
                break
        return b"".join(parts)

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


def _control_character(text, last):
    """The first character that no part of a request may contain, or None."""
    return next((letter for letter in text if letter <= last or letter == "\x7f"), None)


def _shown_host(host):
    """A host as it stands in requests: IPv6 addresses in brackets, names in ASCII."""
    shown = host.encode("ascii") if host.isascii() else host.encode("idna")
    return b"[" + shown + b"]" if b":" in shown and shown[:1] != b"[" else shown


def _is_broken(value):
    """Whether a header's value has the end of a line in it that no blank follows, as where a value goes on."""
    ends = value.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")[1:]
    return any(rest[:1] not in (b" ", b"\t") for rest in ends)


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
        self._validate_host(self.host)
        self._raw_proxy_headers = None
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
        """Print what is sent and the heads of answers, if the level is above 0."""
        self.debuglevel = level

    def set_tunnel(self, host, port=None, headers=None):
        """Go through a proxy to a server."""
        if self.sock:
            raise RuntimeError("Can't set up tunnel for established connection")
        self._tunnel_host, self._tunnel_port = self._get_hostport(host, port)
        self._tunnel_headers = dict(headers or {})
        if not any(name.lower() == "host" for name in self._tunnel_headers):
            self._tunnel_headers["Host"] = self._tunnel_place().replace(b"[", b"").replace(b"]", b"").decode("ascii")

    def _tunnel_place(self):
        return _shown_host(self._tunnel_host) + b":%d" % self._tunnel_port

    def _tunnel(self):
        lines = [b"CONNECT " + self._tunnel_place() + b" " + self._http_vsn_str.encode("ascii")]
        lines += [f"{name}: {value}".encode("latin-1") for name, value in self._tunnel_headers.items()]
        self.send(b"\r\n".join([*lines, b"", b""]))
        answer = self.response_class(self.sock, method=self._method)
        try:
            _, status, reason = answer._read_status()
            self._raw_proxy_headers = _read_headers(answer.fp)
            if self.debuglevel > 0:
                for line in self._raw_proxy_headers:
                    print("header:", line.decode())
            if status != 200:
                self.close()
                raise OSError(f"Tunnel connection failed: {status} {reason.strip()}")
        finally:
            answer.close()

    def get_proxy_response_headers(self):
        """The headers with which a proxy answered to set_tunnel(), or None."""
        return None if self._raw_proxy_headers is None else _parsed(self._raw_proxy_headers)

    def connect(self):
        """Connect to the server."""
        self.sock = self._create_connection((self.host, self.port), self.timeout, self.source_address)
        try:
            # A request is small, and its head is sent in front of its body.
            self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError as error:
            if error.errno != ENOPROTOOPT:
                raise
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
        if self.debuglevel > 0:
            print("send:", repr(data))
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
        self._validate_method(method)
        url = url or "/"
        self._validate_path(url)
        self._buffer.append(self._encode_request(f"{method} {url} {self._http_vsn_str}"))
        if self._http_vsn != 11:
            return
        if not skip_host:
            self.putheader("Host", self._host_of(url))
        if not skip_accept_encoding:
            self.putheader("Accept-Encoding", "identity")

    # What subclasses override that have to send what is not allowed.

    def _encode_request(self, request):
        return request.encode("ascii")

    def _validate_method(self, method):
        if found := _control_character(method, "\x1f"):
            raise ValueError(f"method can't contain control characters. {method!r} (found at least {found!r})")

    def _validate_path(self, url):
        if found := _control_character(url, " "):
            raise InvalidURL(f"URL can't contain control characters. {url!r} (found at least {found!r})")

    _validate_host = _validate_path

    def _host_of(self, url):
        if url.startswith("http"):
            from urllib.parse import urlsplit

            if netloc := urlsplit(url).netloc:
                return netloc.encode("ascii")
        host, port = (self._tunnel_host, self._tunnel_port) if self._tunnel_host else (self.host, self.port)
        # The zone of a local address means something to this computer only.
        shown = _shown_host(host.partition("%")[0] if ":" in host else host)
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
            if _is_broken(value):
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
