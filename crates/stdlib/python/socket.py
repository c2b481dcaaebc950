"""Connections to other programs, on this computer and elsewhere."""

import _socket
import io
import time
from enum import IntEnum, IntFlag
from posix import set_blocking as _set_blocking

import _socket_names
from _socket_names import *  # noqa: F403
from _socket_names import all_names as __dir__, number as __getattr__, packed as _packed, shown as _shown
from _socket_streams import SocketIO

# Not for programs.
del addresses_of, all_names, number, packed, shown  # noqa: F821

# Linux's numbers, on every platform.
SOCK_NONBLOCK, SOCK_CLOEXEC = 0o4000, 0o2000000
SOMAXCONN = 4096
SOL_SOCKET, SOL_IP, SOL_TCP, SOL_UDP = 1, 0, 6, 17
SO_DEBUG, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_DONTROUTE, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF = range(1, 9)
SO_KEEPALIVE, SO_OOBINLINE, SO_PRIORITY, SO_LINGER, SO_REUSEPORT = 9, 10, 12, 13, 15
SO_ACCEPTCONN, SO_PROTOCOL, SO_DOMAIN = 30, 38, 39
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6, IPPROTO_RAW = 0, 1, 6, 17, 41, 255
IP_TOS, IP_TTL, IP_MULTICAST_IF, IP_MULTICAST_TTL, IP_MULTICAST_LOOP = 1, 2, 32, 33, 34
IP_ADD_MEMBERSHIP, IP_DROP_MEMBERSHIP = 35, 36
IPV6_MULTICAST_HOPS, IPV6_MULTICAST_LOOP, IPV6_V6ONLY = 18, 19, 26
TCP_NODELAY, TCP_MAXSEG, TCP_CORK, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT, TCP_QUICKACK = 1, 2, 3, 4, 5, 6, 12
TCP_USER_TIMEOUT = 18
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
INADDR_ANY, INADDR_BROADCAST, INADDR_LOOPBACK, INADDR_NONE = 0, 0xFFFFFFFF, 0x7F000001, 0xFFFFFFFF
has_ipv6 = True
error = OSError
timeout = TimeoutError

_IN, _OUT = 1, 4
_IN_PROGRESS = 115
_BUFFER = 8192


class AddressFamily(IntEnum):
    """How sockets are addressed."""

    AF_UNSPEC = 0
    AF_UNIX = 1
    AF_INET = 2
    AF_INET6 = 10


class SocketKind(IntEnum):
    """What travels between sockets: a stream of bytes, or messages."""

    SOCK_STREAM = 1
    SOCK_DGRAM = 2
    SOCK_RAW = 3
    SOCK_RDM = 4
    SOCK_SEQPACKET = 5
    SOCK_CLOEXEC = 0o2000000
    SOCK_NONBLOCK = 0o4000


class MsgFlag(IntFlag):
    """How something is sent or received."""

    MSG_OOB = 1
    MSG_PEEK = 2
    MSG_DONTROUTE = 4
    MSG_CTRUNC = 8
    MSG_TRUNC = 32
    MSG_DONTWAIT = 64
    MSG_EOR = 128
    MSG_WAITALL = 256
    MSG_NOSIGNAL = 0x4000
    MSG_MORE = 0x8000


class AddressInfo(IntFlag):
    """What getaddrinfo() is to do."""

    AI_PASSIVE = 1
    AI_CANONNAME = 2
    AI_NUMERICHOST = 4
    AI_V4MAPPED = 8
    AI_ALL = 16
    AI_ADDRCONFIG = 32
    AI_NUMERICSERV = 1024


for _kind in AddressFamily, SocketKind, MsgFlag, AddressInfo:
    globals().update(_kind.__members__)

_default_timeout = None


def getdefaulttimeout():
    """The timeout of new sockets in seconds, or None."""
    return _default_timeout


def setdefaulttimeout(timeout):
    """Set the timeout of new sockets."""
    global _default_timeout
    _default_timeout = _seconds(timeout)


