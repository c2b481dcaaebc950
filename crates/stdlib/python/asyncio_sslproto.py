"""TLS between a transport and a protocol: for the transport it is the protocol, for the protocol the transport."""

import ssl
from asyncio.protocols import BufferedProtocol, Protocol
from asyncio.transports import Transport

_HANDSHAKE_SECONDS, _SHUTDOWN_SECONDS = 60.0, 30.0
_MOST_AT_ONCE = 256 * 1024
_SHAKING, _OPEN, _ENDING, _CLOSED = range(4)


def settings(context, server_side, server_hostname, handshake_timeout, shutdown_timeout, wrong=None):
    """What SSLProtocol wants to know; None without TLS."""
    names = ("ssl_handshake_timeout", handshake_timeout), ("ssl_shutdown_timeout", shutdown_timeout)
    for name, seconds in names:
        if seconds is not None and not context:
            raise ValueError(f"{name} is only meaningful with ssl")
        if seconds is not None and seconds <= 0:
            raise ValueError(f"{name} should be a positive number, got {seconds}")
    if not context and wrong is None:
        return None
    if context is True and not server_side and wrong is None:
        context = ssl.create_default_context()
    if not isinstance(context, ssl.SSLContext):
        raise TypeError(wrong or f"sslcontext is expected to be an instance of ssl.SSLContext, got {context!r}")
    return context, server_side, server_hostname, handshake_timeout, shutdown_timeout


async def encrypted(loop, transport, protocol, tls):
    """Encrypts a connection from here on: the transport for that."""
    if not getattr(transport, "_start_tls_compatible", False):
        raise TypeError(f"transport {transport!r} is not supported by start_tls()")
    waiter = loop.create_future()
    between = SSLProtocol(loop, protocol, tls, waiter, tells_connection=False)
    transport.pause_reading()
    transport.set_protocol(between)
    handles = [loop.call_soon(between.connection_made, transport), loop.call_soon(transport.resume_reading)]
    try:
        await waiter
    except BaseException:
        transport.close()
        for handle in handles:
            handle.cancel()
        raise
    return between.transport


