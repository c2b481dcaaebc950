"""Encrypted connections: TLS 1.2 and 1.3."""

import _ssl
import os
import socket as _sockets

from _ssl_ciphers import SUITES as _SUITES
from _ssl_errors import (
    CertificateError, SSLCertVerificationError, SSLEOFError, SSLError, SSLSyscallError, SSLWantReadError,
    SSLWantWriteError, SSLZeroReturnError, exception_of as _exception_of, socket_error, ssl_error as _ssl_error,
)  # fmt: skip
from _ssl_names import *  # noqa: F403
from _ssl_names import _ASN1Object, _SSLMethod
from _ssl_objects import MemoryBIO, SSLObject, SSLSession
from _ssl_sockets import SSLSocket
from collections import namedtuple
from socket import SO_TYPE, SOCK_STREAM, SOL_SOCKET, create_connection, socket

OPENSSL_VERSION, _NATIVE_SUITES = _ssl.describe() or ("no TLS", [])
# The version of OpenSSL whose behaviour this is.
OPENSSL_VERSION_INFO = (3, 0, 0, 0, 0)
OPENSSL_VERSION_NUMBER = 0x30000000
_SERVERS_ONLY, _CLIENTS_ONLY = PROTOCOL_TLS_SERVER, PROTOCOL_TLS_CLIENT
_DEFAULT_OPTIONS = (
    OP_ALL | OP_NO_SSLv3 | OP_CIPHER_SERVER_PREFERENCE | OP_NO_COMPRESSION | OP_ENABLE_MIDDLEBOX_COMPAT
)  # fmt: skip
_TURNED_OFF = (OP_NO_SSLv3, OP_NO_TLSv1, OP_NO_TLSv1_1, OP_NO_TLSv1_2, OP_NO_TLSv1_3)
_STATISTICS = ("number", "connect", "connect_good", "connect_renegotiate", "accept", "accept_good",
               "accept_renegotiate", "hits", "misses", "timeouts", "cache_full")  # fmt: skip


def _deprecated(what):
    import warnings

    warnings.warn(f"{what} is deprecated", DeprecationWarning, stacklevel=3)


