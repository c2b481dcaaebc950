"""What is told of a connection's events: base classes."""

__all__ = ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol")


class BaseProtocol:
    """What all protocols are told."""

    __slots__ = ()

    def connection_made(self, transport):
        """There is a connection."""

    def connection_lost(self, exc):
        """It is gone: because of an exception, or None."""

    def pause_writing(self):
        """The transport has too much to send."""

    def resume_writing(self):
        """The transport has little left to send."""


class Protocol(BaseProtocol):
    """A stream of bytes."""

    __slots__ = ()

    def data_received(self, data):
        """Some bytes came."""

    def eof_received(self):
        """The other end will send nothing more; something true keeps the connection open."""


class BufferedProtocol(BaseProtocol):
    """A stream of bytes that are received into the protocol's own buffer."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """The buffer for the next bytes."""

    def buffer_updated(self, nbytes):
        """So many bytes were put into it."""

    def eof_received(self):
        """The other end will send nothing more."""


class DatagramProtocol(BaseProtocol):
    """Messages."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """A message came."""

    def error_received(self, exc):
        """Sending or receiving failed."""


class SubprocessProtocol(BaseProtocol):
    """Another program."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """The program has written something."""

    def pipe_connection_lost(self, fd, exc):
        """A pipe to the program is closed."""

    def process_exited(self):
        """The program is at its end."""
