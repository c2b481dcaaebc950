"""Other programs: starting them, talking to them, and what they ended with."""

import io
import os
import select
import time
from posix import _start_program

__all__ = ["Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run",
           "CalledProcessError", "DEVNULL", "SubprocessError", "TimeoutExpired", "CompletedProcess"]  # fmt: skip

PIPE, STDOUT, DEVNULL = -1, -2, -3

_BUFFER = 32768
# How long is waited between two looks at a process that can't be waited for.
_PIECE = 0.01


class SubprocessError(Exception):
    """What goes wrong with other programs."""


def _set_output(self, value):
    self.output = value


# The attribute stdout of errors.
_stdout = property(lambda self: self.output, _set_output, doc="What it has printed.")


class CalledProcessError(SubprocessError):
    """A program did not end well."""

    stdout = _stdout

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            name = _signal_name(-self.returncode)
            if name is None:
                return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
            return f"Command '{self.cmd}' died with {name}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."


_SIGNALS = {
    1: "SIGHUP", 2: "SIGINT", 3: "SIGQUIT", 4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT", 7: "SIGBUS", 8: "SIGFPE",
    9: "SIGKILL", 10: "SIGUSR1", 11: "SIGSEGV", 12: "SIGUSR2", 13: "SIGPIPE", 14: "SIGALRM", 15: "SIGTERM",
}  # fmt: skip


def _signal_name(number):
    name = _SIGNALS.get(number)
    return name and f"<Signals.{name}: {number}>"


class TimeoutExpired(SubprocessError):
    """A program took too long."""

    stdout = _stdout

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"


class CompletedProcess:
    """What became of a program."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        parts = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
        if self.stdout is not None:
            parts.append(f"stdout={self.stdout!r}")
        if self.stderr is not None:
            parts.append(f"stderr={self.stderr!r}")
        return f"{type(self).__name__}({', '.join(parts)})"

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)

    def check_returncode(self):
        """Raise a CalledProcessError if it did not end well."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


