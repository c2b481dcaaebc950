"""Ends of encrypted connections: what they share, and those that read and write memory."""

import _ssl
import os
import sys
import time

from _ssl_ciphers import SUITES, triple
from _ssl_errors import SSLError, exception_of, openssl_error, unexpected_end, want_read, zero_return
from _ssl_names import OP_IGNORE_UNEXPECTED_EOF

# What a session's progress consists of.
_HANDSHAKING, _WANTS_CONTEXT, ENDED = 1, 2, 4
_VERSIONS = {0x301: "TLSv1", 0x302: "TLSv1.1", 0x303: "TLSv1.2", 0x304: "TLSv1.3"}


class MemoryBIO:
    """Bytes on their way from one place to another."""

    def __init__(self):
        self._data = bytearray()
        self._is_ended = False

    pending = property(lambda self: len(self._data), doc="How many bytes there are.")
    eof = property(lambda self: self._is_ended and not self._data, doc="Whether nothing more comes.")

    def read(self, size=-1, /):
        """Take out so many bytes, or all."""
        if size < 0 or size >= len(self._data):
            data = bytes(self._data)
            self._data.clear()
        else:
            data = bytes(self._data[:size])
            del self._data[:size]
        return data

    def write(self, b, /):
        """Put bytes in: how many."""
        if not isinstance(b, (bytes, bytearray, memoryview)):
            try:
                b = memoryview(b)
            except TypeError:
                raise TypeError(f"a bytes-like object is required, not {type(b).__name__!r}") from None
        if self._is_ended:
            raise SSLError("cannot write() after write_eof()")
        size = len(self._data)
        self._data += b.cast("B") if isinstance(b, memoryview) else b
        return len(self._data) - size

    def write_eof(self):
        """Nothing more will be put in."""
        self._is_ended = True




class SSLSession:
    """A session that a later connection can go on with."""

    __hash__ = None

    def __new__(cls, *args):
        raise TypeError("cannot create '_ssl.SSLSession' instances")

    @classmethod
    def _of(cls, native, context, earlier, tickets):
        made = object.__new__(cls)
        made._native, made._context = native, context
        made._has_ticket = tickets > 0
        made._id, made._time = (earlier._id, earlier._time) if earlier else (os.urandom(32), int(time.time()))
        return made

    id = property(lambda self: self._id, doc="A number in bytes.")
    time = property(lambda self: self._time, doc="When it began, in seconds.")
    timeout = property(lambda self: 7200, doc="How long it is good for, in seconds.")
    has_ticket = property(lambda self: self._has_ticket, doc="Whether the server has given a ticket for it.")
    ticket_lifetime_hint = property(lambda self: 7200 if self._has_ticket else 0, doc="How long that is good for.")

    def __eq__(self, other):
        return self._id == other._id if isinstance(other, SSLSession) else NotImplemented


