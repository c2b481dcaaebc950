"""Sockets and pipes as transports."""

from asyncio.protocols import BufferedProtocol
from asyncio.transports import DatagramTransport, _FlowControl

_MOST_AT_ONCE = 256 * 1024
# Kinds of files.
_FIFO, _SOCKET = 0o010000, 0o140000


class _FileTransport(_FlowControl):
    """What socket and pipe transports share: a file that is closed when everything is written."""

    # Until there is one, and when it is closed.
    _file = None

    def __init__(self, loop, file, protocol, extra):
        super().__init__(extra, loop)
        self._file = file
        self._fd = file.fileno()
        self._protocol = protocol
        self._buffer = bytearray()
        self._is_reading = self._closing = self._eof = False
        self._lost = 0

    def __repr__(self):
        state = "closed" if self._file is None else "closing" if self._closing else "open"
        return f"<{self.__class__.__name__} {state} fd={self._fd}>"

    def __del__(self):
        if self._file is not None:
            import warnings

            warnings.warn(f"unclosed transport {self!r}", ResourceWarning, source=self)
            self._file.close()

    def get_protocol(self):
        """The protocol that is told."""
        return self._protocol

    def set_protocol(self, protocol):
        """Let another protocol be told."""
        self._protocol = protocol

    def is_closing(self):
        """Whether it is closed, or is being closed."""
        return self._closing

    def get_write_buffer_size(self):
        """How many bytes wait to be sent."""
        return len(self._buffer)

    def _start(self, waiter, reads):
        """Tells the protocol of the connection, and then whoever waits for it."""
        self._loop.call_soon(self._protocol.connection_made, self)
        if reads:
            self._loop.call_soon(self._begin_reading)
        if waiter is not None:
            self._loop.call_soon(_release, waiter)

    def _begin_reading(self):
        if not self._closing and not self._is_reading:
            self._is_reading = True
            self._loop.add_reader(self._fd, self._read_ready)

    def is_reading(self):
        """Whether it receives."""
        return self._is_reading and not self._closing

    def pause_reading(self):
        """Receive nothing for now."""
        if self.is_reading():
            self._is_reading = False
            self._loop.remove_reader(self._fd)

    def resume_reading(self):
        """Receive again."""
        if not self._closing and not self._is_reading:
            self._begin_reading()

    def _read_ready(self):
        protocol = self._protocol
        if self._lost:
            return
        try:
            if isinstance(protocol, BufferedProtocol):
                buffer = protocol.get_buffer(-1)
                count = self._receive_into(buffer)
                if count:
                    protocol.buffer_updated(count)
                    return
            else:
                data = self._receive(_MOST_AT_ONCE)
                if data:
                    protocol.data_received(data)
                    return
            keeps_open = protocol.eof_received()
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as problem:
            self._fatal(problem, "Fatal read error on transport")
            return
        self._loop.remove_reader(self._fd)
        self._is_reading = False
        if not keeps_open:
            self.close()

    def write(self, data):
        """Send bytes, soon."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if self._eof:
            raise RuntimeError("Cannot call write() after write_eof()")
        if self._lost:
            self._lost += 1
            return
        if not data:
            return
        if not self._buffer:
            try:
                count = self._send(data)
            except (BlockingIOError, InterruptedError):
                count = 0
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as problem:
                self._fatal(problem, "Fatal write error on transport")
                return
            data = memoryview(data)[count:]
            if not data:
                return
            self._loop.add_writer(self._fd, self._write_ready)
        self._buffer += data
        self._maybe_pause_protocol()

    def _write_ready(self):
        if self._lost:
            return
        try:
            # No view: the buffer could not shrink until the collector took it.
            count = self._send(self._buffer[:_MOST_AT_ONCE])
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as problem:
            self._loop.remove_writer(self._fd)
            self._buffer.clear()
            self._fatal(problem, "Fatal write error on transport")
            return
        del self._buffer[:count]
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop.remove_writer(self._fd)
            if self._closing:
                self._call_connection_lost(None)
            elif self._eof:
                self._end_writing()

    def write_eof(self):
        """Send nothing more."""
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._end_writing()

    def can_write_eof(self):
        """Whether write_eof() works."""
        return True

    def close(self):
        """Close it when everything is sent."""
        if self._closing:
            return
        self._closing = True
        self._loop.remove_reader(self._fd)
        if not self._buffer:
            self._lost += 1
            self._loop.remove_writer(self._fd)
            self._loop.call_soon(self._call_connection_lost, None)

    def abort(self):
        """Close it at once."""
        self._force_close(None)

    def _fatal(self, problem, message):
        if not isinstance(problem, OSError):
            context = {"message": message, "exception": problem, "transport": self}
            self._loop.call_exception_handler({**context, "protocol": self._protocol})
        self._force_close(problem)

    def _force_close(self, problem):
        if self._lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._loop.remove_writer(self._fd)
        if not self._closing:
            self._closing = True
            self._loop.remove_reader(self._fd)
        self._lost += 1
        self._loop.call_soon(self._call_connection_lost, problem)

    def _call_connection_lost(self, problem):
        try:
            self._protocol.connection_lost(problem)
        finally:
            self._file.close()
            self._file = self._protocol = None
            self._gone()

    def _gone(self):
        """The file is closed."""


def _release(waiter):
    if not waiter.done():
        waiter.set_result(None)


class SocketTransport(_FileTransport):
    """A connection as a transport."""

    _start_tls_compatible = True

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        extra = {"socket": sock, **(extra or {})}
        for key, ask in (("sockname", sock.getsockname), ("peername", sock.getpeername)):
            try:
                extra.setdefault(key, ask())
            except OSError:
                extra.setdefault(key, None)
        super().__init__(loop, sock, protocol, extra)
        self._receive, self._receive_into, self._send = sock.recv, sock.recv_into, sock.send
        self._server = server
        if server is not None:
            server._attach(self)
        if sock.type == 1 and sock.family in (2, 10):
            sock.setsockopt(6, 1, 1)
        self._start(waiter, True)

    def _end_writing(self):
        self._file.shutdown(1)

    def _gone(self):
        server, self._server = self._server, None
        if server is not None:
            server._detach(self)


class PipeTransport(_FileTransport):
    """One end of a pipe as a transport."""

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None, *, writes):
        import os

        super().__init__(loop, pipe, protocol, {"pipe": pipe, **(extra or {})})
        os.set_blocking(self._fd, False)
        self._receive = lambda size: os.read(self._fd, size)
        self._send = lambda data: os.write(self._fd, data)
        self._start(waiter, not writes)
        if writes and os.fstat(self._fd).st_mode & 0o170000 in (_FIFO, _SOCKET):
            # Its other end says nothing but that it is gone.
            loop.call_soon(self._watch_end)

    def _receive_into(self, buffer):
        data = self._receive(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _end_writing(self):
        self.close()

    def _watch_end(self):
        if not self._closing:
            self._loop.add_reader(self._fd, self._other_end_is_gone)

    def _other_end_is_gone(self):
        self._force_close(BrokenPipeError() if self._buffer else None)


class MessageTransport(DatagramTransport):
    """A socket for messages as a transport."""

    def __init__(self, loop, sock, protocol, address, waiter):
        super().__init__({"socket": sock, "sockname": sock.getsockname(), "peername": address})
        self._loop, self._sock, self._fd = loop, sock, sock.fileno()
        self._protocol, self._address = protocol, address
        self._waiting = []
        self._closing = False
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._begin)
        loop.call_soon(_release, waiter)

    def _begin(self):
        if not self._closing:
            self._loop.add_reader(self._fd, self._read_ready)

    def get_protocol(self):
        """The protocol that is told."""
        return self._protocol

    def set_protocol(self, protocol):
        """Let another protocol be told."""
        self._protocol = protocol

    def is_closing(self):
        """Whether it is closed, or is being closed."""
        return self._closing

    def get_write_buffer_size(self):
        """How many bytes wait to be sent."""
        return sum(len(data) for data, _ in self._waiting)

    def _read_ready(self):
        if self._closing:
            return
        try:
            data, address = self._sock.recvfrom(_MOST_AT_ONCE)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as problem:
            self._protocol.error_received(problem)
            return
        self._protocol.datagram_received(data, address)

    def sendto(self, data, addr=None):
        """Send a message."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f"Invalid address: must be None or {self._address}")
            addr = None
        self._waiting.append((bytes(data), addr))
        if len(self._waiting) == 1:
            self._write_ready()
            if self._waiting:
                self._loop.add_writer(self._fd, self._write_ready)

    def _write_ready(self):
        while self._waiting:
            data, address = self._waiting[0]
            try:
                self._sock.send(data) if address is None else self._sock.sendto(data, address)
            except (BlockingIOError, InterruptedError):
                return
            except OSError as problem:
                self._protocol.error_received(problem)
            del self._waiting[0]
        self._loop.remove_writer(self._fd)
        if self._closing:
            self._end(None)

    def close(self):
        """Close it when everything is sent."""
        if not self._closing:
            self._closing = True
            self._loop.remove_reader(self._fd)
            if not self._waiting:
                self._loop.call_soon(self._end, None)

    def abort(self):
        """Close it at once."""
        self._waiting.clear()
        self._loop.remove_writer(self._fd)
        self.close()

    def _end(self, problem):
        if self._sock is not None:
            try:
                self._protocol.connection_lost(problem)
            finally:
                self._sock.close()
                self._sock = self._protocol = None
