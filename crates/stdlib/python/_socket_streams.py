"""Sockets as streams of bytes."""

import io


class SocketIO(io.RawIOBase):
    """A socket as a stream of bytes."""

    def __init__(self, sock, mode):
        if mode not in ("r", "w", "rw", "rb", "wb", "rwb"):
            raise ValueError(f"invalid mode: {mode!r}")
        self._sock = sock
        self._mode = mode if "b" in mode else mode + "b"
        self._timed_out = False

    mode = property(lambda self: self._mode)
    name = property(lambda self: -1 if self.closed else self.fileno())

    def readinto(self, b):
        """Receive bytes into a buffer: how many, or None where one would have to wait."""
        self._checkClosed()
        self._checkReadable()
        if self._timed_out:
            raise OSError("cannot read from timed out object")
        try:
            return self._sock.recv_into(b)
        except TimeoutError:
            self._timed_out = True
            raise
        except BlockingIOError:
            return None

    def write(self, b):
        """Send bytes: how many, or None where one would have to wait."""
        self._checkClosed()
        self._checkWritable()
        try:
            return self._sock.send(b)
        except BlockingIOError:
            return None

    def readable(self):
        """Whether it was opened for reading."""
        if self.closed:
            raise ValueError("I/O operation on closed socket.")
        return "r" in self._mode

    def writable(self):
        """Whether it was opened for writing."""
        if self.closed:
            raise ValueError("I/O operation on closed socket.")
        return "w" in self._mode

    def seekable(self):
        """False."""
        if self.closed:
            raise ValueError("I/O operation on closed socket.")
        return False

    def fileno(self):
        """The number of the socket."""
        self._checkClosed()
        return self._sock.fileno()

    def close(self):
        """Close the stream; and the socket, if it was closed before."""
        if self.closed:
            return
        io.RawIOBase.close(self)
        self._sock._close_stream()
        self._sock = None


SocketIO.__module__ = "socket"
