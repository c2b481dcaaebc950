"""The lines of several files one after the other: those that the command line names, or standard input.

    for line in fileinput.input():
        print(fileinput.filename(), fileinput.lineno(), line, end="")
"""

import io
import os
import sys
from types import GenericAlias

__all__ = [
    "input", "close", "nextfile", "filename", "lineno", "filelineno", "fileno", "isfirstline", "isstdin", "FileInput",
    "hook_compressed", "hook_encoded",
]  # fmt: skip

_state = None


def input(files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
    """Begin with files: what gives their lines, which the other functions then speak of."""
    global _state
    if _state and _state._file:
        raise RuntimeError("input() already active")
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def close():
    """End it."""
    global _state
    state, _state = _state, None
    if state:
        state.close()


def _active():
    if not _state:
        raise RuntimeError("no active input()")
    return _state


def nextfile():
    """Leave out what is left of this file."""
    return _active().nextfile()


def filename():
    """The name of the file whose line was the last, or None before the first line."""
    return _active().filename()


def lineno():
    """The number of the last line among all lines."""
    return _active().lineno()


def filelineno():
    """The number of the last line in its file."""
    return _active().filelineno()


def fileno():
    """The descriptor of the file, or -1 if none is open."""
    return _active().fileno()


def isfirstline():
    """Whether the last line was the first of its file."""
    return _active().isfirstline()


def isstdin():
    """Whether the last line came from standard input."""
    return _active().isstdin()


class FileInput:
    """The lines of files. With inplace, what is printed meanwhile replaces each file."""

    __class_getitem__ = classmethod(GenericAlias)
    _file = _output = _stdout = _backup_name = None
    _isstdin = False

    def __init__(self, files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
        if isinstance(files, (str, os.PathLike)):
            files = (os.fspath(files),)
        elif files is None:
            files = sys.argv[1:]
        self._files = tuple(files) or ("-",)
        if mode not in ("r", "rb"):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        if openhook:
            if inplace:
                raise ValueError("FileInput cannot use an opening hook in inplace mode")
            if not callable(openhook):
                raise ValueError("FileInput openhook must be callable")
        if encoding is None and "b" not in mode and sys.flags.warn_default_encoding:
            import warnings

            warnings.warn("'encoding' argument not specified.", EncodingWarning, stacklevel=2)
        self._inplace, self._backup, self._mode, self._openhook = inplace, backup, mode, openhook
        self._encoding, self._errors = encoding, errors
        self._filename = self._stdout = None
        self._startlineno = self._filelineno = 0
        self._isstdin = False

    def __del__(self):
        self.close()

    def close(self):
        """Close the file, and leave out all others."""
        try:
            self.nextfile()
        finally:
            self._files = ()

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration

    def nextfile(self):
        """Leave out what is left of this file; an inplace one becomes what was printed."""
        stdout, self._stdout = self._stdout, None
        output, self._output = self._output, None
        file, self._file = self._file, None
        backup, self._backup_name = self._backup_name, None
        try:
            if stdout:
                sys.stdout = stdout
            if output:
                output.close()
        finally:
            try:
                if file and not self._isstdin:
                    file.close()
            finally:
                if backup and not self._backup:
                    try:
                        os.unlink(backup)
                    except OSError:
                        pass
                self._isstdin = False

    def readline(self):
        """The next line; an empty one behind the last file."""
        while True:
            if self._file is None:
                if not self._files:
                    return b"" if "b" in self._mode else ""
                self._open()
            if line := self._file.readline():
                self._filelineno += 1
                return line
            self.nextfile()

    def _open(self):
        """Open the next file."""
        self._filename, *rest = self._files
        self._files = tuple(rest)
        self._startlineno, self._filelineno = self.lineno(), 0
        is_binary = "b" in self._mode
        encoding = None if is_binary else self._encoding or "locale"
        if self._filename == "-":
            self._filename, self._isstdin = "<stdin>", True
            self._file = getattr(sys.stdin, "buffer", sys.stdin) if is_binary else sys.stdin
        elif self._inplace:
            self._open_inplace(is_binary, encoding)
        elif not self._openhook:
            self._file = open(self._filename, self._mode, encoding=encoding, errors=self._errors)
        elif self._encoding is None:
            self._file = self._openhook(self._filename, self._mode)
        else:
            self._file = self._openhook(self._filename, self._mode, encoding=self._encoding, errors=self._errors)

    def _open_inplace(self, is_binary, encoding):
        """Put the file away under another name, and write a new one in its place."""
        self._backup_name = os.fspath(self._filename) + (self._backup or ".bak")
        try:
            os.unlink(self._backup_name)
        except OSError:
            pass
        os.rename(self._filename, self._backup_name)
        self._file = open(self._backup_name, self._mode, encoding=encoding, errors=self._errors)
        try:
            permissions = os.fstat(self._file.fileno()).st_mode
        except OSError:
            permissions = None
        self._output = open(self._filename, "wb" if is_binary else "w", encoding=encoding, errors=self._errors)
        if permissions is not None:
            try:
                os.chmod(self._filename, permissions & 0o777)
            except OSError:
                pass
        self._stdout, sys.stdout = sys.stdout, self._output

    def filename(self):
        """The name of the file whose line was the last."""
        return self._filename

    def lineno(self):
        """The number of the last line among all lines."""
        return self._startlineno + self._filelineno

    def filelineno(self):
        """The number of the last line in its file."""
        return self._filelineno

    def fileno(self):
        """The descriptor of the file, or -1 if none is open."""
        try:
            return self._file.fileno() if self._file else -1
        except ValueError:
            return -1

    def isfirstline(self):
        """Whether the last line was the first of its file."""
        return self._filelineno == 1

    def isstdin(self):
        """Whether the last line came from standard input."""
        return self._isstdin


def hook_compressed(filename, mode, *, encoding=None, errors=None):
    """Open a file, packed with gzip or bzip2 if its name says so."""
    ending = os.path.splitext(filename)[1]
    if ending == ".gz":
        import gzip

        stream = gzip.open(filename, mode)
    elif ending == ".bz2":
        import bz2

        stream = bz2.BZ2File(filename, mode)
    else:
        return open(filename, mode, encoding=None if "b" in mode else encoding or "locale", errors=errors)
    return stream if "b" in mode else io.TextIOWrapper(stream, encoding=encoding or "locale", errors=errors)


def hook_encoded(encoding, errors=None):
    """What opens files in an encoding."""
    return lambda filename, mode: open(filename, mode, encoding=encoding, errors=errors)


def _main():
    import getopt

    inplace, backup = False, False
    options, files = getopt.getopt(sys.argv[1:], "ib:")
    for option, value in options:
        if option == "-i":
            inplace = True
        else:
            backup = value
    for line in input(files, inplace=inplace, backup=backup or ""):
        mark = "*" if isfirstline() else ""
        print(f"{lineno()}: {filename()}[{filelineno()}{mark}] {line.removesuffix(chr(10)).removesuffix(chr(13))}")
    print(f"{lineno()}: {filename()}[{filelineno()}]")


if __name__ == "__main__":
    _main()