def _seconds(timeout):
    if timeout is None:
        return None
    if not isinstance(timeout, (int, float)):
        timeout = _socket_names._index(timeout)
    if not timeout >= 0:
        raise ValueError("Timeout value out of range")
    return float(timeout)


def _known(kind, number):
    """The member of an enumeration, or the plain number."""
    try:
        return kind(number)
    except ValueError:
        return number


class socket:
    """One end of a connection."""

    # Until there is one.
    _fd = -1
    _closes = 0
    _closed = False

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        if fileno is None:
            self._family = 2 if family == -1 else int(family)
            kind = 1 if type == -1 else int(type)
            self._kind = kind & ~(SOCK_NONBLOCK | SOCK_CLOEXEC)
            self._proto = max(proto, 0)
            self._fd = _socket.new(self._family, self._kind, self._proto)
            self._begin(0.0 if kind & SOCK_NONBLOCK else _default_timeout)
            return
        if isinstance(fileno, float) or not hasattr(fileno, "__index__"):
            raise TypeError(f"'{fileno.__class__.__name__}' object cannot be interpreted as an integer")
        if fileno < 0:
            raise ValueError("negative file descriptor")
        self._family = _socket.option(fileno, SOL_SOCKET, SO_DOMAIN) if family == -1 else int(family)
        self._kind = _socket.option(fileno, SOL_SOCKET, SO_TYPE) if type == -1 else int(type)
        self._proto = _socket.option(fileno, SOL_SOCKET, SO_PROTOCOL) if proto == -1 else proto
        self._fd = fileno
        self._begin(_default_timeout)

    @classmethod
    def _of(cls, fd, family, kind, proto):
        """The socket of a number that _socket gave."""
        made = cls.__new__(cls)
        made._fd, made._family, made._kind, made._proto = fd, family, kind, proto
        made._begin(_default_timeout)
        return made

    def _begin(self, timeout):
        self._timeout = timeout
        if timeout is not None:
            _set_blocking(self._fd, False)

    family = property(lambda self: _known(AddressFamily, self._family), doc="How it is addressed.")
    type = property(lambda self: _known(SocketKind, self._kind), doc="What travels.")
    proto = property(lambda self: self._proto, doc="The number of the protocol.")
    timeout = property(lambda self: self._timeout, doc="How long operations wait, in seconds, or None.")

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __del__(self):
        if self._fd >= 0:
            import warnings

            warnings.warn(f"unclosed {self!r}", ResourceWarning, source=self)
            self._really_close()

    def __repr__(self):
        state = " [closed]" if self._closed else ""
        name = f"{self.__class__.__module__}.{self.__class__.__qualname__}"
        text = f"<{name}{state} fd={self._fd}, family={self._family}, type={self._kind}, proto={self._proto}"
        for label, ask in (("laddr", self.getsockname), ("raddr", self.getpeername)):
            try:
                address = ask() if self._fd >= 0 else None
            except OSError:
                continue
            if address:
                text += f", {label}={address}"
        return text + ">"

    def __getstate__(self):
        raise TypeError(f"cannot pickle {self.__class__.__name__!r} object")

    # Waiting

    def _do(self, events, function, *args):
        """What a function of _socket gives, as soon as it need not wait."""
        end = None
        while True:
            try:
                return function(self._fd, *args)
            except BlockingIOError:
                if self._timeout == 0.0:
                    raise
            end = self._await(events, end)

    def _await(self, events, end=None):
        """Wait until the socket is ready; the time at which that has to be, if there is one."""
        if self._timeout is None:
            _socket.wait((self._fd << 8 | events,), None)
            return None
        now = time.monotonic_ns()
        if end is None:
            end = now + int(self._timeout * 1e9)
        if not _socket.wait((self._fd << 8 | events,), max(end - now, 0)):
            raise TimeoutError("timed out")
        return end

    def settimeout(self, timeout, /):
        """Let operations wait for so many seconds; 0: not at all; None: as long as it takes."""
        timeout = _seconds(timeout)
        # Others who have the file shall find it so, too.
        _set_blocking(self._fd, timeout is None)
        self._timeout = timeout

    def gettimeout(self):
        """How many seconds operations wait, or None."""
        return self._timeout

    def setblocking(self, flag, /):
        """Let operations wait as long as it takes, or not at all."""
        self.settimeout(None if flag else 0.0)

    def getblocking(self):
        """Whether operations wait."""
        return self._timeout != 0.0

    # Connections

    def _packed(self, address, caller):
        return _packed(address, self._family, caller)

    def bind(self, address, /):
        """Give the socket its own address."""
        _socket.bind(self._fd, self._packed(address, "bind"))

    def listen(self, backlog=128, /):
        """Let others connect; so many may wait until accept() takes them."""
        _socket.listen(self._fd, max(_socket_names._index(backlog), 0))

    def accept(self):
        """Wait for somebody who connects: a socket, and the address of the other end."""
        fd, address = self._do(_IN, _socket.accept)
        return socket._of(fd, self._family, self._kind, self._proto), _shown(address)

    def connect(self, address, /):
        """Connect with the socket that has this address."""
        self._connect(self._packed(address, "connect"))

    def _connect(self, address):
        number = self._connect_number(address)
        if number:
            import os

            raise OSError(number, os.strerror(number))

    def _connect_number(self, address):
        """Connects: 0, or the number of what went wrong."""
        number = _socket.connect(self._fd, address)
        if number == _IN_PROGRESS and self._timeout != 0.0:
            self._await(_OUT)
            number = _socket.option(self._fd, SOL_SOCKET, SO_ERROR)
        return number

    def connect_ex(self, address, /):
        """Connect: 0, or the number of the error."""
        address = self._packed(address, "connect_ex")
        try:
            return self._connect_number(address)
        except TimeoutError:
            return 11

    def shutdown(self, how, /):
        """End the connection one way, or both ways."""
        _socket.shutdown(self._fd, how)

    def getsockname(self):
        """The socket's own address."""
        return _shown(_socket.local_address(self._fd))

    def getpeername(self):
        """The address of the other end."""
        return _shown(_socket.peer_address(self._fd))

    # Sending and receiving

    def send(self, data, flags=0, /):
        """Send some of the bytes: how many."""
        return self._do(_OUT, _socket.send, data, flags, None)

    def sendall(self, data, flags=0, /):
        """Send all of the bytes."""
        done = self._do(_OUT, _socket.send, data, flags, None)
        if isinstance(data, (bytes, bytearray)) and done == len(data):
            return
        with memoryview(data) as view, view.cast("B") as left:
            while done < len(left):
                with left[done:] as piece:
                    done += self._do(_OUT, _socket.send, piece, flags, None)

    def sendto(self, data, *args):
        """sendto(data, [flags,] address): send a message to an address."""
        if not 1 <= len(args) <= 2:
            raise TypeError(f"sendto() takes 2 or 3 arguments ({len(args) + 1} given)")
        flags = args[0] if len(args) == 2 else 0
        return self._do(_OUT, _socket.send, data, flags, self._packed(args[-1], "sendto"))

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None, /):
        """Send the bytes of several buffers as one message."""
        if ancdata:
            raise OSError(95, "Operation not supported")
        to = None if address is None else self._packed(address, "sendmsg")
        return self._do(_OUT, _socket.send, b"".join(buffers), flags, to)

    def recv(self, bufsize, flags=0, /):
        """Receive at most so many bytes; b'' when the other end has ended the connection."""
        return self._do(_IN, _socket.receive, bufsize, flags)[0]

    def recvfrom(self, bufsize, flags=0, /):
        """Receive a message: its bytes, and where it comes from."""
        data, address = self._do(_IN, _socket.receive, bufsize, flags)
        return data, None if address is None else _shown(address)

    def recv_into(self, buffer, nbytes=0, flags=0):
        """Receive bytes into a buffer: how many."""
        return self._do(_IN, _socket.receive_into, buffer, nbytes, flags)[0]

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        """Receive a message into a buffer: how many bytes, and where it comes from."""
        count, address = self._do(_IN, _socket.receive_into, buffer, nbytes, flags)
        return count, None if address is None else _shown(address)

    def recvmsg(self, bufsize, ancbufsize=0, flags=0, /):
        """Receive a message: its bytes, nothing beside them, flags, and where it comes from."""
        data, address = self.recvfrom(bufsize, flags)
        return data, [], 0, address

    def sendfile(self, file, offset=0, count=None):
        """Send what is in a file from an offset on: how many bytes."""
        if "b" not in getattr(file, "mode", "b"):
            raise ValueError("file should be opened in binary mode")
        if self._kind != 1:
            raise ValueError("only SOCK_STREAM type sockets are supported")
        if self._timeout == 0.0:
            raise ValueError("non-blocking sockets are not supported")
        if count is not None and count <= 0:
            raise ValueError(f"count must be a positive integer (got {count!r})")
        if offset:
            file.seek(offset)
        done = 0
        while count is None or done < count:
            piece = file.read(_BUFFER if count is None else min(_BUFFER, count - done))
            if not piece:
                break
            self.sendall(piece)
            done += len(piece)
        if done and hasattr(file, "seek"):
            file.seek(offset + done)
        return done

    # As streams: MicroPython's sockets are some

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        """A stream over the socket."""
        if not set(mode) <= {"r", "w", "b"}:
            raise ValueError(f"invalid mode {mode!r} (only r, w, b allowed)")
        writes = "w" in mode
        reads = "r" in mode or not writes
        raw = SocketIO(self, ("r" if reads else "") + ("w" if writes else ""))
        self._closes += 1
        if buffering is None or buffering < 0:
            buffering = io.DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if "b" not in mode:
                raise ValueError("unbuffered streams must be binary")
            return raw
        if reads and writes:
            buffer = io.BufferedRWPair(raw, raw, buffering)
        else:
            buffer = (io.BufferedReader if reads else io.BufferedWriter)(raw, buffering)
        if "b" in mode:
            return buffer
        text = io.TextIOWrapper(buffer, encoding, errors, newline)
        text.mode = mode
        return text

    def read(self, size=-1):
        """Read so many bytes, fewer only at the end; all of them without a size."""
        data = bytearray()
        while size < 0 or len(data) < size:
            piece = self.recv(_BUFFER if size < 0 else size - len(data))
            if not piece:
                break
            data += piece
        return bytes(data)

    def readinto(self, buffer, nbytes=0):
        """Receive bytes into a buffer: how many."""
        return self.recv_into(buffer, nbytes)

    def readline(self):
        """Read up to the end of a line."""
        line = bytearray()
        while not line.endswith(b"\n"):
            piece = self.recv(1)
            if not piece:
                break
            line += piece
        return bytes(line)

    def write(self, data):
        """Send all of the bytes: how many."""
        self.sendall(data)
        return len(data)

    # Options

    def getsockopt(self, level, optname, buflen=0, /):
        """An option: a number, or so many bytes."""
        if (level, optname) == (SOL_SOCKET, SO_LINGER) and buflen >= 8:
            import struct

            seconds = _socket.linger(self._fd)
            return struct.pack("ii", seconds is not None, seconds or 0)
        value = _socket.option(self._fd, level, optname)
        return value.to_bytes(4, "little", signed=True)[:buflen] if buflen else value

    def setsockopt(self, level, optname, value, optlen=None, /):
        """Set an option to a number or to bytes."""
        if isinstance(value, int):
            _socket.set_option(self._fd, level, optname, value)
            return
        value = bytes(optlen) if value is None else bytes(value)
        if (level, optname) == (SOL_SOCKET, SO_LINGER) and len(value) == 8:
            import struct

            wanted, seconds = struct.unpack("ii", value)
            _socket.set_linger(self._fd, seconds if wanted else None)
        elif (level, optname) in ((IPPROTO_IP, IP_ADD_MEMBERSHIP), (IPPROTO_IP, IP_DROP_MEMBERSHIP)) and len(value) >= 8:
            _socket.set_membership(self._fd, value[:4], value[-4:], optname == IP_ADD_MEMBERSHIP)
        elif len(value) == 4:
            _socket.set_option(self._fd, level, optname, int.from_bytes(value, "little", signed=True))
        else:
            raise OSError(22, "Invalid argument")

    def get_inheritable(self):
        """Whether programs that this one starts have it."""
        return __import__("os").get_inheritable(self._fd)

    def set_inheritable(self, inheritable):
        """Say whether programs that this one starts have it."""
        __import__("os").set_inheritable(self._fd, inheritable)

    # The end

    def fileno(self):
        """The number of the open file, or -1."""
        return self._fd

    def detach(self):
        """Leave the number of the open file to the caller, without closing it."""
        fd, self._fd, self._closed = self._fd, -1, True
        return fd

    def dup(self):
        """A further socket for the same connection."""
        made = self._of(__import__("os").dup(self._fd), self._family, self._kind, self._proto)
        made.settimeout(self._timeout)
        return made

    def close(self):
        """Close the socket, as soon as its streams are closed as well."""
        self._closed = True
        if self._closes <= 0:
            self._really_close()

    def _really_close(self):
        fd, self._fd = self._fd, -1
        if fd >= 0:
            import os

            os.close(fd)

    def _close_stream(self):
        self._closes -= 1
        if self._closed:
            self.close()


