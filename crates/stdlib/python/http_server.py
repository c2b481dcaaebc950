"""The answering side of HTTP: a server, and handlers for its requests. For trying things, not for the open net.

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"hello")
    HTTPServer(("localhost", 8000), Handler).serve_forever()
"""

import html
import os
import posixpath
import socket
import socketserver
import sys
import time
from http import HTTPStatus

__all__ = [
    "HTTPServer", "ThreadingHTTPServer", "HTTPSServer", "ThreadingHTTPSServer", "BaseHTTPRequestHandler",
    "SimpleHTTPRequestHandler",
]  # fmt: skip

__version__ = "0.6"
DEFAULT_ERROR_CONTENT_TYPE = "text/html;charset=utf-8"
DEFAULT_ERROR_MESSAGE = """<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <style type="text/css">
            :root {
                color-scheme: light dark;
            }
        </style>
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: %(code)d</p>
        <p>Message: %(message)s.</p>
        <p>Error code explanation: %(code)s - %(explain)s.</p>
    </body>
</html>
"""


class HTTPServer(socketserver.TCPServer):
    """A server that handles one request after the other."""

    allow_reuse_address = True
    allow_reuse_port = False

    def server_bind(self):
        """Take the address, and find out what it is called."""
        socketserver.TCPServer.server_bind(self)
        host, self.server_port = self.server_address[:2]
        self.server_name = socket.getfqdn(host)


class ThreadingHTTPServer(socketserver.ThreadingMixIn, HTTPServer):
    """A server that handles each connection in a thread."""

    daemon_threads = True


class HTTPSServer(HTTPServer):
    """A server whose connections are encrypted."""

    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True, *, certfile, keyfile=None,
                 password=None, alpn_protocols=None):  # fmt: skip
        try:
            import ssl
        except ImportError:
            raise RuntimeError("SSL module is missing; HTTPS support is unavailable") from None
        self.ssl = ssl
        self.certfile, self.keyfile, self.password = certfile, keyfile, password
        self.alpn_protocols = ["http/1.1"] if alpn_protocols is None else alpn_protocols
        super().__init__(server_address, RequestHandlerClass, bind_and_activate)

    def server_activate(self):
        """Listen, and encrypt what comes."""
        super().server_activate()
        context = self.ssl.create_default_context(self.ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self.certfile, self.keyfile, self.password)
        context.set_alpn_protocols(self.alpn_protocols)
        self.socket = context.wrap_socket(self.socket, server_side=True)


class ThreadingHTTPSServer(socketserver.ThreadingMixIn, HTTPSServer):
    """The same, each connection in a thread."""

    daemon_threads = True