class Connection:
    """One end of a connection. Subclasses carry the bytes: they have _receive() and _flush()."""

    # The session of _ssl; None where there is none.
    _native = None
    _context = None
    _server_side = False
    _server_hostname = None
    _earlier = None
    _is_reused = False
    _session = None
    _offered = None
    _is_established = False
    _is_closed_by_us = _has_failed = False

    def _set_up(self, context, server_side, server_hostname, session):
        """Says what it will be."""
        self._context, self._server_side = context, server_side
        self._server_hostname = context._encode_hostname(server_hostname)
        if session is not None:
            self._resume(session)

    def _begin(self):
        """Makes the session."""
        self._context._check_side(self._server_side)
        if self._server_side:
            self._native = _ssl.server()
        else:
            self._native = self._context._client(self._server_hostname, self._earlier)

    def _resume(self, session):
        if not isinstance(session, SSLSession):
            raise TypeError("Value is not a SSLSession.")
        if session._context is not self._context:
            raise ValueError("Session refers to a different SSLContext.")
        if self._server_side:
            raise ValueError("Cannot set session for server-side SSLSocket.")
        if self._is_established:
            raise ValueError("Cannot set session after handshake.")
        self._earlier = session

    # Driving the session

    def _feed(self, data, wait):
        """Hands what came to the session, and raises what is wrong with it."""
        native = self._native
        if native is None:
            raise unexpected_end()
        problem = native.feed(data)
        if problem is not None:
            self._give_up(problem, wait)

    def _give_up(self, problem, wait):
        """Raises what went wrong, after the other end was told."""
        self._has_failed = True
        try:
            self._flush(wait)
        except OSError:
            pass
        raise exception_of(problem)

    def _shake_hands(self, wait):
        """Goes on with the handshake until it is done."""
        native = self._native
        while True:
            self._flush(wait)
            progress = native.progress()
            if progress & _WANTS_CONTEXT:
                self._choose_context(wait)
            elif not progress & _HANDSHAKING:
                break
            elif not self._receive(wait):
                if native.progress() & ENDED:
                    raise zero_return()
                raise unexpected_end()
            elif native.progress() & ENDED:
                raise zero_return()
        if not self._is_established:
            self._is_established = True
            self._is_reused = native.agreement()[3]
            self._context._established(self)

    def _choose_context(self, wait):
        """A server decides how to answer."""
        name, self._offered = self._native.hello()
        callback = self._context._sni_callback
        if callback is not None:
            alert = _alert_of(callback, self, name, self._context)
            if alert is not None:
                self._native.refuse(alert)
                self._give_up(("other", 0, "CALLBACK_FAILED", "callback failed"), wait)
        problem = self._native.answer(self._context._ready())
        if problem is not None:
            self._give_up(problem, wait)

    def _pull(self, size, wait):
        """Received data, at least a byte; none at the end of what the other end sends."""
        native = self._native
        while not self._has_failed:
            if not self._is_established:
                self._shake_hands(wait)
            if native.available():
                return native.read(size)
            if native.progress() & ENDED:
                return b""
            if not self._receive(wait):
                if self._context._options & OP_IGNORE_UNEXPECTED_EOF:
                    break
                raise unexpected_end()
        return b""

    def _push(self, data, wait):
        """Encrypts data."""
        if not self._is_established:
            self._shake_hands(wait)
        if self._is_closed_by_us:
            raise openssl_error("PROTOCOL_IS_SHUTDOWN")
        problem = self._native.write(data)
        if problem is not None:
            raise exception_of(problem)

    def _end(self, wait):
        """Says that nothing more comes, and waits until the other end does."""
        native = self._native
        if not self._is_established:
            raise openssl_error("SHUTDOWN_WHILE_IN_INIT")
        if not self._is_closed_by_us:
            self._is_closed_by_us = True
            native.close()
        self._flush(wait)
        while not native.progress() & ENDED:
            if native.available():
                native.read(native.available())
                raise openssl_error("APPLICATION_DATA_AFTER_CLOSE_NOTIFY")
            if not self._receive(wait):
                raise unexpected_end()

    # What is known

    context = property(lambda self: self._context, doc="What it has in common with other connections.")

    @context.setter
    def context(self, context):
        self._context = context

    @property
    def session(self):
        """The session, for a later connection."""
        if self._session is None and self._is_established:
            tickets = self._native.agreement()[4] if self._native is not None else 0
            self._session = SSLSession._of(self._native, self._context, self._is_reused and self._earlier, tickets)
        return self._session

    @session.setter
    def session(self, session):
        self._resume(session)
        if self._native is not None and not self._server_side:
            self._begin()

    session_reused = property(lambda self: self._is_reused, doc="Whether an earlier session goes on.")

    def getpeercert(self, binary_form=False):
        """The certificate of the other end: a dict if it was checked, else an empty one; or its bytes."""
        if not self._is_established:
            raise ValueError("handshake not done yet")
        shown = self.get_unverified_chain()
        if not shown:
            return None
        if binary_form:
            return shown[0]
        if self._context.verify_mode == 0:
            return {}
        from _ssl_certificates import decoded

        return decoded(shown[0])

    def get_verified_chain(self):
        """The certificates, in bytes, that prove whose the other end's is."""
        return [] if self._native is None else self._native.certificates(True)

    def get_unverified_chain(self):
        """The certificates, in bytes, that the other end has shown."""
        return [] if self._native is None else self._native.certificates(False)

    def selected_npn_protocol(self):
        """None: that extension of TLS is gone."""
        import warnings

        warnings.warn("ssl NPN is deprecated, use ALPN instead", DeprecationWarning, stacklevel=2)

    def selected_alpn_protocol(self):
        """The protocol on top of TLS that both ends agreed on, or None."""
        protocol = self._native.agreement()[2] if self._is_established and self._native is not None else None
        return None if protocol is None else protocol.decode("ascii")

    def cipher(self):
        """The cipher suite: its name, version and bits."""
        suite = self._native.agreement()[1] if self._native is not None else None
        return None if suite is None or not self._is_established else triple(suite)

    def shared_ciphers(self):
        """The cipher suites that a server has in common with its client."""
        if self._offered is None:
            return None
        return [triple(suite) for suite in SUITES if suite in self._offered and suite in self._context._suites()]

    def compression(self):
        """None: nobody compresses any more."""

    def pending(self):
        """How many bytes of received data there are."""
        return 0 if self._native is None else self._native.available()

    def version(self):
        """The version of the protocol, or None."""
        if not self._is_established or self._native is None:
            return None
        return _VERSIONS.get(self._native.agreement()[0])

    def get_channel_binding(self, cb_type="tls-unique"):
        """What belongs to this connection alone: there is nothing of the kind here."""
        raise ValueError(f"{cb_type!r} channel binding type not implemented")

    def verify_client_post_handshake(self):
        """Ask for a certificate later: that can't be."""
        raise NotImplementedError("Post-handshake authentication is not supported")