class SSLProtocol(Protocol):
    """Encrypts what a protocol sends and decrypts what it gets."""

    def __init__(self, loop, protocol, tls, waiter=None, tells_connection=True):
        context, server_side, server_hostname, handshake_timeout, shutdown_timeout = tls
        self._loop, self._protocol, self._waiter = loop, protocol, waiter
        self._tells_connection = tells_connection
        self._handshake_seconds = handshake_timeout or _HANDSHAKE_SECONDS
        self._shutdown_seconds = shutdown_timeout or _SHUTDOWN_SECONDS
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._object = context.wrap_bio(self._incoming, self._outgoing, server_side, server_hostname or None)
        self._state = _SHAKING
        self._below = self._timer = None
        self._waiting = []
        self._is_reading = True
        self._has_ended = self._is_lost = False
        self._extra = {"sslcontext": context}
        self.transport = SSLTransport(loop, self)

    # What the transport below tells

    def connection_made(self, transport):
        """There is a connection below."""
        self._below = transport
        self._timer = self._loop.call_later(self._handshake_seconds, self._handshake_took_too_long)
        self._shake_hands()

    def data_received(self, data):
        """Encrypted bytes came."""
        self._incoming.write(data)
        if self._state == _SHAKING:
            self._shake_hands()
        elif self._state == _OPEN:
            self._read()
        elif self._state == _ENDING:
            self._end()

    def eof_received(self):
        """The connection below ended: nothing can be sent any more either."""
        if self._state == _SHAKING:
            self._handshake_failed(ConnectionResetError())
        elif self._state == _OPEN:
            self._incoming.write_eof()
            self._is_reading = True
            self._read()
        return False

    def connection_lost(self, exc):
        """The connection below is gone."""
        was = self._state
        self._state = _CLOSED
        self._waiting.clear()
        self._cancel_timer()
        if was != _SHAKING or not self._tells_connection:
            self._lose(exc)
        if self._waiter is not None:
            self._wake(exc or ConnectionResetError())

    def _lose(self, problem):
        if not self._is_lost:
            self._is_lost = True
            self._loop.call_soon(self._protocol.connection_lost, problem)

    def pause_writing(self):
        """The transport below has too much to send."""
        self._tell("pause_writing")

    def resume_writing(self):
        """The transport below has little left to send."""
        self._tell("resume_writing")

    def _tell(self, what):
        if self._state != _SHAKING:
            getattr(self._protocol, what)()

    # The handshake

    def _shake_hands(self):
        try:
            self._object.do_handshake()
        except ssl.SSLWantReadError:
            self._flush()
        except Exception as problem:
            self._flush()
            self._handshake_failed(problem)
        else:
            self._flush()
            self._handshake_done()

    def _handshake_done(self):
        self._cancel_timer()
        self._state = _OPEN
        found = self._object
        self._extra.update(
            peercert=found.getpeercert(), cipher=found.cipher(), compression=found.compression(), ssl_object=found
        )
        if self._tells_connection:
            self._protocol.connection_made(self.transport)
        self._wake(None)
        waiting, self._waiting = self._waiting, []
        for data in waiting:
            self.send(data)
        self._read()

    def _handshake_failed(self, problem):
        words = "SSL handshake failed"
        if isinstance(problem, ssl.CertificateError):
            words += " on verifying the certificate"
        self._fail(problem, words)
        self._wake(problem)

    def _handshake_took_too_long(self):
        if self._state == _SHAKING:
            seconds = self._handshake_seconds
            text = f"SSL handshake is taking longer than {seconds} seconds: aborting the connection"
            self._handshake_failed(ConnectionAbortedError(text))

    def _wake(self, problem):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_result(None) if problem is None else waiter.set_exception(problem)

    def _cancel_timer(self):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    # Data

    def _flush(self):
        data = self._outgoing.read()
        if data:
            self._below.write(data)

    def send(self, data):
        """Encrypt data and send it."""
        if self._state == _SHAKING:
            self._waiting.append(bytes(data))
        elif self._state == _OPEN:
            try:
                self._object.write(data)
            except Exception as problem:
                self._fail(problem, "Fatal error on SSL protocol")
                return
            self._flush()

    def waiting_size(self):
        """How many bytes wait to be sent."""
        size = sum(map(len, self._waiting))
        return size if self._below is None else size + self._below.get_write_buffer_size()

    def _read(self):
        if not self._is_reading or self._state != _OPEN:
            return
        try:
            if isinstance(self._protocol, BufferedProtocol):
                self._read_into_buffers()
            else:
                self._read_pieces()
            self._flush()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as problem:
            self._fail(problem, "Fatal error on SSL protocol")

    def _read_pieces(self):
        pieces, has_ended = [], False
        try:
            while True:
                data = self._object.read(_MOST_AT_ONCE)
                if not data:
                    has_ended = True
                    break
                pieces.append(data)
        except ssl.SSLWantReadError:
            pass
        except ssl.SSLEOFError:
            # The other end didn't say that it is done.
            has_ended = True
        if pieces:
            self._protocol.data_received(b"".join(pieces))
        if has_ended:
            self._ended()

    def _read_into_buffers(self):
        try:
            while self._is_reading and self._state == _OPEN:
                buffer = self._protocol.get_buffer(-1)
                if not len(buffer):
                    raise RuntimeError("get_buffer() returned an empty buffer")
                count = self._object.read(len(buffer), buffer)
                if not count:
                    self._ended()
                    return
                self._protocol.buffer_updated(count)
        except ssl.SSLWantReadError:
            pass
        except ssl.SSLEOFError:
            self._ended()

    def _ended(self):
        """The other end sends nothing more; then nothing is sent either."""
        if self._has_ended:
            return
        self._has_ended = True
        if self._protocol.eof_received():
            import warnings

            warnings.warn("returning true from eof_received() has no effect when using ssl", stacklevel=2)
        self.close()

    def pause_reading(self):
        """Hand on nothing for now."""
        self._is_reading = False
        self._below.pause_reading()

    def resume_reading(self):
        """Hand on again, what came in between first."""
        self._is_reading = True
        self._below.resume_reading()
        self._loop.call_soon(self._read)

    # The end

    def close(self):
        """End the connection when everything is sent, and the other end knows it."""
        if self._state == _SHAKING:
            self.abort()
        elif self._state == _OPEN:
            self._state = _ENDING
            self._timer = self._loop.call_later(self._shutdown_seconds, self._shutdown_took_too_long)
            if not self._is_reading:
                self._is_reading = True
                self._below.resume_reading()
            self._end()

    def _end(self):
        """Says that nothing more comes; whatever came on the way is nobody's."""
        while True:
            try:
                self._object.unwrap()
            except ssl.SSLWantReadError:
                self._flush()
                return
            except ssl.SSLError as problem:
                if problem.reason == "APPLICATION_DATA_AFTER_CLOSE_NOTIFY":
                    continue
            self._flush()
            break
        self._cancel_timer()
        self._below.close()

    def _shutdown_took_too_long(self):
        if self._state == _ENDING:
            self._fail(TimeoutError("SSL shutdown timed out"), "SSL connection is closed")

    def abort(self):
        """End the connection at once."""
        if self._below is not None and self._state != _CLOSED:
            self._below.abort()

    def is_closing(self):
        """Whether it is closed, or is being closed."""
        return self._state in (_ENDING, _CLOSED) or self._below is None or self._below.is_closing()

    def _fail(self, problem, message):
        if not isinstance(problem, OSError):
            facts = {"message": message, "exception": problem, "transport": self._below, "protocol": self}
            self._loop.call_exception_handler(facts)
        if self._below is not None:
            self._below._force_close(problem)

    def extra_info(self, name, default):
        """Something that is known of the connection."""
        if name in self._extra:
            return self._extra[name]
        return default if self._below is None else self._below.get_extra_info(name, default)


