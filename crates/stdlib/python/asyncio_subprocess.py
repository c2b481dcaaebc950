"""Other programs: their input and output as streams."""

from asyncio import events, protocols, streams, tasks
from subprocess import DEVNULL, PIPE, STDOUT  # noqa: F401

__all__ = ("create_subprocess_exec", "create_subprocess_shell")


class SubprocessStreamProtocol(streams.FlowControlMixin, protocols.SubprocessProtocol):
    """Makes streams of what a program's transport tells."""

    def __init__(self, limit, loop):
        super().__init__(loop)
        self._limit = limit
        self.stdin = self.stdout = self.stderr = None
        self._transport = None
        self._process_exited = False
        # The readers that are not at their ends.
        self._open = set()
        self._closed = loop.create_future()

    def __repr__(self):
        parts = [self.__class__.__name__]
        for name in "stdin", "stdout", "stderr":
            if (stream := getattr(self, name)) is not None:
                parts.append(f"{name}={stream!r}")
        return f"<{' '.join(parts)}>"

    def connection_made(self, transport):
        """The program runs, and its pipes are there."""
        self._transport = transport
        for number, name in (1, "stdout"), (2, "stderr"):
            pipe = transport.get_pipe_transport(number)
            if pipe is not None:
                reader = streams.StreamReader(limit=self._limit, loop=self._loop)
                reader.set_transport(pipe)
                setattr(self, name, reader)
                self._open.add(number)
        pipe = transport.get_pipe_transport(0)
        if pipe is not None:
            self.stdin = streams.StreamWriter(pipe, self, None, self._loop)

    def pipe_data_received(self, fd, data):
        """It has printed something."""
        reader = self.stdout if fd == 1 else self.stderr
        if reader is not None:
            reader.feed_data(data)

    def pipe_connection_lost(self, fd, exc):
        """One of its pipes is gone."""
        if fd == 0:
            if self.stdin is not None:
                self.stdin.close()
            self.connection_lost(exc)
            if exc is None:
                self._closed.set_result(None)
            else:
                self._closed.set_exception(exc)
                # Who waits gets it; else nobody has to be told.
                self._closed.exception()
            return
        reader = self.stdout if fd == 1 else self.stderr
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        self._open.discard(fd)
        self._close_at_end()

    def process_exited(self):
        """It has ended."""
        self._process_exited = True
        self._close_at_end()

    def _close_at_end(self):
        if not self._open and self._process_exited and self._transport is not None:
            self._transport.close()
            self._transport = None


class Process:
    """A program that runs."""

    def __init__(self, transport, protocol, loop):
        self._transport, self._protocol, self._loop = transport, protocol, loop
        self.stdin, self.stdout, self.stderr = protocol.stdin, protocol.stdout, protocol.stderr
        self.pid = transport.get_pid()

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.pid}>"

    returncode = property(lambda self: self._transport.get_returncode(), doc="What it ended with, or None.")

    async def wait(self):
        """Wait for its end: what it ended with."""
        return await self._transport._wait()

    def send_signal(self, signal):
        """Send it a signal."""
        self._transport.send_signal(signal)

    def terminate(self):
        """Ask it to end."""
        self._transport.terminate()

    def kill(self):
        """End it."""
        self._transport.kill()

    async def communicate(self, input=None):
        """Send something to its input, and read what it prints until its end: output and errors."""

        async def read(stream, number):
            if stream is None:
                return None
            data = await stream.read()
            self._transport.get_pipe_transport(number).close()
            return data

        feeding = tasks.sleep(0) if self.stdin is None else self._feed(input)
        _, stdout, stderr = await tasks.gather(feeding, read(self.stdout, 1), read(self.stderr, 2))
        await self.wait()
        return stdout, stderr

    async def _feed(self, input):
        try:
            if input is not None:
                self.stdin.write(input)
                await self.stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            # It has ended without reading everything.
            pass
        self.stdin.close()


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=streams._DEFAULT_LIMIT, **kwds):
    """Start a command of the shell."""
    loop = events.get_running_loop()
    made = await loop.subprocess_shell(
        lambda: SubprocessStreamProtocol(limit, loop), cmd, stdin=stdin, stdout=stdout, stderr=stderr, **kwds
    )
    return await _process(*made, loop)


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=streams._DEFAULT_LIMIT,
                                 **kwds):  # fmt: skip
    """Start a program."""
    loop = events.get_running_loop()
    made = await loop.subprocess_exec(
        lambda: SubprocessStreamProtocol(limit, loop), program, *args, stdin=stdin, stdout=stdout, stderr=stderr, **kwds
    )
    return await _process(*made, loop)


async def _process(transport, protocol, loop):
    while protocol._transport is None and not transport.is_closing() and not protocol._process_exited:
        # The protocol is told in the loop's next round.
        await tasks.sleep(0)
    return Process(transport, protocol, loop)
