"""The event loop with sockets: it waits for all of them at once."""

import select
import socket
from asyncio import events, futures, tasks
from asyncio.base_events import _LONGEST, BaseEventLoop
from asyncio.socket_transports import MessageTransport, PipeTransport, SocketTransport
from selectors import _number

__all__ = ()

_READ, _WRITE = 0, 1
_MASKS = (select.POLLIN, select.POLLOUT)
# What belongs to neither direction is told to both.
_BOTH = select.POLLERR | select.POLLHUP | select.POLLNVAL


class EventLoop(BaseEventLoop):
    """An event loop."""

    def __init__(self):
        super().__init__()
        self._poll = select.poll()
        # The calls for reading and for writing, by numbers of files.
        self._files = {}
        # What ends a wait for files: from another thread one end is written, the other one is among the files.
        self._waker = None
        # The calls for signals, by their numbers.
        self._signal_handlers = {}

    # Readiness

    def _wait(self, seconds):
        if not self._files:
            super()._wait(seconds)
            return
        for fd, events in self._poll.poll(-(-seconds * 1000 // 1)):
            handles = self._files.get(fd)
            if handles is None:
                try:
                    self._waker[0].recv(4096)
                except BlockingIOError:
                    pass
                continue
            for which in _READ, _WRITE:
                if handles[which] is not None and events & (_MASKS[which] | _BOTH):
                    self._ready.append(handles[which])

    def _wake(self):
        super()._wake()
        if self._waker is not None:
            try:
                self._waker[1].send(b"\0")
            except BlockingIOError:
                # Enough was written.
                pass

    def _watch(self, which, file, callback, args):
        self._check_closed()
        if self._waker is None:
            self._waker = socket.socketpair()
            for end in self._waker:
                end.setblocking(False)
            self._poll.register(self._waker[0].fileno(), select.POLLIN)
        fd = _number(file)
        handle = events.Handle(callback, args, self)
        handles = self._files.setdefault(fd, [None, None])
        if handles[which] is not None:
            handles[which].cancel()
        handles[which] = handle
        self._poll.register(fd, sum(mask for mask, handle in zip(_MASKS, handles) if handle is not None))
        return handle

    def _unwatch(self, which, file):
        if self._closed:
            return False
        fd = _number(file)
        handles = self._files.get(fd)
        if handles is None or handles[which] is None:
            return False
        handles[which].cancel()
        handles[which] = None
        if handles[1 - which] is None:
            del self._files[fd]
            self._poll.unregister(fd)
        else:
            self._poll.register(fd, _MASKS[1 - which])
        return True

    def add_reader(self, fd, callback, *args):
        """Call a function whenever a file can be read."""
        self._watch(_READ, fd, callback, args)

    def remove_reader(self, fd):
        """Call nothing any more when it can be read: whether there was something."""
        return self._unwatch(_READ, fd)

    def add_writer(self, fd, callback, *args):
        """Call a function whenever a file can be written."""
        self._watch(_WRITE, fd, callback, args)

    def remove_writer(self, fd):
        """Call nothing any more when it can be written: whether there was something."""
        return self._unwatch(_WRITE, fd)

    def add_signal_handler(self, sig, callback, *args):
        """Call a function in the loop when a signal comes."""
        from asyncio import _signals

        _signals.add(self, sig, callback, args)

    def remove_signal_handler(self, sig):
        """Call nothing any more when a signal comes: whether there was something."""
        from asyncio import _signals

        return _signals.remove(self, sig)

    def close(self):
        """Close it: nothing is called any more."""
        for sig in list(self._signal_handlers):
            self.remove_signal_handler(sig)
        super().close()
        if self._waker is not None:
            for end in self._waker:
                end.close()
            self._waker = None
        self._files.clear()

    # Sockets

    async def _when_ready(self, which, sock, function, *args):
        """What an operation on a socket gives, as soon as it need not wait."""
        if sock.gettimeout() != 0:
            raise ValueError("the socket must be non-blocking")
        while True:
            try:
                return function(*args)
            except (BlockingIOError, InterruptedError):
                pass
            await self._until_ready(which, sock)

    async def _until_ready(self, which, sock):
        future = self.create_future()
        fd = sock.fileno()
        self._watch(which, fd, futures.set_result_unless_done, (future, None))
        try:
            await future
        finally:
            self._unwatch(which, fd)

    async def sock_recv(self, sock, nbytes):
        """Receive at most so many bytes."""
        return await self._when_ready(_READ, sock, sock.recv, nbytes)

    async def sock_recv_into(self, sock, buf):
        """Receive bytes into a buffer: how many."""
        return await self._when_ready(_READ, sock, sock.recv_into, buf)

    async def sock_recvfrom(self, sock, bufsize):
        """Receive a message, and where it comes from."""
        return await self._when_ready(_READ, sock, sock.recvfrom, bufsize)

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        """Receive a message into a buffer: how many bytes, and where it comes from."""
        return await self._when_ready(_READ, sock, sock.recvfrom_into, buf, nbytes or len(buf))

    async def sock_sendall(self, sock, data):
        """Send all of the bytes."""
        left = memoryview(data).cast("B")
        while left:
            left = left[await self._when_ready(_WRITE, sock, sock.send, left) :]

    async def sock_sendto(self, sock, data, address):
        """Send a message: how many bytes."""
        return await self._when_ready(_WRITE, sock, sock.sendto, data, address)

    async def sock_accept(self, sock):
        """Wait for somebody who connects: a socket, and the address of the other end."""
        connection, address = await self._when_ready(_READ, sock, sock.accept)
        connection.setblocking(False)
        return connection, address

    async def sock_connect(self, sock, address):
        """Connect a socket."""
        if sock.gettimeout() != 0:
            raise ValueError("the socket must be non-blocking")
        try:
            return sock.connect(address)
        except BlockingIOError:
            pass
        await self._until_ready(_WRITE, sock)
        number = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if number:
            raise OSError(number, f"Connect call failed {address}")

    async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=None):
        """Send what is in a file from an offset on: how many bytes."""
        file.seek(offset)
        data = file.read() if count is None else file.read(count)
        await self.sock_sendall(sock, data)
        return len(data)

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        """All ways to reach a service of a host."""
        return socket.getaddrinfo(host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        """The names of a host and of a service."""
        return socket.getnameinfo(sockaddr, flags)

    # Connections

    async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                                sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                                ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None,
                                all_errors=False):  # fmt: skip
        """Connect with a service: a transport and a protocol."""
        tls = _client_tls(ssl, server_hostname, host, ssl_handshake_timeout, ssl_shutdown_timeout)
        if sock is None:
            if host is None and port is None:
                raise ValueError("host and port was not specified and no sock specified")
            sock = await self._connected(host, port, family, proto, flags, local_addr, all_errors)
        elif host is not None or port is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        elif sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A Stream Socket was expected, got {sock!r}")
        return await self._carried(sock, protocol_factory, tls)

    async def _connected(self, host, port, family, proto, flags, local_addr, all_errors):
        """A socket that is connected with the first of a service's addresses that answers."""
        found = await self.getaddrinfo(host, port, family=family, type=socket.SOCK_STREAM, proto=proto, flags=flags)
        if not found:
            raise OSError("getaddrinfo() returned empty list")
        errors = []
        for family, kind, proto, _, address in found:
            sock = socket.socket(family, kind, proto)
            try:
                sock.setblocking(False)
                if local_addr is not None:
                    sock.bind(local_addr)
                await self.sock_connect(sock, address)
                return sock
            except OSError as problem:
                sock.close()
                errors.append(problem)
            except:
                sock.close()
                raise
        try:
            if all_errors:
                raise ExceptionGroup("create_connection failed", errors)
            if len({str(problem) for problem in errors}) == 1:
                raise errors[0]
            raise OSError(f"Multiple exceptions: {', '.join(map(str, errors))}")
        finally:
            errors = None

    async def _carried(self, sock, protocol_factory, tls=None, server=None):
        """A transport and a protocol for a socket that is connected."""
        sock.setblocking(False)
        protocol = protocol_factory()
        waiter = self.create_future()
        if tls is None:
            transport = SocketTransport(self, sock, protocol, waiter, None, server)
        else:
            from asyncio.sslproto import SSLProtocol

            between = SSLProtocol(self, protocol, tls, waiter)
            SocketTransport(self, sock, between, None, None, server)
            transport = between.transport
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol

    async def start_tls(self, transport, protocol, sslcontext, *, server_side=False, server_hostname=None,
                        ssl_handshake_timeout=None, ssl_shutdown_timeout=None):  # fmt: skip
        """Encrypt a connection from here on: the transport for that."""
        from asyncio.sslproto import encrypted, settings

        seconds = ssl_handshake_timeout, ssl_shutdown_timeout
        wrong = f"sslcontext is expected to be an instance of ssl.SSLContext, got {sslcontext!r}"
        tls = settings(sslcontext, server_side, server_hostname, *seconds, wrong)
        return await encrypted(self, transport, protocol, tls)

    async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                     ssl_handshake_timeout=None, ssl_shutdown_timeout=None):  # fmt: skip
        """Connect with a socket of the file system: a transport and a protocol."""
        if ssl and server_hostname is None:
            raise ValueError("you have to pass server_hostname when using ssl")
        tls = _client_tls(ssl, server_hostname, None, ssl_handshake_timeout, ssl_shutdown_timeout)
        if path is not None:
            if sock is not None:
                raise ValueError("path and sock can not be specified at the same time")
            sock = socket.socket(socket.AF_UNIX)
            try:
                sock.setblocking(False)
                await self.sock_connect(sock, getattr(path, "__fspath__", lambda: path)())
            except:
                sock.close()
                raise
        elif sock is None:
            raise ValueError("no path and sock were specified")
        return await self._carried(sock, protocol_factory, tls)

    async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                      ssl_shutdown_timeout=None):  # fmt: skip
        """A transport and a protocol for a connection that somebody else accepted."""
        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A Stream Socket was expected, got {sock!r}")
        tls = _server_tls(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        return await self._carried(sock, protocol_factory, tls)

    async def connect_read_pipe(self, protocol_factory, pipe):
        """A transport and a protocol for the end of a pipe that is read."""
        return await self._piped(protocol_factory, pipe, False)

    async def connect_write_pipe(self, protocol_factory, pipe):
        """A transport and a protocol for the end of a pipe that is written."""
        return await self._piped(protocol_factory, pipe, True)

    async def _piped(self, protocol_factory, pipe, writes):
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = PipeTransport(self, pipe, protocol, waiter, writes=writes)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                       flags=0, reuse_port=None, allow_broadcast=None, sock=None):  # fmt: skip
        """A socket for messages: a transport and a protocol."""
        if sock is None:
            if not (local_addr or remote_addr or family):
                raise ValueError("unexpected address family")
            ends = [None, None]
            for index, address in enumerate((local_addr, remote_addr)):
                if address is not None and family != socket.AF_UNIX:
                    found = await self.getaddrinfo(*address, family=family, type=socket.SOCK_DGRAM, proto=proto, flags=flags)
                    family, _, _, _, ends[index] = found[0]
                else:
                    ends[index] = address
            sock = socket.socket(family or socket.AF_INET, socket.SOCK_DGRAM, proto)
            sock.setblocking(False)
            if reuse_port:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            if allow_broadcast:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            try:
                if ends[0]:
                    sock.bind(ends[0])
                if ends[1]:
                    await self.sock_connect(sock, ends[1])
            except:
                sock.close()
                raise
            remote_addr = ends[1]
        else:
            sock.setblocking(False)
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = MessageTransport(self, sock, protocol, remote_addr, waiter)
        await waiter
        return transport, protocol

    # Servers

    async def create_server(self, protocol_factory, host=None, port=None, *, family=0, flags=socket.AI_PASSIVE, sock=None,
                            backlog=100, ssl=None, reuse_address=None, reuse_port=None, keep_alive=None,
                            ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True):  # fmt: skip
        """Serve everybody who connects."""
        tls = _server_tls(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        if sock is not None:
            if host is not None or port is not None:
                raise ValueError("host/port and sock can not be specified at the same time")
            if sock.type != socket.SOCK_STREAM:
                raise ValueError(f"A Stream Socket was expected, got {sock!r}")
            sockets = [sock]
        else:
            if host is None and port is None:
                raise ValueError("Neither host/port nor sock were specified")
            hosts = [None] if host in ("", None) else [host] if isinstance(host, str) else host
            sockets = []
            for host in hosts:
                for found in await self.getaddrinfo(host, port, family=family, type=socket.SOCK_STREAM, flags=flags):
                    sockets.append(_listening(found, reuse_port, sockets))
        return await self._serving(protocol_factory, sockets, backlog, tls, start_serving)

    async def create_unix_server(self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True,
                                 cleanup_socket=True):  # fmt: skip
        """Serve everybody who connects with a socket of the file system."""
        tls = _server_tls(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        if path is not None:
            if sock is not None:
                raise ValueError("path and sock can not be specified at the same time")
            sock = socket.socket(socket.AF_UNIX)
            try:
                sock.bind(getattr(path, "__fspath__", lambda: path)())
            except OSError as problem:
                sock.close()
                if problem.errno == 98:
                    raise OSError(98, f"Address {path!r} is already in use") from None
                raise
        elif sock is None:
            raise ValueError("path was not specified, and no sock specified")
        server = await self._serving(protocol_factory, [sock], backlog, tls, start_serving)
        server._path = path if cleanup_socket else None
        return server

    async def _serving(self, protocol_factory, sockets, backlog, tls, start_serving):
        for sock in sockets:
            sock.setblocking(False)
        server = Server(self, sockets, protocol_factory, backlog, tls)
        if start_serving:
            server._start_serving()
            await tasks.sleep(0)
        return server


def _client_tls(ssl, server_hostname, host, handshake_timeout, shutdown_timeout):
    """What a client's TLS needs; None without."""
    if server_hostname is not None and not ssl:
        raise ValueError("server_hostname is only meaningful with ssl")
    if server_hostname is None and ssl:
        if not host:
            raise ValueError("You must set server_hostname when using ssl without a host")
        server_hostname = host
    if not ssl and handshake_timeout is None and shutdown_timeout is None:
        return None
    from asyncio.sslproto import settings

    return settings(ssl, False, server_hostname, handshake_timeout, shutdown_timeout)


def _server_tls(ssl, handshake_timeout, shutdown_timeout):
    """What a server's TLS needs; None without."""
    if isinstance(ssl, bool):
        raise TypeError("ssl argument must be an SSLContext or None")
    if ssl is None and handshake_timeout is None and shutdown_timeout is None:
        return None
    from asyncio.sslproto import settings

    return settings(ssl, True, None, handshake_timeout, shutdown_timeout)


def _listening(found, reuse_port, others):
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
            import os

            try:
                os.unlink(self._path)
            except OSError:
                pass
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