class BaseHTTPRequestHandler(socketserver.StreamRequestHandler):
    """Reads requests and calls a method for each: do_GET(), do_POST(), …"""

    sys_version = f"Python/{sys.version.split()[0]}"
    server_version = f"BaseHTTP/{__version__}"
    default_request_version = "HTTP/0.9"
    protocol_version = "HTTP/1.0"
    error_message_format = DEFAULT_ERROR_MESSAGE
    error_content_type = DEFAULT_ERROR_CONTENT_TYPE
    responses = {status: (status.phrase, status.description) for status in HTTPStatus}
    weekdayname = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    monthname = [None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    @property
    def MessageClass(self):
        """What the headers are."""
        from http.client import HTTPMessage

        return HTTPMessage

    def parse_request(self):
        """Read the request's head: whether it is right; an error was sent otherwise."""
        self.command = None
        self.request_version = version = self.default_request_version
        self.close_connection = True
        self.requestline = str(self.raw_requestline, "iso-8859-1").rstrip("\r\n")
        words = self.requestline.split()
        if not words:
            return False
        if len(words) >= 3:
            version = words[-1]
            number = version.removeprefix("HTTP/").split(".")
            if not version.startswith("HTTP/") or len(number) != 2 or not all(
                part.isdigit() and len(part) <= 10 for part in number
            ):
                self.send_error(HTTPStatus.BAD_REQUEST, f"Bad request version ({version!r})")
                return False
            number = tuple(map(int, number))
            if number >= (1, 1) and self.protocol_version >= "HTTP/1.1":
                self.close_connection = False
            if number >= (2, 0):
                shown = version.removeprefix("HTTP/")
                self.send_error(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, f"Invalid HTTP version ({shown})")
                return False
            self.request_version = version
        if not 2 <= len(words) <= 3:
            self.send_error(HTTPStatus.BAD_REQUEST, f"Bad request syntax ({self.requestline!r})")
            return False
        command, path = words[:2]
        if len(words) == 2 and command != "GET":
            self.send_error(HTTPStatus.BAD_REQUEST, f"Bad HTTP/0.9 request type ({command!r})")
            return False
        # Two slashes would be the beginning of a host's name.
        self.command, self.path = command, "/" + path.lstrip("/") if path.startswith("//") else path
        return self._parse_headers()

    def _parse_headers(self):
        import http.client

        try:
            self.headers = http.client.parse_headers(self.rfile, _class=self.MessageClass)
        except http.client.LineTooLong as error:
            self.send_error(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "Line too long", str(error))
            return False
        except http.client.HTTPException as error:
            self.send_error(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "Too many headers", str(error))
            return False
        connection = self.headers.get("Connection", "").lower()
        if connection == "close":
            self.close_connection = True
        elif connection == "keep-alive" and self.protocol_version >= "HTTP/1.1":
            self.close_connection = False
        is_new = self.protocol_version >= "HTTP/1.1" and self.request_version >= "HTTP/1.1"
        if is_new and self.headers.get("Expect", "").lower() == "100-continue":
            return self.handle_expect_100()
        return True

    def handle_expect_100(self):
        """Say that the rest of the request may come."""
        self.send_response_only(HTTPStatus.CONTINUE)
        self.end_headers()
        return True

    def handle_one_request(self):
        """Handle a request."""
        try:
            self.raw_requestline = self.rfile.readline(65537)
            if len(self.raw_requestline) > 65536:
                self.requestline = self.request_version = self.command = ""
                self.send_error(HTTPStatus.REQUEST_URI_TOO_LONG)
                return
            if not self.raw_requestline:
                self.close_connection = True
                return
            if not self.parse_request():
                return
            method = getattr(self, "do_" + self.command, None)
            if method is None:
                self.send_error(HTTPStatus.NOT_IMPLEMENTED, f"Unsupported method ({self.command!r})")
                return
            method()
            self.wfile.flush()
        except TimeoutError as error:
            self.log_error("Request timed out: %r", error)
            self.close_connection = True

    def handle(self):
        """Handle requests until the connection is to be closed."""
        self.close_connection = True
        self.handle_one_request()
        while not self.close_connection:
            self.handle_one_request()

    def send_error(self, code, message=None, explain=None):
        """Send an error with a page that says what it is."""
        short, long = self.responses.get(code, ("???", "???"))
        message = short if message is None else message
        explain = long if explain is None else explain
        self.log_error("code %d, message %s", code, message)
        self.send_response(code, message)
        self.send_header("Connection", "close")
        body = None
        if code >= 200 and code not in (204, 205, 304):
            values = {
                "code": code, "message": html.escape(message, quote=False), "explain": html.escape(explain, quote=False),
            }  # fmt: skip
            body = (self.error_message_format % values).encode("UTF-8", "replace")
            self.send_header("Content-Type", self.error_content_type)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD" and body:
            self.wfile.write(body)

    def send_response(self, code, message=None):
        """Begin an answer."""
        self.log_request(code)
        self.send_response_only(code, message)
        self.send_header("Server", self.version_string())
        self.send_header("Date", self.date_time_string())

    def send_response_only(self, code, message=None):
        """Begin an answer without the usual headers."""
        if self.request_version == "HTTP/0.9":
            return
        if message is None:
            message = self.responses[code][0] if code in self.responses else ""
        self._buffered().append(f"{self.protocol_version} {code:d} {message}\r\n".encode("latin-1", "strict"))

    def _buffered(self):
        if not hasattr(self, "_headers_buffer"):
            self._headers_buffer = []
        return self._headers_buffer

    def send_header(self, keyword, value):
        """Add a header."""
        if self.request_version != "HTTP/0.9":
            self._buffered().append(f"{keyword}: {value}\r\n".encode("latin-1", "strict"))
        if keyword.lower() == "connection":
            if value.lower() == "close":
                self.close_connection = True
            elif value.lower() == "keep-alive":
                self.close_connection = False

    def end_headers(self):
        """End the headers, and send them."""
        if self.request_version != "HTTP/0.9":
            self._buffered().append(b"\r\n")
            self.flush_headers()

    def flush_headers(self):
        """Send the headers."""
        if hasattr(self, "_headers_buffer"):
            self.wfile.write(b"".join(self._headers_buffer))
            self._headers_buffer = []

    def log_request(self, code="-", size="-"):
        """Note a request."""
        code = code.value if isinstance(code, HTTPStatus) else code
        self.log_message('"%s" %s %s', self.requestline, str(code), str(size))

    def log_error(self, format, *args):
        """Note an error."""
        self.log_message(format, *args)

    _control_char_table = {code: rf"\x{code:02x}" for code in [*range(0x20), *range(0x7F, 0xA0)]} | {ord("\\"): r"\\"}

    def log_message(self, format, *args):
        """Note something on standard error."""
        message = (format % args).translate(self._control_char_table)
        sys.stderr.write(f"{self.address_string()} - - [{self.log_date_time_string()}] {message}\n")

    def version_string(self):
        """What the server is called."""
        return f"{self.server_version} {self.sys_version}"

    def date_time_string(self, timestamp=None):
        """A time as headers have it: by default now."""
        from email.utils import formatdate

        return formatdate(time.time() if timestamp is None else timestamp, usegmt=True)

    def log_date_time_string(self):
        """The time as the log has it."""
        year, month, day, hour, minute, second, *_ = time.localtime()
        return f"{day:02}/{self.monthname[month]}/{year:04} {hour:02}:{minute:02}:{second:02}"

    def address_string(self):
        """Where the request comes from."""
        return self.client_address[0]


class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    """Sends the files of a folder."""

    server_version = f"SimpleHTTP/{__version__}"
    index_pages = ("index.html", "index.htm")
    extensions_map = _encodings_map_default = {
        ".gz": "application/gzip", ".Z": "application/octet-stream", ".bz2": "application/x-bzip2",
        ".xz": "application/x-xz",
    }  # fmt: skip

    def __init__(self, *args, directory=None, **kwargs):
        self.directory = os.fspath(os.getcwd() if directory is None else directory)
        super().__init__(*args, **kwargs)

    def do_GET(self):
        """Send a file."""
        file = self.send_head()
        if file:
            try:
                self.copyfile(file, self.wfile)
            finally:
                file.close()

    def do_HEAD(self):
        """Send what is known of a file."""
        file = self.send_head()
        if file:
            file.close()

    def send_head(self):
        """Send the headers: the file to send behind them, or None."""
        from urllib.parse import urlsplit, urlunsplit

        path = self.translate_path(self.path)
        if os.path.isdir(path):
            parts = urlsplit(self.path)
            if not parts.path.endswith("/"):
                self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                self.send_header("Location", urlunsplit((*parts[:2], parts[2] + "/", *parts[3:])))
                self.send_header("Content-Length", "0")
                self.end_headers()
                return None
            for index in self.index_pages:
                index = os.path.join(path, index)
                if os.path.isfile(index):
                    path = index
                    break
            else:
                return self.list_directory(path)
        if path.endswith("/"):
            self.send_error(HTTPStatus.NOT_FOUND, "File not found")
            return None
        try:
            file = open(path, "rb")
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND, "File not found")
            return None
        facts = os.fstat(file.fileno())
        if self._is_known(facts.st_mtime):
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self.end_headers()
            file.close()
            return None
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-type", self.guess_type(path))
        self.send_header("Content-Length", str(facts.st_size))
        self.send_header("Last-Modified", self.date_time_string(facts.st_mtime))
        self.end_headers()
        return file

    def _is_known(self, changed):
        """Whether the client has the file of that time already."""
        if "If-Modified-Since" not in self.headers or "If-None-Match" in self.headers:
            return False
        from email.utils import mktime_tz, parsedate_tz

        since = parsedate_tz(self.headers["If-Modified-Since"])
        try:
            return since is not None and int(changed) <= mktime_tz(since)
        except (OverflowError, ValueError):
            return False

    def list_directory(self, path):
        """A page with the names in a folder."""
        from io import BytesIO
        from urllib.parse import quote, unquote

        try:
            names = sorted(os.listdir(path), key=str.lower)
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND, "No permission to list directory")
            return None
        shown = html.escape(unquote(self.path.partition("#")[0].partition("?")[0], errors="surrogatepass"), quote=False)
        lines = [
            "<!DOCTYPE HTML>", '<html lang="en">', "<head>", '<meta charset="utf-8">',
            '<style type="text/css">', ":root {", "color-scheme: light dark;", "}", "</style>",
            f"<title>Directory listing for {shown}</title>", "</head>", "<body>",
            f"<h1>Directory listing for {shown}</h1>", "<hr>", "<ul>",
        ]  # fmt: skip
        for name in names:
            full = os.path.join(path, name)
            mark = "@" if os.path.islink(full) else "/" if os.path.isdir(full) else ""
            link = name + ("/" if os.path.isdir(full) else "")
            lines.append(f'<li><a href="{quote(link, errors="surrogatepass")}">{html.escape(name + mark, quote=False)}</a></li>')
        data = "\n".join([*lines, "</ul>", "<hr>", "</body>", "</html>", ""]).encode("utf-8", "surrogateescape")
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)

    def translate_path(self, path):
        """The path of a file; none leads out of the folder."""
        from urllib.parse import unquote

        path = path.partition("?")[0].partition("#")[0]
        is_folder = path.rstrip().endswith("/")
        found = self.directory
        for word in posixpath.normpath(unquote(path, errors="surrogatepass")).split("/"):
            if word and not os.path.dirname(word) and word not in (os.curdir, os.pardir):
                found = os.path.join(found, word)
        return found + "/" if is_folder else found

    def copyfile(self, source, outputfile):
        """Send a file."""
        from shutil import copyfileobj

        copyfileobj(source, outputfile)

    def guess_type(self, path):
        """The kind of a file."""
        from mimetypes import guess_file_type

        ending = posixpath.splitext(path)[1]
        for known in (ending, ending.lower()):
            if known in self.extensions_map:
                return self.extensions_map[known]
        return guess_file_type(path)[0] or "application/octet-stream"


