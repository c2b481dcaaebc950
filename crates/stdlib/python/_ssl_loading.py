"""Certificates and keys from files: what contexts load."""

import _ssl
import os

from _ssl_certificates import check, pem_blocks, whole_length
from _ssl_errors import SSLError, exception_of, openssl_error, pem_error, ssl_error

_CERTIFICATES = ("CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE")
_KEYS = ("PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY")


def _path(value, name):
    try:
        return os.fspath(value)
    except TypeError:
        raise TypeError(f"{name} should be a valid filesystem path") from None


def _read(path):
    # OpenSSL does not say which file it was.
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as problem:
        raise type(problem)(problem.errno, problem.strerror) from None


def _blocks(data):
    """The blocks of a file in PEM."""
    try:
        return list(pem_blocks(data.decode("latin-1")))
    except ValueError:
        raise pem_error() from None


def _given(value, name):
    """The blocks of a file, or of bytes that are what would be in it: PEM, or a single value in DER."""
    if isinstance(value, (bytes, bytearray)) and value[:1] == b"\x30":
        return [(None, [], bytes(value))]
    if isinstance(value, (bytes, bytearray)) and value.startswith(b"-----BEGIN "):
        return _blocks(value)
    return _blocks(_read(_path(value, name)))


def identity(certfile, keyfile, password):
    """A list of certificates and a key, which belong together."""
    if password is not None and not callable(password) and not isinstance(password, (str, bytes, bytearray)):
        raise TypeError("password should be a string or callable")
    if keyfile is not None and not isinstance(keyfile, bytearray):
        keyfile = _path(keyfile, "keyfile")
    blocks = _given(certfile, "certfile")
    chain = [data for label, _, data in blocks if label in _CERTIFICATES or label is None]
    if not chain:
        raise pem_error()
    if keyfile is not None:
        blocks = _given(keyfile, "keyfile")
    for label, headers, data in blocks:
        if label in _KEYS or label is None and keyfile is not None:
            key = _plain_key(label, headers, data, password)
            break
    else:
        raise pem_error()
    return checked(chain, key)


def checked(chain, key):
    """A list of certificates and a key, if they belong together."""
    problem = _ssl.check(chain, key)
    if problem is not None:
        raise exception_of(problem)
    return chain, key


def _plain_key(label, headers, data, password):
    if label != "ENCRYPTED PRIVATE KEY" and not headers:
        return data
    from _ssl_key_passwords import decrypted, secret_of

    secret = secret_of(password)
    try:
        return decrypted(label, headers, data, secret)
    except (IndexError, ValueError):
        raise pem_error() from None


def trusted(cafile, capath, cadata):
    """The certificates, and the lists of revoked ones, of all places."""
    roots, revoked = [], []
    if cadata is not None:
        roots += _from_data(cadata)
    if cafile is not None:
        path = _path(cafile, "cafile")
        if not _sort_in(_read(path), roots, revoked):
            raise openssl_error("NO_CERTIFICATE_OR_CRL_FOUND", number=136, library="X509")
    if capath is not None:
        # OpenSSL looks for the hash of a name when it is needed; here all files are read.
        _sort_in_folder(_path(capath, "capath"), roots, revoked)
    return roots, revoked


def _sort_in(data, roots, revoked):
    """Adds what is in a file in PEM: how much."""
    count = 0
    try:
        blocks = list(pem_blocks(data.decode("latin-1")))
    except ValueError:
        blocks = []
    for label, _, body in blocks:
        if label in _CERTIFICATES:
            roots.append(body)
        elif label == "X509 CRL":
            revoked.append(body)
        else:
            continue
        count += 1
    return count


def _sort_in_folder(folder, roots, revoked):
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    for name in names:
        # The names that OpenSSL looks for: eight hexadecimal digits, and a number.
        stem, _, number = name.partition(".")
        if len(stem) == 8 and number.lstrip("r").isdigit():
            try:
                _sort_in(_read(os.path.join(folder, name)), roots, revoked)
            except OSError:
                pass


def _from_data(data):
    """Certificates out of a text in PEM or of bytes in DER."""
    message = "cadata should be an ASCII string or a bytes-like object"
    if isinstance(data, (bytes, bytearray)) and data.startswith(b"-----BEGIN "):
        data = data.decode("latin-1")
    if isinstance(data, str):
        if not data.isascii():
            raise TypeError(message)
        if not data:
            raise ValueError("Empty certificate data")
        try:
            found = [body for label, _, body in pem_blocks(data) if label in _CERTIFICATES]
        except ValueError:
            raise ssl_error(0, "bad base64 decode: cadata does not contain a certificate") from None
        if not found:
            raise ssl_error(0, "no start line: cadata does not contain a certificate")
    else:
        try:
            data = bytes(memoryview(data))
        except TypeError:
            raise TypeError(message) from None
        if not data:
            raise ValueError("Empty certificate data")
        found = []
        while data:
            try:
                size = whole_length(data)
                if size > len(data):
                    raise ValueError
                check(data[:size])
            except ValueError:
                raise ssl_error(0, "not enough data: cadata does not contain a certificate") from None
            found.append(data[:size])
            data = data[size:]
    for each in found:
        try:
            check(each)
        except ValueError:
            raise openssl_error("NOT_ENOUGH_DATA", number=142, library="ASN1") from None
    return found


def default_roots():
    """Whom this computer trusts; the environment can say otherwise."""
    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    if not file and not folder:
        return _ssl.system_roots()
    roots, revoked = [], []
    if file and os.path.isfile(file):
        _sort_in(_read(file), roots, revoked)
    if folder:
        _sort_in_folder(folder, roots, revoked)
    return roots


def default_paths():
    """What get_default_verify_paths() gives."""
    file, folder = "/usr/lib/ssl/cert.pem", "/usr/lib/ssl/certs"
    for known in ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"):
        if os.path.isfile(known):
            file, folder = known, os.path.dirname(known)
            break
    named_file = os.environ.get("SSL_CERT_FILE", file)
    named_folder = os.environ.get("SSL_CERT_DIR", folder)
    return (named_file if os.path.isfile(named_file) else None, named_folder if os.path.isdir(named_folder) else None,
            "SSL_CERT_FILE", file, "SSL_CERT_DIR", folder)  # fmt: skip