class Popen:
    """A program that runs."""

    _started = False
    pid = returncode = None
    stdin = stdout = stderr = None

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                 creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None,
                 extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1,
                 process_group=None):  # fmt: skip
        _collect()
        if bufsize is None:
            bufsize = -1
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        if startupinfo is not None:
            raise ValueError("startupinfo is only supported on Windows platforms")
        if creationflags != 0:
            raise ValueError("creationflags is only supported on Windows platforms")
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError(
                "Cannot disambiguate when both text and universal_newlines are supplied but different. Pass one or the other."
            )
        if preexec_fn is not None or extra_groups is not None:
            raise NotImplementedError("preexec_fn and extra_groups need a process that has not become the program yet")
        if pass_fds and not close_fds:
            import warnings

            warnings.warn("pass_fds overriding close_fds.", RuntimeWarning, stacklevel=2)
            close_fds = True
        self.args = args
        self.encoding, self.errors = encoding, errors
        self.text_mode = encoding or errors or text or universal_newlines
        self._input = None
        # The ends of pipes and files that are the program's, to be closed here; and those that are ours.
        theirs, ours = [], []
        try:
            streams = self._streams((stdin, stdout, stderr), theirs, ours)
            if start_new_session and process_group is None:
                process_group = 0
            owners = _owner(user, "user", "pwd"), _owner(group, "group", "grp")
            before = os.umask(umask) if umask >= 0 else None
            try:
                files = tuple(pass_fds) if close_fds else None
                self._start(args, executable, shell, cwd, env, streams, process_group, files, owners)
            finally:
                if before is not None:
                    os.umask(before)
        except BaseException:
            for fd in ours:
                os.close(fd)
            raise
        finally:
            for fd in theirs:
                os.close(fd)
        ours = iter(ours)
        if stdin == PIPE:
            self.stdin = self._stream(next(ours), "wb", bufsize)
        if stdout == PIPE:
            self.stdout = self._stream(next(ours), "rb", bufsize)
        if stderr == PIPE:
            self.stderr = self._stream(next(ours), "rb", bufsize)

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)

    def _streams(self, wanted, theirs, ours):
        """The program's three streams: numbers of files, or None for those of this program."""
        streams = []
        for index, stream in enumerate(wanted):
            if stream == PIPE:
                ends = os.pipe()
                theirs.append(ends[index > 0])
                ours.append(ends[index == 0])
                streams.append(ends[index > 0])
            elif stream == DEVNULL:
                fd = os.open(os.devnull, os.O_RDWR)
                theirs.append(fd)
                streams.append(fd)
            elif stream == STDOUT and index < 2:
                raise ValueError("STDOUT can only be used for stderr")
            elif stream == STDOUT:
                streams.append(1 if streams[1] is None else streams[1])
            elif stream is None or isinstance(stream, int):
                streams.append(stream)
            else:
                if index:
                    stream.flush()
                streams.append(stream.fileno())
        return streams

    def _stream(self, fd, mode, bufsize):
        if self.text_mode and bufsize == 1:
            lines, bufsize = True, -1
        else:
            lines = False
        stream = open(fd, mode, bufsize)
        if self.text_mode:
            stream = io.TextIOWrapper(
                stream, encoding=self.encoding, errors=self.errors, write_through=mode == "wb", line_buffering=lines
            )
        return stream

    def _start(self, args, executable, shell, cwd, env, streams, process_group, files, owners):
        if isinstance(args, (str, bytes)):
            args = [args]
        elif hasattr(args, "__fspath__"):
            if shell:
                raise TypeError("path-like args is not allowed when shell is true")
            args = [args]
        else:
            args = list(args)
        if shell:
            args = ["/bin/sh", "-c", *args]
            if executable:
                args[0] = executable
        if executable is None:
            executable = args[0]
        variables = []
        for name, value in (os.environ if env is None else env).items():
            name, value = os.fsencode(name), os.fsencode(value)
            if b"=" in name:
                raise ValueError("illegal environment variable name")
            variables += (name, value)
        executable = os.fsencode(executable)
        cwd = None if cwd is None else os.fsencode(cwd)
        paths = [executable]
        if b"/" not in executable:
            paths = [os.path.join(os.fsencode(folder), executable) for folder in os.get_exec_path(env)]
        problem = None
        for path in paths:
            try:
                self.pid = _start_program(path, args, variables, cwd, streams, process_group, files, *owners)
                self._started = True
                return
            except OSError as error:
                # As execvp(3): what can't be run there may be found elsewhere.
                if error.errno not in (2, 20) and problem is None:
                    problem = error
        number = 2 if problem is None else problem.errno
        place = executable
        if cwd is not None and not os.path.isdir(cwd):
            number, place = (20 if os.path.exists(cwd) else 2), os.fsdecode(cwd)
        raise OSError(number, os.strerror(number), os.fsdecode(place)) from None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        for stream in (self.stdout, self.stderr):
            if stream:
                stream.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            if kind is not KeyboardInterrupt:
                self.wait()

    def __del__(self):
        if self._started and self.returncode is None:
            import warnings

            warnings.warn(f"subprocess {self.pid} is still running", ResourceWarning, source=self)
            if self.poll() is None:
                _active.append(self)

    def __repr__(self):
        args = self.args if isinstance(self.args, (str, bytes)) else list(self.args)
        text = f"<{type(self).__name__}: returncode: {self.returncode} args: {args!r}>"
        return text if len(text) <= 80 else text[:76] + "...>"

    @property
    def universal_newlines(self):
        """Whether its streams are text."""
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, value):
        self.text_mode = bool(value)

    # The end

    def poll(self):
        """What it ended with, or None while it runs."""
        if self.returncode is None:
            try:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
            except ChildProcessError:
                # Somebody else has waited for it.
                self.returncode = 0
                return 0
            if pid == self.pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def wait(self, timeout=None):
        """Wait for its end: what it ended with. Other threads go on meanwhile."""
        if self.poll() is not None:
            return self.returncode
        end = None if timeout is None else time.monotonic() + timeout
        try:
            fd = os.pidfd_open(self.pid)
        except OSError:
            fd = None
        try:
            while self.poll() is None:
                left = _left(end)
                if left is not None and left <= 0:
                    raise TimeoutExpired(self.args, timeout)
                if fd is None:
                    time.sleep(_PIECE if left is None else min(_PIECE, left))
                else:
                    select.select([fd], [], [], left)
        finally:
            if fd is not None:
                os.close(fd)
        return self.returncode

    def send_signal(self, sig):
        """Send it a signal, if it still runs."""
        if self.poll() is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        """Ask it to end."""
        self.send_signal(15)

    def kill(self):
        """End it."""
        self.send_signal(9)

    # Talking to it

    def communicate(self, input=None, timeout=None):
        """Send something to its input, and read what it prints until its end: output and errors."""
        if self._input is not None and input:
            raise ValueError("Cannot send input after starting communication")
        end = None if timeout is None else time.monotonic() + timeout
        if self._input is None:
            if self.stdin and self.text_mode and input:
                input = input.encode(self.stdin.encoding, self.stdin.errors)
            self._input = memoryview(input or b"").cast("B")
            self._output = {stream: [] for stream in (self.stdout, self.stderr) if stream}
            if self.stdin:
                try:
                    self.stdin.flush()
                except BrokenPipeError:
                    pass
        self._exchange(end, timeout)
        try:
            self.wait(_left(end))
        except TimeoutExpired:
            self._expire(timeout)
        return tuple([self._text(stream) if stream else None for stream in (self.stdout, self.stderr)])

    def _exchange(self, end, timeout):
        """Writes and reads until everything is written and the other end of each pipe is closed."""
        if self.stdin and not self._input:
            self._close_stdin()
        poller = select.poll()
        if self.stdin and not self.stdin.closed:
            os.set_blocking(self.stdin.fileno(), False)
            poller.register(self.stdin, select.POLLOUT)
        readers = {stream.fileno(): stream for stream in self._output if not stream.closed}
        for fd in readers:
            poller.register(fd, select.POLLIN)
        while readers or (self.stdin and not self.stdin.closed):
            left = _left(end)
            if left is not None and left <= 0:
                self._expire(timeout)
            for fd, _ in poller.poll(None if left is None else left * 1000):
                if fd in readers:
                    data = os.read(fd, _BUFFER)
                    self._output[readers[fd]].append(data)
                    if not data:
                        poller.unregister(fd)
                        readers.pop(fd).close()
                else:
                    self._write(poller, fd)

    def _write(self, poller, fd):
        try:
            self._input = self._input[os.write(fd, self._input[:_BUFFER]) :]
        except BlockingIOError:
            return
        except BrokenPipeError:
            self._input = memoryview(b"")
        if not self._input:
            poller.unregister(fd)
            self._close_stdin()

    def _close_stdin(self):
        try:
            self.stdin.close()
        except BrokenPipeError:
            pass

    def _expire(self, timeout):
        found = [b"".join(self._output[stream]) or None if stream else None for stream in (self.stdout, self.stderr)]
        raise TimeoutExpired(self.args, timeout, *found)

    def _text(self, stream):
        data = b"".join(self._output[stream])
        if not self.text_mode:
            return data
        text = data.decode(stream.encoding, stream.errors)
        return text.replace("\r\n", "\n").replace("\r", "\n")