class SSLContext:
    """What connections have in common: certificates, whom to trust, versions."""

    sslsocket_class = SSLSocket
    sslobject_class = SSLObject

    def __new__(cls, protocol=None, *args, **kwargs):
        if protocol is None:
            import warnings

            warnings.warn("ssl.SSLContext() without protocol argument is deprecated.", DeprecationWarning, stacklevel=2)
            protocol = PROTOCOL_TLS
        if not hasattr(protocol, "__index__"):
            raise TypeError(f"{type(protocol).__name__!r} object cannot be interpreted as an integer")
        if protocol not in (PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER):
            try:
                _deprecated(f"ssl.{_SSLMethod(protocol).name}")
            except ValueError:
                raise ValueError(f"invalid or unsupported protocol version {protocol}") from None
        self = object.__new__(cls)
        self._protocol = _SSLMethod(protocol)
        return self

    def __init__(self, protocol=None, *args, **kwargs):
        is_client = self._protocol == PROTOCOL_TLS_CLIENT
        self._verify_mode = CERT_REQUIRED if is_client else CERT_NONE
        self._check_hostname = is_client
        self._common_name = True
        self._verify_flags = VERIFY_X509_TRUSTED_FIRST
        self._options = _DEFAULT_OPTIONS
        self._minimum, self._maximum = TLSVersion.TLSv1_2, TLSVersion.MAXIMUM_SUPPORTED
        if self._protocol in (PROTOCOL_TLSv1, PROTOCOL_TLSv1_1, PROTOCOL_TLSv1_2):
            self._minimum = self._maximum = TLSVersion(self._protocol + 0x2FE)
        self._ciphers = [number for number in _SUITES if number in _NATIVE_SUITES]
        self._protocols = []
        self._identities, self._roots, self._revoked = [], [], []
        self._tickets = 2
        self._sni_callback = self._msg_callback_function = None
        self._keylog_filename = None
        self._counts = dict.fromkeys(_STATISTICS, 0)
        self._post_handshake_auth = False
        self._prepared = None

    # Making connections

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True,
                    server_hostname=None, session=None):  # fmt: skip
        """An encrypted connection over a socket, which then belongs to it."""
        if not isinstance(sock, socket):
            from tls import SSLSocket as StreamSocket

            return StreamSocket(self, sock, server_side, do_handshake_on_connect, server_hostname)
        return self.sslsocket_class._create(
            sock=sock, server_side=server_side, do_handshake_on_connect=do_handshake_on_connect,
            suppress_ragged_eofs=suppress_ragged_eofs, server_hostname=server_hostname, context=self,
            session=session,
        )  # fmt: skip

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        """An encrypted connection that reads from memory and writes to it."""
        return self.sslobject_class._create(
            incoming, outgoing, server_side=server_side, server_hostname=server_hostname, session=session,
            context=self,
        )  # fmt: skip

    def _check_side(self, server_side):
        if server_side and self._protocol == _CLIENTS_ONLY:
            raise _ssl_error(0, "Cannot create a server socket with a PROTOCOL_TLS_CLIENT context")
        if not server_side and self._protocol == _SERVERS_ONLY:
            raise _ssl_error(0, "Cannot create a client socket with a PROTOCOL_TLS_SERVER context")

    def _encode_hostname(self, hostname):
        """A name as it is sent."""
        if hostname is None:
            return None
        if not isinstance(hostname, str):
            hostname = bytes(hostname).decode("ascii")
        if "\0" in hostname:
            raise TypeError("argument must be encoded string without null bytes, not str")
        if not hostname or hostname.startswith("."):
            raise ValueError("server_hostname cannot be an empty string or start with a leading dot.")
        return hostname if hostname.isascii() else hostname.encode("idna").decode("ascii")

    def _changed(self):
        """The settings of new connections aren't those of the last ones any more."""
        self._prepared = None

    def _suites(self):
        return self._ciphers

    def _versions(self):
        lowest = 0 if self._minimum < 0 else self._minimum
        highest = 0xFFFF if self._maximum == TLSVersion.MAXIMUM_SUPPORTED else self._maximum
        found = []
        for version, forbids in (TLSVersion.TLSv1_3, OP_NO_TLSv1_3), (TLSVersion.TLSv1_2, OP_NO_TLSv1_2):
            if lowest <= version <= highest and not self._options & forbids:
                found.append(int(version))
        return found

    def _ready(self):
        """The settings as _ssl has them."""
        if self._prepared is None:
            revocation = {0: 0, 4: 1}.get(self._verify_flags & VERIFY_CRL_CHECK_CHAIN, 2)
            tickets = 0 if self._options & OP_NO_TICKET else min(self._tickets, 255)
            numbers = [self._verify_mode, revocation, self._check_hostname, self._common_name, tickets,
                       self._keylog_filename is not None]  # fmt: skip
            self._prepared = self._valid(_ssl.context(
                self._identities, self._roots, self._revoked, self._protocols, self._ciphers, self._versions(),
                list(map(int, numbers)),
            ))  # fmt: skip
        return self._prepared

    def _valid(self, made):
        if isinstance(made, tuple):
            raise _exception_of(made)
        return made

    def _client(self, server_hostname, earlier):
        """A session of a client."""
        native = None if earlier is None else earlier._native
        return self._valid(_ssl.client(self._ready(), server_hostname, native))

    def _established(self, connection):
        """A handshake is done."""
        kind = "accept" if connection._server_side else "connect"
        self._counts[kind] += 1
        self._counts[kind + "_good"] += 1
        if connection._is_reused:
            self._counts["hits"] += 1
        if self._keylog_filename is not None:
            secrets = self._ready().secrets()
            with open(self._keylog_filename, "a") as file:
                file.write(secrets)

    # Certificates

    def load_cert_chain(self, certfile, keyfile=None, password=None):
        """Load the certificate to show, those that vouch for it, and its private key, in PEM."""
        from _ssl_loading import identity

        self._identities.append(identity(certfile, keyfile, password))
        self._identities = self._identities[-1:] + self._identities[:-1]
        self._changed()

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        """Trust the certificates of a file, of a folder, and of texts in PEM or bytes in DER."""
        from _ssl_loading import trusted

        if cafile is None and capath is None and cadata is None:
            raise TypeError("cafile, capath and cadata cannot be all omitted")
        roots, revoked = trusted(cafile, capath, cadata)
        self._roots = list(dict.fromkeys(self._roots + roots))
        self._revoked += revoked
        self._changed()

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        """Trust whom this computer trusts."""
        if not isinstance(purpose, Purpose):
            raise TypeError(purpose)
        self.set_default_verify_paths()

    def set_default_verify_paths(self):
        """The same."""
        from _ssl_loading import default_roots

        self._roots = list(dict.fromkeys(self._roots + default_roots()))
        self._changed()

    def get_ca_certs(self, binary_form=False):
        """The trusted certificates that may vouch for others: dicts, or bytes."""
        from _ssl_certificates import decoded, is_ca

        return [root if binary_form else decoded(root) for root in self._roots if is_ca(root)]

    def cert_store_stats(self):
        """How many certificates are trusted, and how many lists of revoked ones there are."""
        from _ssl_certificates import is_ca

        count = len(self._roots)
        return {"x509": count, "crl": len(self._revoked), "x509_ca": sum(map(is_ca, self._roots))}

    # Settings

    protocol = property(lambda self: self._protocol, doc="What it is for.")

    @property
    def verify_mode(self):
        """Whether the other end has to show a certificate."""
        return self._verify_mode

    @verify_mode.setter
    def verify_mode(self, value):
        if not hasattr(value, "__index__"):
            raise TypeError(f"{type(value).__name__!r} object cannot be interpreted as an integer")
        if value not in (0, 1, 2):
            raise ValueError("invalid value for verify_mode")
        if value == CERT_NONE and self._check_hostname:
            raise ValueError("Cannot set verify_mode to CERT_NONE when check_hostname is enabled.")
        self._verify_mode = VerifyMode(value)
        self._changed()

    @property
    def check_hostname(self):
        """Whether a server's certificate must be for the name under which it was called."""
        return self._check_hostname

    @check_hostname.setter
    def check_hostname(self, value):
        self._check_hostname = bool(value)
        if value and self._verify_mode == CERT_NONE:
            self._verify_mode = CERT_REQUIRED
        self._changed()

    @property
    def hostname_checks_common_name(self):
        """Whether the common name counts in a certificate without other names."""
        return self._common_name

    @hostname_checks_common_name.setter
    def hostname_checks_common_name(self, value):
        self._common_name = bool(value)
        self._changed()

    @property
    def verify_flags(self):
        """How certificates are looked at."""
        return VerifyFlags(self._verify_flags)

    @verify_flags.setter
    def verify_flags(self, value):
        if not isinstance(value, int):
            raise TypeError(f"argument must be int, not {type(value).__name__}")
        self._verify_flags = int(value)
        self._changed()

    @property
    def options(self):
        """What OpenSSL can be told to do otherwise."""
        return Options(self._options)

    @options.setter
    def options(self, value):
        if not isinstance(value, int):
            raise TypeError(f"argument must be int, not {type(value).__name__}")
        if value < 0:
            raise OverflowError("can't convert negative int to unsigned")
        if any(value & each and not self._options & each for each in _TURNED_OFF):
            _deprecated_options()
        self._options = int(value)
        self._changed()

    @property
    def minimum_version(self):
        """The oldest version of TLS that is spoken."""
        return TLSVersion(self._minimum)

    @minimum_version.setter
    def minimum_version(self, value):
        self._minimum = self._version(value, TLSVersion.MINIMUM_SUPPORTED)

    @property
    def maximum_version(self):
        """The newest version of TLS that is spoken."""
        return TLSVersion(self._maximum)

    @maximum_version.setter
    def maximum_version(self, value):
        self._maximum = self._version(value, TLSVersion.MAXIMUM_SUPPORTED)

    def _version(self, value, unlimited):
        if self._protocol not in (PROTOCOL_TLS, PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER):
            raise ValueError("The context's protocol doesn't support modification of highest and lowest version.")
        try:
            value = TLSVersion(value)
        except ValueError:
            raise ValueError(f"Unsupported TLS/SSL version 0x{value:x}") from None
        if value in (TLSVersion.SSLv3, TLSVersion.TLSv1, TLSVersion.TLSv1_1):
            _deprecated(f"ssl.{value}")
        self._changed()
        return value

    @property
    def num_tickets(self):
        """How many tickets a server gives to a client of TLS 1.3."""
        return self._tickets

    @num_tickets.setter
    def num_tickets(self, value):
        if not isinstance(value, int):
            raise TypeError(f"{type(value).__name__!r} object cannot be interpreted as an integer")
        if value < 0:
            raise ValueError("value must be non-negative")
        if self._protocol != PROTOCOL_TLS_SERVER:
            raise ValueError("SSLContext is not a server context.")
        self._tickets = value
        self._changed()

    security_level = property(lambda self: 2, doc="How short keys may be.")

    @property
    def post_handshake_auth(self):
        """Whether a client shows its certificate when it is asked later: it doesn't."""
        return self._post_handshake_auth

    @post_handshake_auth.setter
    def post_handshake_auth(self, value):
        self._post_handshake_auth = bool(value)

    @property
    def keylog_filename(self):
        """The file to which the secrets of connections are written, or None."""
        return self._keylog_filename

    @keylog_filename.setter
    def keylog_filename(self, value):
        if value is not None:
            value = os.fspath(value)
            with open(value, "a") as file:
                if file.tell() == 0:
                    file.write("# TLS secrets log file, generated by OpenSSL / Python\n")
        self._keylog_filename = value
        self._changed()

    @property
    def sni_callback(self):
        """What a server calls with the name that a client gives."""
        return self._sni_callback

    @sni_callback.setter
    def sni_callback(self, callback):
        if callback is not None and not callable(callback):
            raise TypeError("not a callable object")
        self._sni_callback = callback

    def set_servername_callback(self, server_name_callback):
        """Let a server call a function with the name that a client gives."""
        self.sni_callback = server_name_callback

    def get_ciphers(self):
        """The cipher suites, as dicts."""
        from _ssl_ciphers import described

        return [described(number) for number in self._ciphers]

    def set_ciphers(self, ciphers, /):
        """Choose the cipher suites of TLS 1.2 by a string of OpenSSL, or all suites by a list of their names."""
        from _ssl_ciphers import chosen

        if isinstance(ciphers, (list, tuple)):
            found = [number for number, names in _SUITES.items() if {*names[:2]} & {*ciphers}]
            if len(found) < len(ciphers):
                raise SSLError("No cipher can be selected.")
            self._ciphers = found
        elif isinstance(ciphers, str):
            found = chosen(ciphers, [number for number in _SUITES if number >> 8 != 0x13 and number in _NATIVE_SUITES])
            if not found:
                raise SSLError("No cipher can be selected.")
            self._ciphers = [number for number in _SUITES if number >> 8 == 0x13] + found
        else:
            raise TypeError(f"set_ciphers() argument must be str, not {type(ciphers).__name__}")
        self._changed()

    def set_alpn_protocols(self, alpn_protocols):
        """Offer protocols on top of TLS, the preferred ones first."""
        protocols = [bytes(protocol, "ascii") for protocol in alpn_protocols]
        if not all(0 < len(protocol) < 256 for protocol in protocols):
            raise SSLError("ALPN protocols must be 1 to 255 in length")
        self._protocols = protocols
        self._changed()

    def set_npn_protocols(self, npn_protocols):
        """Nothing: that extension of TLS is gone."""
        import warnings

        warnings.warn("ssl NPN is deprecated, use ALPN instead", DeprecationWarning, stacklevel=2)

    def set_ecdh_curve(self, name, /):
        """Look whether an elliptic curve is known; which one is used is up to both ends."""
        if name not in ("prime256v1", "secp256r1", "P-256", "secp384r1", "P-384", "X25519"):
            raise ValueError(f"unknown elliptic curve name {name!r}")

    def load_dh_params(self, path, /):
        """Look whether there is such a file; key exchange over it is not supported."""
        with open(path, "rb"):
            pass

    def session_stats(self):
        """How many connections there were."""
        return dict(self._counts)

    def set_psk_client_callback(self, callback):
        """Keys that both know before: not supported."""
        raise NotImplementedError("TLS-PSK is not supported")

    def set_psk_server_callback(self, callback, identity_hint=None):
        """Keys that both know before: not supported."""
        raise NotImplementedError("TLS-PSK is not supported")


