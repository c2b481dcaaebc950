"""Programs as transports: a protocol is told of what they print and of their ends."""

import os
import subprocess
import warnings
from asyncio import futures, protocols, tasks, transports

__all__ = ()

# How long is waited between two looks at a program that the system can't tell the end of.
_PIECE = 0.01


class _UnixSubprocessTransport(transports.SubprocessTransport):
    """A program that runs."""

    # Until there is one.
    _closed = True

    def __init__(self, loop, protocol, popen):
        super().__init__({"subprocess": popen})
        self._loop, self._protocol, self._proc = loop, protocol, popen
        self._pid, self._returncode = popen.pid, None
        self._closed = False
        self._waiters = []
        # The pipes' transports by their numbers in the program: None until they are connected.
        self._pipes = {number: None for number, pipe in enumerate(_pipes_of(popen)) if pipe is not None}
        self._lost_pipes = 0
        # What happened before the protocol knows of the program.
        self._early = []

    def __repr__(self):
        parts = [self.__class__.__name__]
        if self._closed:
            parts.append("closed")
        parts.append(f"pid={self._pid}")
        if self._returncode is not None:
            parts.append(f"returncode={self._returncode}")
        elif self._proc is not None:
            parts.append("running")
        for number, name in enumerate(("stdin", "stdout", "stderr")):
            if self._pipes.get(number) is not None:
                parts.append(f"{name}={self._pipes[number]!r}")
        return f"<{' '.join(parts)}>"

    def __del__(self):
        if not self._closed:
            warnings.warn(f"unclosed transport {self!r}", ResourceWarning, source=self)
            self.close()

    async def _connect(self):
        """Makes transports of the pipes, and tells the protocol."""
        loop = self._loop
        loop.create_task(self._watch_end())
        for number, pipe in enumerate(_pipes_of(self._proc)):
            if pipe is not None:
                connect = loop.connect_read_pipe if number else loop.connect_write_pipe
                protocol = (_ReadPipe if number else _WritePipe)(self, number)
                self._pipes[number] = (await connect(lambda: protocol, pipe))[0]
        loop.call_soon(self._protocol.connection_made, self)
        early, self._early = self._early, None
        for callback, args in early:
            loop.call_soon(callback, *args)

    async def _watch_end(self):
        """Waits for the end of the program."""
        popen, loop = self._proc, self._loop
        try:
            fd = os.pidfd_open(self._pid)
        except OSError:
            fd = None
        try:
            while popen.poll() is None:
                if fd is None:
                    await tasks.sleep(_PIECE)
                    continue
                ended = loop.create_future()
                loop.add_reader(fd, futures.set_result_unless_done, ended, None)
                try:
                    await ended
                finally:
                    loop.remove_reader(fd)
        finally:
            if fd is not None:
                os.close(fd)
        self._returncode = popen.returncode
        self._tell(self._protocol.process_exited)
        waiters, self._waiters = self._waiters, None
        for waiter in waiters:
            futures.set_result_unless_done(waiter, self._returncode)
        self._finish_if_over()

    def _tell(self, callback, *args):
        if self._early is not None:
            self._early.append((callback, args))
        else:
            self._loop.call_soon(callback, *args)

    def _pipe_data_received(self, number, data):
        self._tell(self._protocol.pipe_data_received, number, data)

    def _pipe_connection_lost(self, number, problem):
        self._tell(self._protocol.pipe_connection_lost, number, problem)
        self._lost_pipes += 1
        self._finish_if_over()

    def _finish_if_over(self):
        if self._returncode is not None and self._lost_pipes == len(self._pipes):
            self._tell(self._finish)

    def _finish(self):
        try:
            self._protocol.connection_lost(None)
        finally:
            self._loop = self._proc = self._protocol = None

    async def _wait(self):
        if self._returncode is not None:
            return self._returncode
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        return await waiter

    # For programs

    def set_protocol(self, protocol):
        """Let another protocol be told."""
        self._protocol = protocol

    def get_protocol(self):
        """The protocol that is told."""
        return self._protocol

    def is_closing(self):
        """Whether it is closed."""
        return self._closed

    def close(self):
        """Close the pipes, and end the program if it still runs."""
        if self._closed:
            return
        self._closed = True
        for pipe in self._pipes.values():
            # A loop that is closed makes no calls any more.
            if pipe is not None and self._loop is not None and not self._loop.is_closed():
                pipe.close()
        if self._proc is not None and self._returncode is None and self._proc.poll() is None:
            try:
                self._proc.kill()
            except (ProcessLookupError, PermissionError):
                pass

    def get_pid(self):
        """The number of its process."""
        return self._pid

    def get_returncode(self):
        """What it ended with, or None."""
        return self._returncode

    def get_pipe_transport(self, fd):
        """The transport of its input (0), output (1) or errors (2), or None."""
        return self._pipes.get(fd)

    def _check(self):
        if self._proc is None:
            raise ProcessLookupError()

    def send_signal(self, signal):
        """Send it a signal."""
        self._check()
        self._proc.send_signal(signal)

    def terminate(self):
        """Ask it to end."""
        self.send_signal(15)

    def kill(self):
        """End it."""
        self.send_signal(9)


class _WritePipe(protocols.BaseProtocol):
    """Tells a program's transport of its input."""

    def __init__(self, program, number):
        self.proc, self.fd = program, number
        self.pipe = None
        self.disconnected = False

    def __repr__(self):
        return f"<{self.__class__.__name__} fd={self.fd} pipe={self.pipe!r}>"

    def connection_made(self, transport):
        self.pipe = transport

    def connection_lost(self, exc):
        self.disconnected = True
        self.proc._pipe_connection_lost(self.fd, exc)
        self.proc = None

    def pause_writing(self):
        self.proc._protocol.pause_writing()

    def resume_writing(self):
        self.proc._protocol.resume_writing()


class _ReadPipe(_WritePipe, protocols.Protocol):
    """Tells a program's transport of what it prints."""

    def data_received(self, data):
        self.proc._pipe_data_received(self.fd, data)


def _pipes_of(popen):
    return popen.stdin, popen.stdout, popen.stderr


async def start(loop, protocol_factory, args, shell, streams, bufsize, options):
    """Starts a program: its transport and its protocol."""
    names = ("universal_newlines", False), ("text", False), ("encoding", None), ("errors", None)
    for name, wanted in names:
        if options.pop(name, wanted):
            raise ValueError(f"{name} must be {wanted}")
    if bufsize != 0:
        raise ValueError("bufsize must be 0")
    protocol = protocol_factory()
    popen = subprocess.Popen(args, 0, None, *streams, shell=shell, **options)
    transport = _UnixSubprocessTransport(loop, protocol, popen)
    try:
        await transport._connect()
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException:
        transport.close()
        await transport._wait()
        raise
    return transport, protocol