def _main():
    from argparse import ArgumentParser
    from functools import partial

    parser = ArgumentParser()
    parser.add_argument("-b", "--bind", metavar="ADDRESS", default="", help="bind to this address (default: all interfaces)")
    parser.add_argument("-d", "--directory", default=os.getcwd(), help="serve this directory (default: current directory)")
    parser.add_argument(
        "-p", "--protocol", metavar="VERSION", default="HTTP/1.0", help="conform to this HTTP version (default: %(default)s)"
    )
    parser.add_argument("--tls-cert", metavar="PATH", help="path to the TLS certificate chain file")
    parser.add_argument("--tls-key", metavar="PATH", help="path to the TLS key file")
    parser.add_argument("--tls-password-file", metavar="PATH", help="path to the password file for the TLS key")
    parser.add_argument("port", default=8000, type=int, nargs="?", help="bind to this port (default: %(default)s)")
    options = parser.parse_args()
    if not options.tls_cert and options.tls_key:
        parser.error("--tls-key requires --tls-cert to be set")
    password = None
    if options.tls_password_file:
        if not options.tls_cert:
            parser.error("--tls-password-file requires --tls-cert to be set")
        try:
            with open(options.tls_password_file, encoding="utf-8") as file:
                password = file.read().strip()
        except OSError as error:
            parser.error(f"Failed to read TLS password file: {error}")
    handler = partial(SimpleHTTPRequestHandler, directory=options.directory)
    SimpleHTTPRequestHandler.protocol_version = options.protocol
    kind, kept = ThreadingHTTPServer, {}
    if options.tls_cert:
        kind, kept = ThreadingHTTPSServer, {"certfile": options.tls_cert, "keyfile": options.tls_key, "password": password}
    with kind((options.bind, options.port), handler, **kept) as server:
        host, port = server.socket.getsockname()[:2]
        scheme = "HTTPS" if options.tls_cert else "HTTP"
        print(f"Serving {scheme} on {host} port {port} ({scheme.lower()}://{host}:{port}/) ...", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("\nKeyboard interrupt received, exiting.")
    return 0


if __name__ == "__main__":
    sys.exit(_main())