SocketType = socket


def close(fd):
    """Close a socket by its number."""
    import os

    os.close(fd)


def dup(fd):
    """A further number for an open socket."""
    import os

    return os.dup(fd)


def fromfd(fd, family, type, proto=0):
    """A socket of its own for the connection that a number means."""
    return socket(family, type, proto, dup(fd))


def socketpair(family=AF_UNIX, type=SOCK_STREAM, proto=0):
    """Two sockets that are connected with each other."""
    ends = _socket.pair(family, type, proto)
    return tuple(socket._of(end, int(family), int(type), proto) for end in ends)


_GLOBAL_DEFAULT_TIMEOUT = _UNSET = object()


def create_connection(address, timeout=_UNSET, source_address=None, *, all_errors=False):
    """A socket that is connected with a service: the first of its addresses that answers."""
    host, port = address
    errors = []
    for family, kind, proto, _, where in getaddrinfo(host, port, 0, SOCK_STREAM):
        made = None
        try:
            made = socket(family, kind, proto)
            if timeout is not _UNSET:
                made.settimeout(timeout)
            if source_address:
                made.bind(source_address)
            made.connect(where)
            return made
        except OSError as problem:
            if not all_errors:
                errors.clear()
            errors.append(problem)
            if made is not None:
                made.close()
    if not errors:
        raise OSError("getaddrinfo returns an empty list")
    try:
        if all_errors:
            raise ExceptionGroup("create_connection failed", errors)
        raise errors[0]
    finally:
        errors = None


def has_dualstack_ipv6():
    """Whether one socket can serve both versions of IP."""
    try:
        with socket(AF_INET6, SOCK_STREAM) as sock:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0)
            return True
    except OSError:
        return False


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """A socket that others can connect with."""
    if dualstack_ipv6 and (family != AF_INET6 or not has_dualstack_ipv6()):
        raise ValueError(
            "dualstack_ipv6 not supported on this platform"
            if family == AF_INET6
            else "dualstack_ipv6 requires AF_INET6 family"
        )
    made = socket(family, SOCK_STREAM)
    try:
        made.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            made.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == AF_INET6:
            made.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
        try:
            made.bind(address)
        except OSError as problem:
            raise OSError(problem.errno, f"{problem.strerror} (while attempting to bind on address {address!r})") from None
        made.listen(*() if backlog is None else (backlog,))
        return made
    except OSError:
        made.close()
        raise
