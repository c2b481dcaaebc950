"""Files that are sent through transports."""

from asyncio import protocols

_PIECE = 256 * 1024


class _Sender(protocols.Protocol):
    """Stands for a transport's protocol while a file is sent: it waits where the transport has no room."""

    def __init__(self, loop, transport):
        self._loop, self._transport = loop, transport
        self._before = transport.get_protocol()
        self._reads = transport.is_reading()
        self._pauses = getattr(self._before, "_paused", False)
        transport.pause_reading()
        transport.set_protocol(self)
        self._room = loop.create_future() if self._pauses else None

    def connection_made(self, transport):
        raise RuntimeError("Invalid state: connection should have been established already.")

    def connection_lost(self, exc):
        if self._room is not None and not self._room.done():
            self._room.set_exception(ConnectionError("Connection is closed by peer") if exc is None else exc)
        self._before.connection_lost(exc)

    def pause_writing(self):
        if self._room is None:
            self._room = self._loop.create_future()

    def resume_writing(self):
        if self._room is not None:
            self._room.set_result(False)
            self._room = None

    def data_received(self, data):
        raise RuntimeError("Invalid state: reading should be paused")

    def eof_received(self):
        raise RuntimeError("Invalid state: reading should be paused")

    async def drain(self):
        if self._transport.is_closing():
            raise ConnectionError("Connection closed by peer")
        if self._room is not None:
            await self._room

    def restore(self):
        self._transport.set_protocol(self._before)
        if self._reads:
            self._transport.resume_reading()
        if self._room is not None:
            self._room.cancel()
        if self._pauses:
            self._before.resume_writing()


def check(file, offset, count):
    """What is wrong with the arguments."""
    if "b" not in getattr(file, "mode", "b"):
        raise ValueError("file should be opened in binary mode")
    if count is not None:
        if not isinstance(count, int):
            raise TypeError(f"count must be a positive integer (got {count!r})")
        if count <= 0:
            raise ValueError(f"count must be a positive integer (got {count!r})")
    if not isinstance(offset, int):
        raise TypeError(f"offset must be a non-negative integer (got {offset!r})")
    if offset < 0:
        raise ValueError(f"offset must be a non-negative integer (got {offset!r})")


async def send(loop, file, offset, count, put):
    """Sends what is in a file from an offset on: how many bytes. `put` is a coroutine that sends a piece."""
    if hasattr(file, "seek"):
        file.seek(offset)
    done = 0
    try:
        while count is None or done < count:
            size = _PIECE if count is None else min(_PIECE, count - done)
            data = await loop.run_in_executor(None, file.read, size)
            if not data:
                break
            await put(data)
            done += len(data)
        return done
    finally:
        if done and hasattr(file, "seek"):
            file.seek(offset + done)


async def send_through(loop, transport, file, offset, count):
    """The same, through a transport."""
    sender = _Sender(loop, transport)

    async def put(data):
        await sender.drain()
        transport.write(data)

    try:
        return await send(loop, file, offset, count, put)
    finally:
        sender.restore()