def _deprecated_options():
    import warnings

    text = "ssl.OP_NO_SSL*/ssl.OP_NO_TLS* options are deprecated"
    warnings.warn(text, DeprecationWarning, stacklevel=3)


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    """A context that is as careful as it should be."""
    if not isinstance(purpose, Purpose):
        raise TypeError(purpose)
    context = SSLContext(PROTOCOL_TLS_CLIENT if purpose == Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER)
    context.verify_flags |= VERIFY_X509_PARTIAL_CHAIN | VERIFY_X509_STRICT
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    elif context.verify_mode != CERT_NONE:
        context.load_default_certs(purpose)
    log = os.environ.get("SSLKEYLOGFILE")
    if log:
        context.keylog_filename = log
    return context


def _create_unverified_context(protocol=None, *, cert_reqs=CERT_NONE, check_hostname=False,
                               purpose=Purpose.SERVER_AUTH, certfile=None, keyfile=None, cafile=None, capath=None,
                               cadata=None):  # fmt: skip
    """A context that trusts everybody, unless it is told otherwise."""
    if not isinstance(purpose, Purpose):
        raise TypeError(purpose)
    if protocol is None:
        protocol = PROTOCOL_TLS_CLIENT if purpose == Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER
    context = SSLContext(protocol)
    context.check_hostname = check_hostname
    if cert_reqs is not None:
        context.verify_mode = cert_reqs
    if keyfile and not certfile:
        raise ValueError("certfile must be specified")
    if certfile or keyfile:
        context.load_cert_chain(certfile, keyfile)
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    elif context.verify_mode != CERT_NONE:
        context.load_default_certs(purpose)
    return context


