"""What listens to sockets, and makes a transport of each connection."""

import socket
from asyncio import events, tasks

__all__ = ()


def listening(found, reuse_port, others):
    """A socket with an address to serve; the others are closed if it can't have it."""
    family, kind, proto, _, address = found
    sock = socket.socket(family, kind, proto)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        if family == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        sock.bind(address)
        return sock
    except OSError as problem:
        for each in (sock, *others):
            each.close()
        text = f"error while attempting to bind on address {address!r}: {problem.strerror.lower()}"
        raise OSError(problem.errno, text) from None


class Server(events.AbstractServer):
    """What listens to sockets, and makes a transport of each connection."""

    def __init__(self, loop, sockets, protocol_factory, backlog, tls=None):
        self._loop, self._sockets, self._protocol_factory, self._backlog = loop, sockets, protocol_factory, backlog
        self._tls = tls
        self._clients = set()
        self._waiters = []
        self._is_serving = False
        self._serving_forever = None
        self._path = None

    def __repr__(self):
        return f"<{self.__class__.__name__} sockets={self.sockets!r}>"

    @property
    def sockets(self):
        """The sockets that it listens to."""
        return () if self._sockets is None else tuple(self._sockets)

    def get_loop(self):
        """The loop it belongs to."""
        return self._loop

    def is_serving(self):
        """Whether it serves."""
        return self._is_serving

    def _attach(self, transport):
        self._clients.add(transport)

    def _detach(self, transport):
        self._clients.discard(transport)
        if not self._clients and self._sockets is None:
            self._wake()

    def _wake(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(None)

    def _start_serving(self):
        if self._is_serving:
            return
        self._is_serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._loop.add_reader(sock.fileno(), self._accept, sock)

    def _accept(self, sock):
        for _ in range(self._backlog):
            try:
                connection, _ = sock.accept()
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            self._loop.create_task(self._serve(connection))

    async def _serve(self, connection):
        try:
            await self._loop._carried(connection, self._protocol_factory, self._tls, self)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as problem:
            # Who calls and doesn't get to know us may try again: nobody has to be told.
            if self._loop.get_debug():
                context = {"message": "Error on transport creation for incoming connection", "exception": problem}
                self._loop.call_exception_handler(context)

    def _remember_path(self):
        """Where the socket lies that is to be removed at the end: if it still is the same one then."""
        import os

        path = self._sockets[0].getsockname()
        if path and path[0] not in (0, "\0"):
            try:
                self._path = path, os.stat(path).st_ino
            except OSError:
                pass

    def _remove_path(self):
        import os

        path, number = self._path
        try:
            if os.stat(path).st_ino == number:
                os.unlink(path)
        except FileNotFoundError:
            pass

    def close(self):
        """Stop serving; connections go on."""
        sockets, self._sockets = self._sockets, None
        if sockets is None:
            return
        for sock in sockets:
            self._loop.remove_reader(sock.fileno())
            sock.close()
        self._is_serving = False
        if self._path is not None:
            self._remove_path()
        if self._serving_forever is not None and not self._serving_forever.done():
            self._serving_forever.cancel()
            self._serving_forever = None
        if not self._clients:
            self._wake()

    def close_clients(self):
        """Close all connections."""
        for transport in self._clients.copy():
            transport.close()

    def abort_clients(self):
        """Close all connections at once."""
        for transport in self._clients.copy():
            transport.abort()

    async def start_serving(self):
        """Start to serve."""
        self._start_serving()
        await tasks.sleep(0)

    async def serve_forever(self):
        """Serve until it is cancelled."""
        if self._serving_forever is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._start_serving()
        self._serving_forever = self._loop.create_future()
        try:
            await self._serving_forever
        except BaseException:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever = None

    async def wait_closed(self):
        """Wait until it is closed and all connections are done."""
        if self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter
