"""TLS as MicroPython has it: contexts that take certificates as bytes, and connections over any stream."""

import ssl

from _ssl_errors import SSLEOFError, SSLWantReadError, SSLWantWriteError, openssl_error, want_read, want_write
from _ssl_objects import Connection
from ssl import CERT_NONE, CERT_OPTIONAL, CERT_REQUIRED, PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER

_IOCTL_POLL, _IOCTL_CLOSE = 3, 4
_READ, _WRITE, _INVALID = 1, 4, 32


class SSLContext(ssl.SSLContext):
    """What connections have in common: certificates, whom to trust."""

    # Called with each certificate that the other end shows, and how far that is from its own: a number other than 0
    # refuses it.
    verify_callback = None

    def __new__(cls, protocol, /):
        return super().__new__(cls, protocol)

    def __init__(self, protocol, /):
        super().__init__(protocol)
        self._check_hostname = False

    def __setattr__(self, name, value):
        # What there isn't here, as keys that both ends know before, must not look as if it were there.
        if not name.startswith("_") and not hasattr(type(self), name):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        super().__setattr__(name, value)

    def load_cert_chain(self, cert, key, /):
        """Load the certificate to show and its private key: names of files, or what would be in them."""
        if isinstance(key, bytes) and not key.startswith((b"\x30", b"-----BEGIN ")):
            raise ValueError("invalid key")
        if cert is None or key is None:
            raise TypeError("a certificate and its key belong together")
        if isinstance(cert, bytes) and not cert.startswith((b"\x30", b"-----BEGIN ")):
            raise ValueError("invalid cert")
        try:
            super().load_cert_chain(cert, key)
        except ssl.SSLError as problem:
            raise ValueError(f"invalid cert or key: {problem}") from None

    def load_verify_locations(self, cafile=None, cadata=None):
        """Trust the certificates of a file, or those given as bytes."""
        try:
            super().load_verify_locations(cafile, None, cadata)
        except ssl.SSLError:
            raise ValueError("invalid cert") from None

    def set_ciphers(self, ciphers):
        """Choose the cipher suites by a list of their names."""
        if not isinstance(ciphers, (list, tuple)):
            raise TypeError("a list of names is expected")
        try:
            super().set_ciphers(ciphers)
        except ssl.SSLError:
            raise OSError(-24192, "MBEDTLS_ERR_SSL_BAD_CONFIG") from None

    def get_ciphers(self):
        """The names of the cipher suites."""
        return [ssl._SUITES[number][1] for number in self._ciphers]

    def wrap_socket(self, sock, *, server_side=False, do_handshake_on_connect=True, server_hostname=None, client_id=None):
        """An encrypted connection over a socket or another stream."""
        return SSLSocket(self, sock, server_side, do_handshake_on_connect, server_hostname)

    def _established(self, connection):
        super()._established(connection)
        callback = self.verify_callback
        if callback is not None and self._verify_mode != CERT_NONE:
            for depth, certificate in enumerate(connection.get_unverified_chain()):
                if callback(certificate, depth):
                    raise openssl_error("CERTIFICATE_VERIFY_FAILED", "certificate verify failed: refused by callback")


