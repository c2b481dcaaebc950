"""What carries bytes: base classes."""

__all__ = (
    "BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport", "SubprocessTransport",
)  # fmt: skip


class BaseTransport:
    """What all transports have."""

    __slots__ = ("_extra",)

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        """Something that is known of it by a name, as 'socket' or 'peername'."""
        return self._extra.get(name, default)

    def is_closing(self):
        """Whether it is closed, or is being closed."""
        raise NotImplementedError

    def close(self):
        """Close it when everything is sent."""
        raise NotImplementedError

    def set_protocol(self, protocol):
        """Let another protocol be told."""
        raise NotImplementedError

    def get_protocol(self):
        """The protocol that is told."""
        raise NotImplementedError


class ReadTransport(BaseTransport):
    """Something that is read."""

    __slots__ = ()

    def is_reading(self):
        """Whether it receives."""
        raise NotImplementedError

    def pause_reading(self):
        """Receive nothing for now."""
        raise NotImplementedError

    def resume_reading(self):
        """Receive again."""
        raise NotImplementedError


class WriteTransport(BaseTransport):
    """Something that is written."""

    __slots__ = ()

    def set_write_buffer_limits(self, high=None, low=None):
        """Set from how many bytes on the protocol is to pause, and go on."""
        raise NotImplementedError

    def get_write_buffer_size(self):
        """How many bytes wait to be sent."""
        raise NotImplementedError

    def get_write_buffer_limits(self):
        """From how many bytes on the protocol goes on, and pauses."""
        raise NotImplementedError

    def write(self, data):
        """Send bytes, soon."""
        raise NotImplementedError

    def writelines(self, list_of_data):
        """Send several pieces of bytes."""
        self.write(b"".join(list_of_data))

    def write_eof(self):
        """Send nothing more."""
        raise NotImplementedError

    def can_write_eof(self):
        """Whether write_eof() works."""
        raise NotImplementedError

    def abort(self):
        """Close it at once."""
        raise NotImplementedError


class Transport(ReadTransport, WriteTransport):
    """Both."""

    __slots__ = ()


class DatagramTransport(BaseTransport):
    """Messages."""

    __slots__ = ()

    def sendto(self, data, addr=None):
        """Send a message."""
        raise NotImplementedError

    def abort(self):
        """Close it at once."""
        raise NotImplementedError


class SubprocessTransport(BaseTransport):
    """Another program."""

    __slots__ = ()

    def get_pid(self):
        """The number of its process."""
        raise NotImplementedError

    def get_returncode(self):
        """What it ended with, or None."""
        raise NotImplementedError

    def get_pipe_transport(self, fd):
        """What carries the bytes of one of its pipes."""
        raise NotImplementedError

    def send_signal(self, signal):
        """Send it a signal."""
        raise NotImplementedError

    def terminate(self):
        """Ask it to end."""
        raise NotImplementedError

    def kill(self):
        """End it."""
        raise NotImplementedError


class _FlowControl(Transport):
    """When a protocol is to pause writing, and when to go on."""

    __slots__ = ("_loop", "_protocol_paused", "_high", "_low")

    def __init__(self, extra=None, loop=None):
        super().__init__(extra)
        self._loop = loop
        self._protocol_paused = False
        self._high, self._low = 64 * 1024, 16 * 1024

    def _tell(self, what, protocol):
        try:
            getattr(protocol, what)()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as problem:
            context = {"message": f"protocol.{what}() failed", "exception": problem, "transport": self}
            self._loop.call_exception_handler({**context, "protocol": protocol})

    def _maybe_pause_protocol(self):
        if self.get_write_buffer_size() > self._high and not self._protocol_paused:
            self._protocol_paused = True
            self._tell("pause_writing", self._protocol)

    def _maybe_resume_protocol(self):
        if self._protocol_paused and self.get_write_buffer_size() <= self._low:
            self._protocol_paused = False
            self._tell("resume_writing", self._protocol)

    def get_write_buffer_limits(self):
        """From how many bytes on the protocol goes on, and pauses."""
        return self._low, self._high

    def set_write_buffer_limits(self, high=None, low=None):
        """Set from how many bytes on the protocol is to pause, and go on."""
        if high is None:
            high = 64 * 1024 if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
        self._high, self._low = high, low
        self._maybe_pause_protocol()
