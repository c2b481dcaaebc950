"""Passwords that aren't shown, and the user's name."""

import os
import sys

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    """Given when a password may be seen while it is typed."""


def getpass(prompt="Password: ", stream=None, *, echo_char=None):
    """Ask for a password on the terminal, without showing what is typed.

    The prompt goes to stream, by default the terminal. echo_char, one ASCII character, is shown for each typed one.
    """
    if echo_char is not None:
        if not isinstance(echo_char, str):
            raise TypeError(f"'echo_char' must be a str or None, not {type(echo_char).__name__}")
        if not (len(echo_char) == 1 and echo_char.isprintable() and echo_char.isascii()):
            raise ValueError(f"'echo_char' must be a single printable ASCII character, got: {echo_char!r}")
    try:
        terminal = open("/dev/tty", "r+b", buffering=0)
    except OSError:
        terminal = None
    with terminal or _Nothing():
        out = stream or terminal or sys.stderr
        where = "</dev/tty" if terminal else ""
        if os.system(f"stty -echo {'-icanon' if echo_char else ''} 2>/dev/null {where}"):
            import warnings

            warnings.warn("Can not control echo on the terminal.", GetPassWarning, stacklevel=2)
            print("Warning: Password input may be echoed.", file=stream or sys.stderr)
            return _ask(prompt, stream or sys.stderr, sys.stdin)
        try:
            return _ask(prompt, out, terminal or sys.stdin, echo_char)
        finally:
            os.system(f"stty echo icanon 2>/dev/null {where}")
            _write(out, "\n")


class _Nothing:
    def __enter__(self):
        return None

    def __exit__(self, *args):
        return None


def _write(stream, text):
    try:
        stream.write(text)
    except TypeError:
        stream.write(text.encode())
    stream.flush()


def _ask(prompt, out, source, echo_char=None):
    """A line, without its end."""
    if prompt:
        _write(out, str(prompt))
    line = source.readline() if echo_char is None else _read_shown(out, source, echo_char)
    if not line:
        raise EOFError
    if isinstance(line, bytes):
        line = line.decode()
    return line.removesuffix("\n")


def _read_shown(out, source, echo_char):
    """A line whose characters are shown as others. The terminal hands over each of them as it is typed."""
    line = b""
    while True:
        key = source.read(1)
        key = key.encode() if isinstance(key, str) else key
        if key in (b"", b"\r", b"\n", b"\4"):
            return line + b"\n" if key in (b"\r", b"\n") else line
        if key in (b"\x7f", b"\b"):
            if line:
                # The last character, which may take several bytes.
                line = line.decode(errors="replace")[:-1].encode()
                _write(out, "\b \b")
        else:
            line += key
            # Further bytes of a character show nothing.
            if key[0] & 0xC0 != 0x80:
                _write(out, echo_char)


def getuser():
    """The name under which the user is logged in: from the environment, or of the process."""
    for name in "LOGNAME", "USER", "LNAME", "USERNAME":
        user = os.environ.get(name)
        if user:
            return user
    try:
        import pwd

        return pwd.getpwuid(os.getuid())[0]
    except (ImportError, KeyError) as error:
        raise OSError("No username set in the environment") from error