class SSLTransport(Transport):
    """An encrypted connection as a transport."""

    _start_tls_compatible = True

    def __init__(self, loop, tls):
        super().__init__()
        self._loop, self._tls = loop, tls

    def __repr__(self):
        return f"<{self.__class__.__name__} {'closing' if self.is_closing() else 'open'}>"

    def get_extra_info(self, name, default=None):
        """Something that is known of it by a name, as 'cipher' or 'peername'."""
        return self._tls.extra_info(name, default)

    def get_protocol(self):
        """The protocol that is told."""
        return self._tls._protocol

    def set_protocol(self, protocol):
        """Let another protocol be told."""
        self._tls._protocol = protocol

    def is_closing(self):
        """Whether it is closed, or is being closed."""
        return self._tls.is_closing()

    def close(self):
        """Close it when everything is sent."""
        self._tls.close()

    def abort(self):
        """Close it at once."""
        self._tls.abort()

    def _force_close(self, problem):
        self._tls._fail(problem, "Fatal error on transport")

    def is_reading(self):
        """Whether it hands on what comes."""
        return self._tls._is_reading and not self.is_closing()

    def pause_reading(self):
        """Hand on nothing for now."""
        if self.is_reading():
            self._tls.pause_reading()

    def resume_reading(self):
        """Hand on again."""
        if not self._tls._is_reading and not self.is_closing():
            self._tls.resume_reading()

    def set_write_buffer_limits(self, high=None, low=None):
        """Set from how many bytes on the protocol is to pause, and go on."""
        self._tls._below.set_write_buffer_limits(high, low)

    def get_write_buffer_limits(self):
        """From how many bytes on the protocol goes on, and pauses."""
        return self._tls._below.get_write_buffer_limits()

    def get_write_buffer_size(self):
        """How many bytes wait to be sent."""
        return self._tls.waiting_size()

    def write(self, data):
        """Send data, soon."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data: expecting a bytes-like instance, got {type(data).__name__}")
        if data:
            self._tls.send(data)

    def write_eof(self):
        """That can't be: an encrypted connection ends both ways."""
        raise NotImplementedError

    def can_write_eof(self):
        """False."""
        return False