_create_default_https_context = create_default_context
_create_stdlib_context = _create_unverified_context


def wrap_socket(sock, server_side=False, key=None, cert=None, cert_reqs=CERT_NONE, cadata=None, server_hostname=None,
                do_handshake=True):  # fmt: skip
    """An encrypted connection over a socket or stream, as MicroPython makes it."""
    from tls import SSLContext as PlainContext

    context = PlainContext(PROTOCOL_TLS_SERVER if server_side else PROTOCOL_TLS_CLIENT)
    if cert or key:
        context.load_cert_chain(cert, key)
    if cadata:
        context.load_verify_locations(cadata=cadata)
    context.verify_mode = cert_reqs
    return context.wrap_socket(
        sock, server_side=server_side, do_handshake_on_connect=do_handshake, server_hostname=server_hostname
    )


DefaultVerifyPaths = namedtuple(
    "DefaultVerifyPaths", "cafile capath openssl_cafile_env openssl_cafile openssl_capath_env openssl_capath"
)


def get_default_verify_paths():
    """Where certificates are that are trusted: those that exist first."""
    from _ssl_loading import default_paths

    return DefaultVerifyPaths(*default_paths())


def cert_time_to_seconds(cert_time):
    """A time as certificates have it, in seconds since 1970."""
    from calendar import timegm
    from time import strptime

    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    if cert_time[:3].title() not in months:
        form = "%b %d %H:%M:%S %Y GMT"
        raise ValueError(f'time data {cert_time!r} does not match format "{form}"')
    month = months.index(cert_time[:3].title()) + 1
    fields = strptime(cert_time[3:], " %d %H:%M:%S %Y GMT")
    return timegm((fields[0], month, *fields[2:6]))