# Programs that nobody holds any more and that still run: their ends are looked for when others are started.
_active = []


def _collect():
    _active[:] = [process for process in _active if process.poll() is None]


def _owner(owner, what, module):
    """The number of a user or a group that a program is to belong to, or None."""
    if owner is None:
        return None
    if isinstance(owner, str):
        entry = getattr(__import__(module), "getpwnam" if what == "user" else "getgrnam")(owner)
        return entry[2]
    if not isinstance(owner, int):
        raise TypeError(f"{what.title()} must be a string or an integer, not {type(owner)}")
    if owner < 0:
        raise ValueError(f"{what.title()} ID cannot be negative, got {owner}")
    return owner


def _left(end):
    """Seconds to a time, or None if there is none."""
    return None if end is None else max(end - time.monotonic(), 0)


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Run a program to its end: a CompletedProcess."""
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except:
            process.kill()
            process.wait()
            raise
        if check and process.returncode:
            raise CalledProcessError(process.returncode, process.args, stdout, stderr)
    return CompletedProcess(process.args, process.returncode, stdout, stderr)


def call(*popenargs, timeout=None, **kwargs):
    """Run a program to its end: what it ended with."""
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except:
            process.kill()
            process.wait()
            raise


def check_call(*popenargs, **kwargs):
    """Run a program to its end, which has to be a good one."""
    returncode = call(*popenargs, **kwargs)
    if returncode:
        raise CalledProcessError(returncode, kwargs.get("args") or popenargs[0])
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """Run a program to its end, which has to be a good one: what it has printed."""
    for name in "stdout", "check":
        if name in kwargs:
            raise ValueError(f"{name} argument not allowed, it will be overridden.")
    if "input" in kwargs and kwargs["input"] is None:
        text = any(kwargs.get(name) for name in ("universal_newlines", "text", "encoding", "errors"))
        kwargs["input"] = "" if text else b""
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """Run a command of the shell: what it ended with, and what it has printed, without the last line's end."""
    try:
        data = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
        status = 0
    except CalledProcessError as problem:
        data, status = problem.output, problem.returncode
    return status, data.removesuffix("\n")


def getoutput(cmd, *, encoding=None, errors=None):
    """Run a command of the shell: what it has printed, without the last line's end."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def list2cmdline(seq):
    """Arguments as one text, as Windows takes them apart."""
    words = []
    for word in map(os.fsdecode, seq):
        quoted = not word or " " in word or "\t" in word
        text = ""
        slashes = 0
        for character in word:
            if character == "\\":
                slashes += 1
                continue
            if character == '"':
                slashes = slashes * 2 + 1
            text += "\\" * slashes + character
            slashes = 0
        text += "\\" * (slashes * 2 if quoted else slashes)
        words.append(f'"{text}"' if quoted else text)
    return " ".join(words)
