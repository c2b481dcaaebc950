"""The exceptions of ssl, and what they say."""

# The names that OpenSSL has for alerts which came from the other end; the older ones begin otherwise.
_OLD_ALERTS = {
    10: "UNEXPECTED_MESSAGE", 20: "BAD_RECORD_MAC", 30: "DECOMPRESSION_FAILURE", 40: "HANDSHAKE_FAILURE",
    41: "NO_CERTIFICATE", 42: "BAD_CERTIFICATE", 43: "UNSUPPORTED_CERTIFICATE", 44: "CERTIFICATE_REVOKED",
    45: "CERTIFICATE_EXPIRED", 46: "CERTIFICATE_UNKNOWN", 47: "ILLEGAL_PARAMETER",
}  # fmt: skip
_ALERTS = {
    21: "TLSV1_ALERT_DECRYPTION_FAILED", 22: "TLSV1_ALERT_RECORD_OVERFLOW", 48: "TLSV1_ALERT_UNKNOWN_CA",
    49: "TLSV1_ALERT_ACCESS_DENIED", 50: "TLSV1_ALERT_DECODE_ERROR", 51: "TLSV1_ALERT_DECRYPT_ERROR",
    60: "TLSV1_ALERT_EXPORT_RESTRICTION", 70: "TLSV1_ALERT_PROTOCOL_VERSION",
    71: "TLSV1_ALERT_INSUFFICIENT_SECURITY", 80: "TLSV1_ALERT_INTERNAL_ERROR",
    86: "TLSV1_ALERT_INAPPROPRIATE_FALLBACK", 90: "TLSV1_ALERT_USER_CANCELLED", 100: "TLSV1_ALERT_NO_RENEGOTIATION",
    109: "TLSV13_ALERT_MISSING_EXTENSION", 110: "TLSV1_UNSUPPORTED_EXTENSION", 111: "TLSV1_CERTIFICATE_UNOBTAINABLE",
    112: "TLSV1_UNRECOGNIZED_NAME", 113: "TLSV1_BAD_CERTIFICATE_STATUS_RESPONSE",
    114: "TLSV1_BAD_CERTIFICATE_HASH_VALUE", 115: "TLSV1_ALERT_UNKNOWN_PSK_IDENTITY",
    116: "TLSV13_ALERT_CERTIFICATE_REQUIRED", 120: "TLSV1_ALERT_NO_APPLICATION_PROTOCOL",
}  # fmt: skip


class SSLError(OSError):
    """Something went wrong with TLS: library and reason say where and what."""

    def __str__(self):
        return self.strerror if isinstance(self.strerror, str) else str(self.args)


class SSLZeroReturnError(SSLError):
    """The other end has closed the connection as it should."""


class SSLWantReadError(SSLError):
    """Something has to be received first."""


class SSLWantWriteError(SSLError):
    """Something has to be sent first."""


class SSLSyscallError(SSLError):
    """The system reported an error."""


class SSLEOFError(SSLError):
    """The connection ended without being closed."""


class SSLCertVerificationError(SSLError, ValueError):
    """The certificate of the other end isn't good."""


CertificateError = SSLCertVerificationError
socket_error = OSError


def ssl_error(number, text, kind=SSLError, reason=None, library=None):
    """An exception with the attributes of those that ssl raises."""
    made = kind(number, text)
    made.reason, made.library = reason, library
    return made


def openssl_error(reason, text=None, number=1, kind=SSLError, library="SSL"):
    """An exception with a name of OpenSSL, whose words are mostly its own."""
    if text is None:
        text = reason.lower().replace("_", " ")
    return ssl_error(number, f"[{library}: {reason}] {text}", kind, reason, library)


def pem_error(text="PEM lib"):
    """A file that isn't what it should be."""
    return ssl_error(524297, f"[SSL] {text}", SSLError, None, "SSL")


def want_read():
    """Nothing is there to be received."""
    return ssl_error(2, "The operation did not complete (read)", SSLWantReadError)


def want_write():
    """Nothing can be sent."""
    return ssl_error(3, "The operation did not complete (write)", SSLWantWriteError)


def zero_return():
    """The other end has closed the connection."""
    return ssl_error(6, "TLS/SSL connection has been closed (EOF)", SSLZeroReturnError)


def unexpected_end():
    """The connection is gone."""
    text = "EOF occurred in violation of protocol"
    return openssl_error("UNEXPECTED_EOF_WHILE_READING", text, 8, SSLEOFError)


def exception_of(problem):
    """The exception for what _ssl reports."""
    kind, number, name, text = problem
    if kind == "alert":
        if number in _OLD_ALERTS:
            name = "SSLV3_ALERT_" + _OLD_ALERTS[number]
        else:
            name = _ALERTS.get(number, f"TLSV1_ALERT_{number}")
        return openssl_error(name)
    if kind == "certificate":
        words = f"certificate verify failed: {text}"
        made = openssl_error("CERTIFICATE_VERIFY_FAILED", words, kind=SSLCertVerificationError)
        made.verify_code, made.verify_message = number, text
        return made
    if name == "PEM_LIB":
        return pem_error("PEM lib")
    if name == "KEY_VALUES_MISMATCH":
        return openssl_error(name, text, 116, library="X509")
    return openssl_error(name, text)


for _kind in (SSLError, SSLZeroReturnError, SSLWantReadError, SSLWantWriteError, SSLSyscallError, SSLEOFError,
              SSLCertVerificationError):  # fmt: skip
    _kind.__module__ = "ssl"
del _kind