def DER_cert_to_PEM_cert(der_cert_bytes):
    """A certificate in PEM."""
    from base64 import b64encode

    text = b64encode(der_cert_bytes).decode("ascii")
    lines = [text[at : at + 64] for at in range(0, len(text), 64)]
    return "\n".join([PEM_HEADER, *lines, PEM_FOOTER, ""])


def PEM_cert_to_DER_cert(pem_cert_string):
    """A certificate in DER."""
    from base64 import decodebytes

    if not pem_cert_string.startswith(PEM_HEADER):
        raise ValueError(f"Invalid PEM encoding; must start with {PEM_HEADER}")
    text = pem_cert_string.strip()
    if not text.endswith(PEM_FOOTER):
        raise ValueError(f"Invalid PEM encoding; must end with {PEM_FOOTER}")
    return decodebytes(text[len(PEM_HEADER) : -len(PEM_FOOTER)].encode("ascii"))


_UNSET = object()


def get_server_certificate(addr, ssl_version=PROTOCOL_TLS_CLIENT, ca_certs=None, timeout=_UNSET):
    """The certificate of a server, in PEM; checked if there is a file of whom to trust."""
    host, port = addr
    context = _create_stdlib_context(
        ssl_version, cert_reqs=CERT_NONE if ca_certs is None else CERT_REQUIRED, cafile=ca_certs
    )
    with create_connection(addr, *() if timeout is _UNSET else (timeout,)) as sock:
        with context.wrap_socket(sock, server_hostname=host) as connection:
            return DER_cert_to_PEM_cert(connection.getpeercert(True))


def get_protocol_name(protocol_code):
    """The name of a protocol's number."""
    try:
        return _SSLMethod(protocol_code).name
    except ValueError:
        return "<unknown>"


def RAND_bytes(n, /):
    """So many random bytes that nobody can guess."""
    if n < 0:
        raise ValueError("num must be positive")
    return os.urandom(n)


def RAND_status():
    """Whether there are enough of them: always."""
    return True


def RAND_add(string, entropy, /):
    """Add something to what they are made of, which needs nothing."""
