"""The exceptions of asyncio."""

__all__ = (
    "BrokenBarrierError", "CancelledError", "IncompleteReadError", "InvalidStateError", "LimitOverrunError",
    "SendfileNotAvailableError", "TimeoutError",
)  # fmt: skip


class CancelledError(BaseException):
    """A task or future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Exception):
    """What was asked can't be done in this state."""


class SendfileNotAvailableError(RuntimeError):
    """The system's way of sending files can't be used here."""


class IncompleteReadError(EOFError):
    """The stream ended before everything that was wanted was there."""

    def __init__(self, partial, expected):
        wanted = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {wanted} expected bytes")
        self.partial = partial
        self.expected = expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """More would have to be kept than the stream's limit allows."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)


class BrokenBarrierError(RuntimeError):
    """The barrier was aborted, or reset while somebody waited."""


