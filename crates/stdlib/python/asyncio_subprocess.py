"""Other programs: their input and output as streams."""

import subprocess
from asyncio import events, futures, streams, tasks
from subprocess import DEVNULL, PIPE, STDOUT  # noqa: F401

__all__ = ("create_subprocess_exec", "create_subprocess_shell")

_PIECE = 0.01


class Process:
    """A program that runs."""

    def __init__(self, popen, loop):
        self._popen = popen
        self._loop = loop
        self.stdin = self.stdout = self.stderr = None

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.pid}>"

    pid = property(lambda self: self._popen.pid, doc="The number of its process.")
    returncode = property(lambda self: self._popen.returncode, doc="What it ended with, or None.")

    async def _connect(self, limit):
        """Makes streams of the pipes."""
        loop, popen = self._loop, self._popen
        if popen.stdin is not None:
            protocol = _WriterProtocol(loop=loop)
            transport, _ = await loop.connect_write_pipe(lambda: protocol, popen.stdin)
            self.stdin = streams.StreamWriter(transport, protocol, None, loop)
        for name in "stdout", "stderr":
            pipe = getattr(popen, name)
            if pipe is not None:
                reader = streams.StreamReader(limit=limit, loop=loop)
                protocol = streams.StreamReaderProtocol(reader, loop=loop)
                await loop.connect_read_pipe(lambda: protocol, pipe)
                setattr(self, name, reader)

    async def wait(self):
        """Wait for its end: what it ended with."""
        import os

        if self._popen.poll() is not None:
            return self.returncode
        try:
            fd = os.pidfd_open(self.pid)
        except OSError:
            while self._popen.poll() is None:
                await tasks.sleep(_PIECE)
            return self.returncode
        try:
            while self._popen.poll() is None:
                ended = self._loop.create_future()
                self._loop.add_reader(fd, futures.set_result_unless_done, ended, None)
                try:
                    await ended
                finally:
                    self._loop.remove_reader(fd)
        finally:
            os.close(fd)
        return self.returncode

    def send_signal(self, signal):
        """Send it a signal."""
        if self._popen.poll() is not None:
            raise ProcessLookupError()
        self._popen.send_signal(signal)

    def terminate(self):
        """Ask it to end."""
        self.send_signal(15)

    def kill(self):
        """End it."""
        self.send_signal(9)

    async def communicate(self, input=None):
        """Send something to its input, and read what it prints until its end: output and errors."""

        async def read(stream):
            return None if stream is None else await stream.read()

        feeding = tasks.sleep(0) if self.stdin is None else self._feed(input)
        _, stdout, stderr = await tasks.gather(feeding, read(self.stdout), read(self.stderr))
        await self.wait()
        return stdout, stderr

    async def _feed(self, input):
        try:
            if input:
                self.stdin.write(input)
                await self.stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            # It has ended without reading everything.
            pass
        self.stdin.close()


class _WriterProtocol(streams.FlowControlMixin):
    """What is told of a pipe that is only written."""

    def __init__(self, loop):
        super().__init__(loop)
        self._closed = loop.create_future()

    def connection_lost(self, exc):
        super().connection_lost(exc)
        futures.set_result_unless_done(self._closed, None)


async def _create(args, shell, stdin, stdout, stderr, limit, options):
    for name in "universal_newlines", "text", "encoding", "errors":
        if options.get(name):
            raise ValueError(f"{name} must be {'False' if name in ('universal_newlines', 'text') else 'None'}")
    loop = events.get_running_loop()
    popen = subprocess.Popen(args, 0, stdin=stdin, stdout=stdout, stderr=stderr, shell=shell, **options)
    process = Process(popen, loop)
    await process._connect(limit)
    return process


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=streams._DEFAULT_LIMIT, **kwds):
    """Start a command of the shell."""
    if not isinstance(cmd, (bytes, str)):
        raise ValueError("cmd must be a string")
    return await _create(cmd, True, stdin, stdout, stderr, limit, kwds)


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=streams._DEFAULT_LIMIT,
                                 **kwds):  # fmt: skip
    """Start a program."""
    return await _create([program, *args], False, stdin, stdout, stderr, limit, kwds)
