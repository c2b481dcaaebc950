# Commands in the shell: what os loads when a program asks for it.
from os import fdopen, waitpid, waitstatus_to_exitcode
from posix import _start

__name__ = "os"


class _wrap_close:
    """A stream to or from a command; its close() waits for the command and gives its status."""

    def __init__(self, stream, process):
        self._stream = stream
        self._process = process
        self._ended = False

    def close(self):
        self._stream.close()
        if not self._ended:
            self._ended = True
            return waitstatus_to_exitcode(waitpid(self._process, 0)[1]) << 8 or None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def popen(cmd, mode="r", buffering=-1):
    """Start a command in the shell: a stream that reads what it prints, or writes what it reads."""
    if not isinstance(cmd, str):
        raise TypeError(f"invalid cmd type ({type(cmd)}, expected string)")
    if mode not in ("r", "w"):
        raise ValueError(f"invalid mode {mode!r}")
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    process, number = _start(cmd, mode == "w")
    return _wrap_close(fdopen(number, mode, buffering), process)
