"""The event loop with sockets: it waits for all of them at once."""

import socket
from asyncio import events, futures, tasks
from asyncio.base_events import BaseEventLoop
from asyncio.servers import Server, listening
from asyncio.socket_transports import MessageTransport, PipeTransport, SocketTransport

__all__ = ()

_READ, _WRITE = 0, 1


class EventLoop(BaseEventLoop):
    """An event loop. It waits with a selector, by default the best one of the system."""

    def __init__(self, selector=None):
        super().__init__()
        # Made when it is wanted: most programs wait for time only.
        self._selector = selector
        # What ends a wait for files: from another thread one end is written, the other one is among the files.
        self._waker = None
        # The calls for signals, by their numbers.
        self._signal_handlers = {}
        if selector is not None:
            self._make_waker()

    # Readiness

    def _wait(self, seconds):
        if self._selector is None:
            super()._wait(seconds)
        else:
            self._process_events(self._selector.select(seconds))

    def _process_events(self, event_list):
        """What is ready: the calls for it are made next."""
        for key, mask in event_list:
            if key.data is None:
                try:
                    self._waker[0].recv(4096)
                except BlockingIOError:
                    pass
                continue
            for which, handle in enumerate(key.data):
                if handle is not None and mask & 1 << which:
                    self._ready.append(handle)

    def _make_waker(self):
        self._waker = socket.socketpair()
        for end in self._waker:
            end.setblocking(False)
        self._selector.register(self._waker[0], 1)

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
        if self._selector is None:
            from selectors import DefaultSelector

            self._selector = DefaultSelector()
            self._make_waker()
        handle = events.Handle(callback, args, self)
        key = self._selector.get_map().get(file)
        if key is None:
            self._selector.register(file, 1 << which, (None, handle) if which else (handle, None))
            return handle
        handles = list(key.data)
        if handles[which] is not None:
            handles[which].cancel()
        handles[which] = handle
        self._selector.modify(file, key.events | 1 << which, tuple(handles))
        return handle

    def _unwatch(self, which, file):
        if self._closed or self._selector is None:
            return False
        key = self._selector.get_map().get(file)
        if key is None or key.data[which] is None:
            return False
        key.data[which].cancel()
        handles = list(key.data)
        handles[which] = None
        if handles == [None, None]:
            self._selector.unregister(file)
        else:
            self._selector.modify(file, key.events & ~(1 << which), tuple(handles))
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
        if self._selector is not None:
            self._selector.close()
            self._selector = None

    # Sockets

    async def _when_ready(self, which, sock, method, *args):
        """What a method of a socket gives, as soon as it need not wait."""
        if sock.gettimeout() != 0:
            raise ValueError("the socket must be non-blocking")
        while True:
            try:
                return getattr(sock, method)(*args)
            except (BlockingIOError, InterruptedError):
                pass
            await self._until_ready(which, sock)

    async def _until_ready(self, which, sock):
        future = self.create_future()
        fd = sock.fileno()
        handle = self._watch(which, fd, futures.set_result_unless_done, (future, None))
        try:
            await future
        finally:
            # Somebody else may wait for it by now.
            if not handle.cancelled():
                self._unwatch(which, fd)

    async def sock_recv(self, sock, nbytes):
        """Receive at most so many bytes."""
        return await self._when_ready(_READ, sock, "recv", nbytes)

    async def sock_recv_into(self, sock, buf):
        """Receive bytes into a buffer: how many."""
        return await self._when_ready(_READ, sock, "recv_into", buf)

    async def sock_recvfrom(self, sock, bufsize):
        """Receive a message, and where it comes from."""
        return await self._when_ready(_READ, sock, "recvfrom", bufsize)

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        """Receive a message into a buffer: how many bytes, and where it comes from."""
        return await self._when_ready(_READ, sock, "recvfrom_into", buf, nbytes or len(buf))

    async def sock_sendall(self, sock, data):
        """Send all of the bytes."""
        left = memoryview(data).cast("B")
        while left:
            left = left[await self._when_ready(_WRITE, sock, "send", left) :]

    async def sock_sendto(self, sock, data, address):
        """Send a message: how many bytes."""
        return await self._when_ready(_WRITE, sock, "sendto", data, address)

    async def sock_accept(self, sock):
        """Wait for somebody who connects: a socket, and the address of the other end."""
        connection, address = await self._when_ready(_READ, sock, "accept")
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
        from asyncio import _sending

        if self._debug and sock.gettimeout() != 0:
            raise ValueError("the socket must be non-blocking")
        if not sock.type == socket.SOCK_STREAM:
            raise ValueError("only SOCK_STREAM type sockets are supported")
        _sending.check(file, offset, count)
        return await _sending.send(self, file, offset, count, lambda data: self.sock_sendall(sock, data))

    async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
        """Send what is in a file through a transport: how many bytes."""
        from asyncio import _sending

        if transport.is_closing():
            raise RuntimeError("Transport is closing")
        if not hasattr(transport, "get_write_buffer_size") or not hasattr(transport, "is_reading"):
            raise RuntimeError(f"sendfile is not supported for transport {transport!r}")
        if not fallback and transport.get_extra_info("sslcontext") is not None:
            raise RuntimeError(f"fallback is disabled and native sendfile is not supported for transport {transport!r}")
        _sending.check(file, offset, count)
        return await _sending.send_through(self, transport, file, offset, count)

    async def subprocess_exec(self, protocol_factory, program, *args, stdin=-1, stdout=-1, stderr=-1,
                              universal_newlines=False, shell=False, bufsize=0, **kwargs):  # fmt: skip
        """Start a program: a transport and a protocol."""
        from asyncio import base_subprocess

        if universal_newlines:
            raise ValueError("universal_newlines must be False")
        if shell:
            raise ValueError("shell must be False")
        streams = stdin, stdout, stderr
        return await base_subprocess.start(self, protocol_factory, [program, *args], False, streams, bufsize, kwargs)

    async def subprocess_shell(self, protocol_factory, cmd, *, stdin=-1, stdout=-1, stderr=-1,
                               universal_newlines=False, shell=True, bufsize=0, **kwargs):  # fmt: skip
        """Start a command of the shell: a transport and a protocol."""
        from asyncio import base_subprocess

        if not isinstance(cmd, (bytes, str)):
            raise ValueError("cmd must be a string")
        if universal_newlines:
            raise ValueError("universal_newlines must be False")
        if not shell:
            raise ValueError("shell must be True")
        streams = stdin, stdout, stderr
        return await base_subprocess.start(self, protocol_factory, cmd, True, streams, bufsize, kwargs)

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        """All ways to reach a service of a host."""
        if host is None or _is_number(host):
            return socket.getaddrinfo(host, port, family, type, proto, flags)
        # That may take long.
        return await self.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        """The names of a host and of a service."""
        return await self.run_in_executor(None, socket.getnameinfo, sockaddr, flags)

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
            wanted = family, proto, flags, local_addr, all_errors, happy_eyeballs_delay, interleave
            sock = await self._connected(host, port, *wanted)
        elif host is not None or port is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        elif sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A Stream Socket was expected, got {sock!r}")
        return await self._carried(sock, protocol_factory, tls)

    async def _connected(self, host, port, family, proto, flags, local_addr, all_errors, delay, interleave):
        """A socket that is connected with the first of a service's addresses that answers."""
        found = await self._resolved(host, port, family, proto, flags)
        if local_addr is not None:
            local_addr = await self._resolved(*local_addr, family, proto, flags)
        if interleave or interleave is None and delay is not None:
            found = _interleaved(found, interleave or 1)
        errors = []
        if delay is None:
            for each in found:
                sock = await self._connected_to(each, local_addr, errors)
                if sock is not None:
                    return sock
        else:
            from asyncio.staggered import staggered_race

            attempts = [lambda each=each: self._connected_or_fails(each, local_addr, errors) for each in found]
            sock, _, _ = await staggered_race(attempts, delay, loop=self)
            if sock is not None:
                return sock
        try:
            if all_errors:
                raise ExceptionGroup("create_connection failed", errors)
            if len({str(problem) for problem in errors}) == 1:
                raise errors[0]
            raise OSError(f"Multiple exceptions: {', '.join(map(str, errors))}")
        finally:
            errors = None

    async def _resolved(self, host, port, family, proto, flags):
        found = await self.getaddrinfo(host, port, family=family, type=socket.SOCK_STREAM, proto=proto, flags=flags)
        if not found:
            raise OSError("getaddrinfo() returned empty list")
        return found

    async def _connected_to(self, found, local, errors):
        """A socket that is connected with an address; None and an error more if that can't be."""
        family, kind, proto, _, address = found
        sock = socket.socket(family, kind, proto)
        try:
            sock.setblocking(False)
            if local is not None:
                _bind_to_one(sock, local, errors)
            await self.sock_connect(sock, address)
            return sock
        except OSError as problem:
            sock.close()
            errors.append(problem)
            return None
        except:
            sock.close()
            raise

    async def _connected_or_fails(self, found, local, errors):
        sock = await self._connected_to(found, local, errors)
        if sock is None:
            raise errors[-1]
        return sock

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
                    sockets.append(listening(found, reuse_port, sockets))
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
        if cleanup_socket:
            server._remember_path()
        return server

    async def _serving(self, protocol_factory, sockets, backlog, tls, start_serving):
        for sock in sockets:
            sock.setblocking(False)
        server = Server(self, sockets, protocol_factory, backlog, tls)
        if start_serving:
            server._start_serving()
            await tasks.sleep(0)
        return server


def _interleaved(found, first_count):
    """Addresses so that families take turns, after some of the first one."""
    families = {}
    for each in found:
        families.setdefault(each[0], []).append(each)
    lists = list(families.values())
    ordered = lists[0][: first_count - 1]
    lists[0] = lists[0][first_count - 1 :]
    for place in range(max(map(len, lists))):
        ordered += [each[place] for each in lists if place < len(each)]
    return ordered


def _bind_to_one(sock, local, errors):
    """Gives a socket the first of the addresses that it can have."""
    problems = []
    for family, _, _, _, address in local:
        if family == sock.family:
            try:
                return sock.bind(address)
            except OSError as problem:
                text = f"error while attempting to bind on address {address!r}: {str(problem).lower()}"
                problems.append(OSError(problem.errno, text))
    errors += problems[:-1]
    raise problems[-1] if problems else OSError(f"no matching local address with family={sock.family!r} found")


def _is_number(host):
    """Whether a host is written as an address."""
    import _socket

    if isinstance(host, (bytes, bytearray)):
        host = host.decode("ascii", "replace")
    return isinstance(host, str) and any(_socket.parse_ip(host.partition("%")[0], version) for version in (4, 6))


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
