"""Connections that are read and written by coroutines."""

from asyncio import coroutines, events, exceptions, protocols, tasks

__all__ = ("StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server",
           "open_unix_connection", "start_unix_server")  # fmt: skip

_DEFAULT_LIMIT = 2**16


async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwargs):
    """Connect with a service: a reader and a writer."""
    loop = events.get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_connection(lambda: protocol, host, port, **kwargs)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Serve everybody who connects: a function or coroutine gets a reader and a writer for each."""
    loop = events.get_running_loop()
    return await loop.create_server(_protocols(client_connected_cb, limit, loop), host, port, **kwds)


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Connect with a socket of the file system: a reader and a writer."""
    loop = events.get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_unix_connection(lambda: protocol, path, **kwds)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Serve everybody who connects with a socket of the file system."""
    loop = events.get_running_loop()
    return await loop.create_unix_server(_protocols(client_connected_cb, limit, loop), path, **kwds)


def _protocols(callback, limit, loop):
    return lambda: StreamReaderProtocol(StreamReader(limit=limit, loop=loop), callback, loop=loop)


class FlowControlMixin(protocols.Protocol):
    """Lets writers wait while the transport has too much to send."""

    def __init__(self, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._paused = self._connection_lost = False
        self._drain_waiters = []

    def pause_writing(self):
        """The transport has too much to send."""
        self._paused = True

    def resume_writing(self):
        """The transport has little left to send."""
        self._paused = False
        for waiter in self._drain_waiters:
            if not waiter.done():
                waiter.set_result(None)

    def connection_lost(self, exc):
        """The connection is gone."""
        self._connection_lost = True
        if self._paused:
            for waiter in self._drain_waiters:
                if not waiter.done():
                    waiter.set_result(None) if exc is None else waiter.set_exception(exc)

    async def _drain_helper(self):
        if self._connection_lost:
            raise ConnectionResetError("Connection lost")
        if not self._paused:
            return
        waiter = self._loop.create_future()
        self._drain_waiters.append(waiter)
        try:
            await waiter
        finally:
            self._drain_waiters.remove(waiter)


class StreamReaderProtocol(FlowControlMixin):
    """Hands what comes to a reader."""

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop)
        self._stream_reader = stream_reader
        self._client_connected_cb = client_connected_cb
        self._transport = self._task = None
        self._closed = self._loop.create_future()

    def connection_made(self, transport):
        """There is a connection."""
        self._transport = transport
        reader = self._stream_reader
        reader.set_transport(transport)
        callback = self._client_connected_cb
        if callback is None:
            return
        result = callback(reader, StreamWriter(transport, self, reader, self._loop))
        if coroutines.iscoroutine(result):
            self._task = self._loop.create_task(result)
            # Who serves may be at its end only when the connection is gone.
            self._task.add_done_callback(lambda task: self._served(task, transport))

    def _served(self, task, transport):
        if task.cancelled():
            transport.close()
            return
        problem = task.exception()
        if problem is not None:
            context = {"message": "Unhandled exception in client_connected_cb", "exception": problem}
            self._loop.call_exception_handler({**context, "transport": transport})
            transport.close()

    def connection_lost(self, exc):
        """The connection is gone."""
        reader = self._stream_reader
        if exc is None:
            reader.feed_eof()
        else:
            reader.set_exception(exc)
        if not self._closed.done():
            if exc is None:
                self._closed.set_result(None)
            else:
                self._closed.set_exception(exc)
                # Who waits gets it; else nobody has to be told.
                self._closed.exception()
        super().connection_lost(exc)
        self._transport = self._task = None

    def data_received(self, data):
        """Some bytes came."""
        self._stream_reader.feed_data(data)

    def eof_received(self):
        """The other end will send nothing more: writing goes on, but for encrypted connections, which end as a whole."""
        self._stream_reader.feed_eof()
        return self._transport.get_extra_info("sslcontext") is None


def _micro_stream(*args):
    from asyncio import _micro

    return _micro.Stream(*args)


class StreamWriter:
    """What is written to a connection."""

    def __new__(cls, transport, *args, **kwds):
        # MicroPython's programs give a stream, which may be anything that can write.
        if not kwds and (not args or args == (None,)):
            return _micro_stream(transport, *args)
        return super().__new__(cls)

    def __init__(self, transport, protocol, reader, loop):
        self._transport = transport
        self._protocol = protocol
        self._reader = reader
        self._loop = loop

    def __repr__(self):
        parts = [self.__class__.__name__, f"transport={self._transport!r}"]
        if self._reader is not None:
            parts.append(f"reader={self._reader!r}")
        return f"<{' '.join(parts)}>"

    _transport = None

    def __del__(self):
        if self._transport is not None and not self._transport.is_closing():
            import warnings

            if self._loop.is_closed():
                warnings.warn("loop is closed", ResourceWarning)
            else:
                self.close()
                warnings.warn(f"unclosed {self!r}", ResourceWarning)

    transport = property(lambda self: self._transport, doc="What carries the bytes.")

    def write(self, data):
        """Send bytes, soon."""
        self._transport.write(data)

    def writelines(self, data):
        """Send several pieces of bytes."""
        self._transport.writelines(data)

    def write_eof(self):
        """Send nothing more."""
        return self._transport.write_eof()

    def can_write_eof(self):
        """Whether write_eof() works."""
        return self._transport.can_write_eof()

    def close(self):
        """Close the connection when everything is sent."""
        return self._transport.close()

    def is_closing(self):
        """Whether it is closed, or is being closed."""
        return self._transport.is_closing()

    async def wait_closed(self):
        """Wait until it is closed."""
        await self._protocol._closed

    def get_extra_info(self, name, default=None):
        """Something that is known of the connection."""
        return self._transport.get_extra_info(name, default)

    async def drain(self):
        """Wait until there is little left to send."""
        if self._reader is not None:
            problem = self._reader.exception()
            if problem is not None:
                raise problem
        if self._transport.is_closing():
            await tasks.sleep(0)
        await self._protocol._drain_helper()

    async def start_tls(self, sslcontext, *, server_hostname=None, ssl_handshake_timeout=None,
                        ssl_shutdown_timeout=None):  # fmt: skip
        """Encrypt the connection from here on."""
        protocol = self._protocol
        await self.drain()
        transport = await self._loop.start_tls(
            self._transport, protocol, sslcontext, server_side=protocol._client_connected_cb is not None,
            server_hostname=server_hostname, ssl_handshake_timeout=ssl_handshake_timeout,
            ssl_shutdown_timeout=ssl_shutdown_timeout,
        )  # fmt: skip
        self._transport = protocol._transport = transport
        self._reader.set_transport(transport)

    # MicroPython's writers are awaited as well.

    async def aclose(self):
        """Close the connection, and wait until it is closed."""
        self.close()
        await self.wait_closed()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exception):
        await self.aclose()


class StreamReader:
    """What comes from a connection."""

    def __new__(cls, limit=_DEFAULT_LIMIT, *args, **kwds):
        # MicroPython's programs give a stream, which may be anything that can read.
        if hasattr(limit, "read"):
            return _micro_stream(limit, *args, **kwds)
        return super().__new__(cls)

    def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError("Limit cannot be <= 0")
        self._limit = limit
        self._loop = events.get_event_loop() if loop is None else loop
        self._buffer = bytearray()
        self._eof = self._paused = False
        self._waiter = self._exception = self._transport = None

    def __repr__(self):
        parts = ["StreamReader"]
        if self._buffer:
            parts.append(f"{len(self._buffer)} bytes")
        if self._eof:
            parts.append("eof")
        if self._limit != _DEFAULT_LIMIT:
            parts.append(f"limit={self._limit}")
        for name in "_waiter", "_exception", "_transport":
            value = getattr(self, name)
            if value:
                parts.append(f"{name[1:]}={value!r}")
        if self._paused:
            parts.append("paused")
        return f"<{' '.join(parts)}>"

    def exception(self):
        """What went wrong, or None."""
        return self._exception

    def set_exception(self, exc):
        """Something went wrong: whoever reads gets it."""
        self._exception = exc
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_exception(exc)

    def _wake(self):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_result(None)

    def set_transport(self, transport):
        """This is what carries the bytes."""
        self._transport = transport

    def _maybe_resume(self):
        if self._paused and len(self._buffer) <= self._limit:
            self._paused = False
            self._transport.resume_reading()

    def feed_eof(self):
        """Nothing more comes."""
        self._eof = True
        self._wake()

    def at_eof(self):
        """Whether everything was read."""
        return self._eof and not self._buffer

    def feed_data(self, data):
        """Some bytes came."""
        if not data:
            return
        self._buffer += data
        self._wake()
        if self._transport is not None and not self._paused and len(self._buffer) > 2 * self._limit:
            try:
                self._transport.pause_reading()
            except NotImplementedError:
                self._transport = None
            else:
                self._paused = True

    async def _wait(self, name):
        """Waits for bytes, or the end."""
        if self._waiter is not None:
            raise RuntimeError(f"{name}() called while another coroutine is already waiting for incoming data")
        if self._paused:
            self._paused = False
            self._transport.resume_reading()
        self._waiter = self._loop.create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _check(self):
        if self._exception is not None:
            raise self._exception

    def _take(self, count):
        # No view: the buffer could not shrink until the collector took it.
        data = bytes(self._buffer[:count])
        del self._buffer[:count]
        self._maybe_resume()
        return data

    async def readline(self):
        """Read up to the end of a line, or what is left."""
        try:
            return await self.readuntil(b"\n")
        except exceptions.IncompleteReadError as problem:
            return problem.partial
        except exceptions.LimitOverrunError as problem:
            if self._buffer.startswith(b"\n", problem.consumed):
                del self._buffer[: problem.consumed + 1]
            else:
                self._buffer.clear()
            self._maybe_resume()
            raise ValueError(problem.args[0]) from None

    async def readuntil(self, separator=b"\n"):
        """Read up to a separator, or the first of several, which belongs to it."""
        separators = sorted(separator, key=len) if isinstance(separator, tuple) else [separator]
        if not separators:
            raise ValueError("Separator should contain at least one element")
        shortest, longest = len(separators[0]), len(separators[-1])
        if shortest == 0:
            raise ValueError("Separator should be at least one-byte string")
        self._check()
        searched = 0
        while True:
            size = len(self._buffer)
            if size - searched >= shortest:
                found = None
                for each in separators:
                    at = self._buffer.find(each, searched)
                    if at >= 0 and (found is None or at + len(each) < found[1]):
                        found = (at, at + len(each))
                if found is not None:
                    break
                searched = max(0, size + 1 - longest)
                if searched > self._limit:
                    text = "Separator is not found, and chunk exceed the limit"
                    raise exceptions.LimitOverrunError(text, searched)
            if self._eof:
                raise exceptions.IncompleteReadError(self._take(size), None)
            await self._wait("readuntil")
            self._check()
        if found[0] > self._limit:
            raise exceptions.LimitOverrunError("Separator is found, but chunk is longer than limit", found[0])
        return self._take(found[1])

    async def read(self, n=-1):
        """Read what there is, at most so many bytes; without a number everything up to the end."""
        self._check()
        if n == 0:
            return b""
        if n < 0:
            pieces = []
            while piece := await self.read(self._limit):
                pieces.append(piece)
            return b"".join(pieces)
        if not self._buffer and not self._eof:
            await self._wait("read")
            self._check()
        return self._take(n)

    async def readexactly(self, n):
        """Read so many bytes."""
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        self._check()
        while len(self._buffer) < n:
            if self._eof:
                raise exceptions.IncompleteReadError(self._take(len(self._buffer)), n)
            await self._wait("readexactly")
            self._check()
        return self._take(n)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line
