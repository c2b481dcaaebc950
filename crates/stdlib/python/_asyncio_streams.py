"""Streams of a board's asyncio: a UART, the console, or what has read, write and ioctl as MicroPython's streams."""

from asyncio import get_running_loop, sleep

_READ, _WRITE = 1, 4


class Stream:
    """A stream that is read and written by coroutines."""

    def __init__(self, s, e=None):
        self.s = s
        self.e = e
        self._left = b""

    def get_extra_info(self, v):
        """What is known of the stream."""
        return self.e[v]

    def _take(self, wanted):
        """What there is, without waiting: the console only gives as much as was asked for."""
        return self.s.read(wanted) if hasattr(self.s, "ioctl") else self.s.read(1)

    async def read(self, n=-1):
        """What there is, at most so many bytes; without a number everything up to the end."""
        pieces = []
        while True:
            await get_running_loop()._until_ready(self.s, _READ)
            piece = self._take(n)
            if piece is not None:
                if n >= 0:
                    return piece
                if not piece:
                    return piece.join(pieces)
                pieces.append(piece)

    async def readinto(self, buf):
        """Read into a buffer: how many bytes."""
        await get_running_loop()._until_ready(self.s, _READ)
        return self.s.readinto(buf)

    async def readexactly(self, n):
        """So many bytes."""
        pieces = []
        piece = b""
        while n > 0:
            piece = await self.read(n)
            if not piece:
                raise EOFError
            pieces.append(piece)
            n -= len(piece)
        return piece[:0].join(pieces)

    async def readline(self):
        """A line, or what is left of one at the end."""
        pieces = []
        while True:
            await get_running_loop()._until_ready(self.s, _READ)
            piece = self.s.readline() if hasattr(self.s, "ioctl") else self.s.read(1)
            if piece is not None:
                pieces.append(piece)
                if not piece or piece[-1] in (10, "\n"):
                    return piece[:0].join(pieces)

    def write(self, buf):
        """Write what fits; drain() writes the rest."""
        if not self._left:
            written = self.s.write(buf)
            if written == len(buf):
                return
            buf = buf[written or 0 :]
        self._left += bytes(buf)

    async def drain(self):
        """Wait until everything is written."""
        if not self._left:
            await sleep(0)
        while self._left:
            await get_running_loop()._until_ready(self.s, _WRITE)
            self._left = self._left[self.s.write(self._left) or 0 :]

    def close(self):
        """Nothing to do before wait_closed()."""

    async def wait_closed(self):
        """Close the stream."""
        self.s.close()

    async def aclose(self):
        """Close the stream."""
        self.s.close()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exception):
        self.s.close()


StreamReader = StreamWriter = Stream


async def open_connection(*args, **kwargs):
    """Connect with a service: a board without a network says that it has no sockets."""
    import socket  # noqa: F401


start_server = open_connection
