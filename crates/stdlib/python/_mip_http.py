# How mip fetches files over HTTP (RFC 9112): each with a connection of its own, by the old version of the protocol, in
# which an answer ends where the connection does.
import socket

from mip import Error
from urllib.parse import quote, urljoin, urlsplit

_SECONDS = 30
_REDIRECTIONS = 5
_LONGEST_HEAD = 65536


def get(address):
    """The status and the content of what is at an address; redirections are followed."""
    for _ in range(_REDIRECTIONS + 1):
        status, headers, content = _ask(address)
        if status not in (301, 302, 303, 307, 308) or "location" not in headers:
            return status, content
        address = urljoin(address, headers["location"])
    raise Error(f"{address} can't be fetched: it is redirected again and again.")


def _ask(address):
    parts = urlsplit(address)
    try:
        host, port = parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https"):
        raise Error(f"{address} is no address of a kind that is known here.")
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + (f"?{parts.query}" if parts.query else "")
    request = f"GET {target} HTTP/1.0\r\nHost: {parts.netloc.rpartition('@')[2]}\r\nUser-Agent: mip\r\n\r\n"
    try:
        with _connect(parts.scheme, host, port) as connection:
            connection.sendall(request.encode("ascii", "replace"))
            return _read(connection.makefile("rb"), address)
    except TimeoutError:
        raise Error(f"{address} can't be fetched: {host} doesn't answer.") from None
    except OSError as error:
        raise Error(f"{address} can't be fetched: {error.strerror or error}.") from None


def _connect(scheme, host, port):
    connection = socket.create_connection((host, port), _SECONDS)
    if scheme == "http":
        return connection
    try:
        import ssl
    except ImportError:
        connection.close()
        raise Error("Addresses with https need the module ssl, which is not there.") from None
    try:
        return ssl.create_default_context().wrap_socket(connection, server_hostname=host)
    except BaseException:
        connection.close()
        raise


def _read(stream, address):
    """The status, the headers by their names in small letters, and the content."""
    broken = Error(f"{address} can't be fetched: the server's answer is broken.")
    first = stream.readline(_LONGEST_HEAD).split(None, 2)
    if len(first) < 2 or not first[0].startswith(b"HTTP/") or not first[1].isdigit():
        raise broken
    headers, size = {}, 0
    while line := stream.readline(_LONGEST_HEAD).rstrip(b"\r\n"):
        size += len(line)
        name, colon, value = line.decode("latin-1").partition(":")
        if not colon or size > _LONGEST_HEAD:
            raise broken
        headers[name.strip().lower()] = value.strip()
    if headers.get("transfer-encoding", "identity").lower() != "identity":
        content = _chunks(stream, broken)
    else:
        content = stream.read()
    length = headers.get("content-length")
    if length is not None and length.isdigit() and len(content) != int(length):
        raise Error(f"{address} can't be fetched: the connection broke off after {len(content)} of {length} bytes.")
    return int(first[1]), headers, content


def _chunks(stream, broken):
    """A content in pieces, each behind its length."""
    pieces = []
    while True:
        try:
            size = int(stream.readline(_LONGEST_HEAD).split(b";")[0], 16)
        except ValueError:
            raise broken from None
        if size == 0:
            return b"".join(pieces)
        piece = stream.read(size)
        if len(piece) != size or stream.readline(4) != b"\r\n":
            raise broken
        pieces.append(piece)
