"""Encrypted connections as sockets."""

import _socket
import _thread
import os
import socket as _sockets

from _ssl_errors import SSLEOFError, SSLWantWriteError, want_read, want_write
from _ssl_objects import ENDED, Connection, put

_IN, _OUT = 1, 4
# So much is encrypted at once.
_PIECE = 1 << 16


class _Wait:
    """One operation, which may not last longer than the socket's timeout."""

    __slots__ = ("name", "end")

    def __init__(self, name):
        self.name, self.end = name, None


class SSLSocket(Connection, _sockets.socket):
    """An encrypted connection as a socket."""

    _suppresses_ragged_eofs = True
    _shakes_hands = True
    # What was encrypted and could not be sent yet; and how much data that is which send() has not told yet.
    _unsent = None
    _untold = 0
    server_side = False
    server_hostname = None

    def __init__(self, *args, **kwargs):
        name = self.__class__.__name__
        raise TypeError(
            f"{name} does not have a public constructor. Instances are returned by SSLContext.wrap_socket()."
        )

    @classmethod
    def _create(cls, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True,
                server_hostname=None, context=None, session=None):  # fmt: skip
        if sock.getsockopt(_sockets.SOL_SOCKET, _sockets.SO_TYPE) != _sockets.SOCK_STREAM:
            raise NotImplementedError("only stream sockets are supported")
        made = cls.__new__(cls)
        if server_side and server_hostname:
            raise ValueError("server_hostname can only be specified in client mode")
        if server_side and session is not None:
            raise ValueError("session can only be specified in client mode")
        if context.check_hostname and not server_hostname:
            raise ValueError("check_hostname requires server_hostname")
        made._set_up(context, server_side, server_hostname, session)
        made.server_side, made.server_hostname = server_side, made._server_hostname
        made._shakes_hands, made._suppresses_ragged_eofs = do_handshake_on_connect, suppress_ragged_eofs
        made._sending, made._receiving = _thread.allocate_lock(), _thread.allocate_lock()
        made._unsent = bytearray()
        made._family, made._kind, made._proto = sock._family, sock._kind, sock._proto
        made._timeout = sock.gettimeout()
        try:
            sock.getpeername()
            is_connected = True
        except OSError as problem:
            if problem.errno not in (107, 22):
                raise
            is_connected = False
        made._fd = sock.detach()
        if is_connected:
            made._connected()
        return made

    def _connected(self):
        try:
            self._begin()
            if self._shakes_hands:
                if self._timeout == 0.0:
                    raise ValueError("do_handshake_on_connect should not be specified for non-blocking sockets")
                self.do_handshake()
        except:
            self.close()
            raise

    # Carrying the bytes

    def _carry(self, events, wait, function, *args):
        """What a function of _socket gives, as soon as it need not wait."""
        while True:
            try:
                return function(self._fd, *args)
            except BlockingIOError:
                if self._timeout == 0.0:
                    raise (want_read() if events == _IN else want_write()) from None
            try:
                wait.end = self._await(events, wait.end)
            except TimeoutError:
                raise TimeoutError(f"The {wait.name} operation timed out") from None

    def _receive(self, wait):
        native = self._native
        with self._receiving:
            if native.available() or native.progress() & ENDED:
                # Another thread was faster.
                return True
            data, _ = self._carry(_IN, wait, _socket.receive, native.wanted(), 0)
            if not data:
                return False
            self._feed(data, wait)
            return True

    def _flush(self, wait):
        """Sends everything that is encrypted."""
        with self._sending:
            while True:
                self._unsent += self._native.take()
                if not self._unsent:
                    return
                count = self._carry(_OUT, wait, _socket.send, self._unsent[:_PIECE], 0, None)
                del self._unsent[:count]

    def _answer(self):
        """Sends what the session wants to say to something that came; as far as that needs no wait."""
        if self._sending.acquire(False):
            try:
                self._unsent += self._native.take()
                if self._unsent:
                    count = _socket.send(self._fd, self._unsent[:_PIECE], 0, None)
                    del self._unsent[:count]
            except OSError:
                pass
            finally:
                self._sending.release()

    def do_handshake(self, block=False):
        """Get to know the other end."""
        self._check_connected()
        timeout = self._timeout
        try:
            if timeout == 0.0 and block:
                self.settimeout(None)
            self._shake_hands(_Wait("handshake"))
        finally:
            self._timeout = timeout

    def _check_connected(self):
        if self._native is None:
            # Says that it isn't connected.
            self.getpeername()

    # Sending and receiving

    def read(self, len=1024, buffer=None):
        """Received data, at most so many bytes; or how many were put into a buffer."""
        if self._native is None:
            raise ValueError("Read on closed or unwrapped SSL socket.")
        if len == 0 and buffer is None:
            return b""
        size = 1 << 30 if len is None or len < 0 else len
        if buffer is not None:
            room = memoryview(buffer).nbytes
            size = min(size or room, room)
            if size == 0:
                return 0
        try:
            data = self._pull(size, _Wait("read"))
        except SSLEOFError:
            if not self._suppresses_ragged_eofs:
                raise
            data = b""
        self._answer()
        return data if buffer is None else put(data, buffer)

    def write(self, data):
        """Send data: how many bytes."""
        if self._native is None:
            raise ValueError("Write on closed or unwrapped SSL socket.")
        return self._write(data, _Wait("write"))

    def _write(self, data, wait):
        """Sends data: how many bytes; less than all where one would have to wait for the rest."""
        done = 0
        with memoryview(data) as view, view.cast("B") as left:
            while True:
                if self._untold:
                    # The last call could not send everything: the program tries again with the same data.
                    count = self._untold
                else:
                    with left[done : done + _PIECE] as piece:
                        count = self._untold = len(piece)
                        try:
                            self._push(piece, wait)
                        except BaseException:
                            self._untold = 0
                            raise
                try:
                    self._flush(wait)
                except SSLWantWriteError:
                    if done:
                        return done
                    raise
                self._untold = 0
                done += count
                if done >= len(left):
                    return done

    def send(self, data, flags=0):
        """Send data: how many bytes."""
        if self._native is None:
            return super().send(data, flags)
        self._no_flags(flags, "send")
        return self._write(data, _Wait("write"))

    def sendall(self, data, flags=0):
        """Send all of the data."""
        if self._native is None:
            return super().sendall(data, flags)
        self._no_flags(flags, "sendall")
        wait = _Wait("write")
        done = self._write(data, wait)
        with memoryview(data) as view, view.cast("B") as left:
            while done < len(left):
                with left[done:] as piece:
                    done += self._write(piece, wait)

    def _no_flags(self, flags, method):
        if flags != 0:
            raise ValueError(f"non-zero flags not allowed in calls to {method}() on {self.__class__}")

    def recv(self, buflen=1024, flags=0):
        """Receive at most so many bytes; b'' at the end."""
        if self._native is None:
            return super().recv(buflen, flags)
        self._no_flags(flags, "recv")
        return self.read(buflen)

    def recv_into(self, buffer, nbytes=None, flags=0):
        """Receive bytes into a buffer: how many."""
        if self._native is None:
            return super().recv_into(buffer, nbytes or 0, flags)
        self._no_flags(flags, "recv_into")
        if nbytes is None:
            nbytes = memoryview(buffer).nbytes or 1024
        return self.read(nbytes, buffer)

    def recvfrom(self, buflen=1024, flags=0):
        """Encrypted connections have no messages."""
        self._no_messages("recvfrom")
        return super().recvfrom(buflen, flags)

    def recvfrom_into(self, buffer, nbytes=None, flags=0):
        """Encrypted connections have no messages."""
        self._no_messages("recvfrom_into")
        return super().recvfrom_into(buffer, nbytes or 0, flags)

    def sendto(self, data, flags_or_addr, addr=None):
        """Encrypted connections have no messages."""
        self._no_messages("sendto")
        return super().sendto(data, *((flags_or_addr,) if addr is None else (flags_or_addr, addr)))

    def _no_messages(self, method):
        if self._native is not None:
            raise ValueError(f"{method} not allowed on instances of {self.__class__}")

    def recvmsg(self, *args, **kwargs):
        """Encrypted connections have no messages."""
        raise NotImplementedError(f"recvmsg not allowed on instances of {self.__class__}")

    def recvmsg_into(self, *args, **kwargs):
        """Encrypted connections have no messages."""
        raise NotImplementedError(f"recvmsg_into not allowed on instances of {self.__class__}")

    def sendmsg(self, *args, **kwargs):
        """Encrypted connections have no messages."""
        raise NotImplementedError(f"sendmsg not allowed on instances of {self.__class__}")

    def dup(self):
        """There can't be two."""
        raise NotImplementedError(f"Can't dup() {self.__class__.__name__} instances")

    # The connection

    def accept(self):
        """Wait for somebody who connects: an encrypted connection, and the address of the other end."""
        connection, address = super().accept()
        connection = self._context.wrap_socket(
            connection, do_handshake_on_connect=self._shakes_hands,
            suppress_ragged_eofs=self._suppresses_ragged_eofs, server_side=True,
        )  # fmt: skip
        return connection, address

    def connect(self, address, /):
        """Connect with a server, and get to know it."""
        self._check_unconnected()
        super().connect(address)
        self._connected()

    def connect_ex(self, address, /):
        """The same: 0, or the number of the error."""
        self._check_unconnected()
        number = super().connect_ex(address)
        if not number:
            self._connected()
        return number

    def _check_unconnected(self):
        if self.server_side:
            raise ValueError("can't connect in server-side mode")
        if self._native is not None:
            raise ValueError("attempt to connect already-connected SSLSocket!")

    def unwrap(self):
        """End the encrypted connection: a socket for what comes after it."""
        if self._native is None:
            raise ValueError(f"No SSL wrapper around {self}")
        self._end(_Wait("read"))
        self._native = None
        return self

    def shutdown(self, how, /):
        """End the connection one way, or both ways, without a word."""
        self._native = None
        super().shutdown(how)

    def getpeercert(self, binary_form=False):
        """The certificate of the other end: a dict if it was checked, else an empty one; or its bytes."""
        self._check_connected()
        return super().getpeercert(binary_form)

    def get_channel_binding(self, cb_type="tls-unique"):
        """What belongs to this connection alone: there is nothing of the kind here."""
        return super().get_channel_binding(cb_type)

    def _really_close(self):
        self._native = None
        super()._really_close()


SSLSocket.__module__ = "ssl"