class SSLSocket(Connection):
    """An encrypted connection over a stream."""

    def __init__(self, context, stream, server_side, do_handshake, server_hostname):
        if not hasattr(stream, "write") or not (hasattr(stream, "read") or hasattr(stream, "readinto")):
            raise OSError("stream operation not supported")
        self._stream = stream
        self._unsent = b""
        # What the last operation would have had to wait for.
        self._wanted = 0
        checks = context.verify_mode == CERT_REQUIRED and not server_side
        if checks and server_hostname is None:
            raise ValueError("CERT_REQUIRED requires server_hostname")
        if checks and not context.check_hostname:
            context.check_hostname = True
        self._set_up(context, server_side, server_hostname, None)
        self._begin()
        if do_handshake:
            self._shake_hands(None)

    def __repr__(self):
        return f"<{type(self).__name__}>"

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def _receive(self, wait):
        try:
            data = self._received(self._native.wanted())
        except BlockingIOError:
            data = None
        if data is None:
            self._wanted = _READ
            raise want_read()
        if data:
            self._feed(data, wait)
        return bool(data)

    def _received(self, size):
        stream = self._stream
        for name in "recv", "read":
            if hasattr(stream, name):
                return getattr(stream, name)(size)
        buffer = bytearray(size)
        count = stream.readinto(buffer)
        return None if count is None else bytes(buffer[:count])

    def _flush(self, wait):
        self._unsent += self._native.take()
        send = getattr(self._stream, "send", self._stream.write)
        while self._unsent:
            try:
                count = send(self._unsent)
            except BlockingIOError:
                count = None
            if count is None:
                self._wanted = _WRITE
                raise want_write()
            self._unsent = self._unsent[count:]

    def _check_open(self):
        self._wanted = 0
        if self._native is None:
            raise OSError(9, "Bad file descriptor")

    def _some(self, size):
        """Received data; b'' at the end, None where one would have to wait."""
        self._check_open()
        try:
            return self._pull(size, None)
        except (SSLWantReadError, SSLWantWriteError):
            return None
        except SSLEOFError:
            if self._is_established:
                return b""
            raise

    def read(self, size=-1):
        """Read so many bytes, fewer only at the end; all of them without a size; None where one would have to wait."""
        data = bytearray()
        while size < 0 or len(data) < size:
            piece = self._some(1 << 14 if size < 0 else size - len(data))
            if piece is None and not data:
                return None
            if not piece:
                break
            data += piece
        return bytes(data)

    def readinto(self, buffer, nbytes=-1):
        """Read bytes into a buffer: how many."""
        with memoryview(buffer) as view, view.cast("B") as place:
            data = self._some(len(place) if nbytes < 0 else min(nbytes, len(place)))
            if data is None:
                return None
            place[: len(data)] = data
            return len(data)

    def readline(self, size=-1):
        """Read up to the end of a line."""
        line = bytearray()
        while not line.endswith(b"\n") and (size < 0 or len(line) < size):
            piece = self._some(1)
            if piece is None and not line:
                return None
            if not piece:
                break
            line += piece
        return bytes(line)

    def write(self, data):
        """Send data: how many bytes, or None where one would have to wait."""
        self._check_open()
        try:
            self._flush(None)
            self._push(data, None)
        except (SSLWantReadError, SSLWantWriteError):
            return None
        try:
            self._flush(None)
        except SSLWantWriteError:
            # It is encrypted, and goes with what comes next.
            pass
        return memoryview(data).nbytes

    def setblocking(self, flag):
        """Let operations wait, or not."""
        self._stream.setblocking(flag)

    def fileno(self):
        """The number of the stream's file."""
        return self._stream.fileno()

    def close(self):
        """End the connection, and close the stream."""
        if self._native is None:
            return
        try:
            if self._is_established:
                self._native.close()
                self._flush(None)
        except OSError:
            pass
        self._native = None
        if hasattr(self._stream, "ioctl"):
            self._stream.ioctl(_IOCTL_CLOSE, 0)
        else:
            self._stream.close()

    def ioctl(self, request, arg):
        """What select.poll() asks: whether something can be read or written; and the end."""
        if request == _IOCTL_CLOSE:
            self.close()
            return 0
        if request != _IOCTL_POLL:
            raise OSError(22, "Invalid argument")
        if self._native is None or self._has_failed:
            return _INVALID
        if arg & _READ and self._native.available():
            return _READ
        asked = self._wanted or arg
        if hasattr(self._stream, "ioctl"):
            found = self._stream.ioctl(_IOCTL_POLL, asked) & asked
        else:
            import select

            poll = select.poll()
            poll.register(self._stream, asked)
            found = sum(events for _, events in poll.poll(0)) & asked
        return arg if found and self._wanted else found

    def cipher(self):
        """The cipher suite and the version."""
        found = super().cipher()
        return None if found is None else found[:2]