def _alert_of(callback, connection, name, context):
    """What a callback for names decides: None, or the number of an alert."""
    try:
        result = callback(connection, name, context)
    except Exception as problem:
        _ignored(problem, callback)
        return 40
    if result is None:
        return None
    try:
        from operator import index

        return index(result)
    except Exception as problem:
        _ignored(problem, result)
        return 80


def _ignored(problem, what):
    sys._show_unraisable(problem, f"Exception ignored in {what!r}")


class SSLObject(Connection):
    """One end of a connection that reads from memory and writes to it."""

    def __init__(self, *args, **kwargs):
        name = self.__class__.__name__
        raise TypeError(
            f"{name} does not have a public constructor. Instances are returned by SSLContext.wrap_bio()."
        )

    @classmethod
    def _create(cls, incoming, outgoing, server_side=False, server_hostname=None, session=None, context=None):
        made = cls.__new__(cls)
        for what, bio in ("incoming", incoming), ("outgoing", outgoing):
            if not isinstance(bio, MemoryBIO):
                kind = type(bio).__name__
                raise TypeError(f"_wrap_bio() argument {what!r} must be _ssl.MemoryBIO, not {kind}")
        made._incoming, made._outgoing = incoming, outgoing
        made._set_up(context, server_side, server_hostname, session)
        made._begin()
        return made

    server_side = property(lambda self: self._server_side, doc="Whether this end is the server.")
    server_hostname = property(lambda self: self._server_hostname, doc="The name of the server, or None.")

    def _flush(self, wait):
        data = self._native.take()
        if data:
            self._outgoing.write(data)

    def _receive(self, wait):
        data = self._incoming.read(self._native.wanted())
        if data:
            self._feed(data, wait)
            self._flush(wait)
            return True
        if not self._incoming.eof:
            raise want_read()
        return False

    def do_handshake(self):
        """Get to know the other end."""
        self._shake_hands(None)

    def read(self, len=1024, buffer=None):
        """Received data, at most so many bytes; or how many were put into a buffer."""
        if len == 0 and buffer is None:
            return b""
        data = self._pull(len if buffer is None else min(len or 1 << 30, memoryview(buffer).nbytes), None)
        return data if buffer is None else put(data, buffer)

    def write(self, data):
        """Send data: how many bytes."""
        self._push(data, None)
        self._flush(None)
        return memoryview(data).nbytes

    def unwrap(self):
        """End the encrypted connection."""
        self._end(None)


def put(data, buffer):
    """Puts data into a buffer: how many bytes."""
    with memoryview(buffer) as view, view.cast("B") as place:
        place[: len(data)] = data
    return len(data)


MemoryBIO.__module__ = SSLSession.__module__ = "_ssl"
SSLObject.__module__ = "ssl"
