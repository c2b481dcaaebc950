"""Private keys that are encrypted with a password: PKCS #8 (RFC 8018), and OpenSSL's older form in headers of PEM."""

import hashlib

from _ssl_certificates import elements, identifier

_LONGEST = 1024
_CBC = 2
_AES_KEYS = {"2.16.840.1.101.3.4.1.2": 16, "2.16.840.1.101.3.4.1.42": 32}
_OLD_CIPHERS = {"AES-128-CBC": 16, "AES-256-CBC": 32}
_PBES2, _PBKDF2, _SCRYPT = "1.2.840.113549.1.5.13", "1.2.840.113549.1.5.12", "1.3.6.1.4.1.11591.4.11"
_DIGESTS = {
    "1.2.840.113549.2.7": "sha1", "1.2.840.113549.2.8": "sha224", "1.2.840.113549.2.9": "sha256",
    "1.2.840.113549.2.10": "sha384", "1.2.840.113549.2.11": "sha512",
}  # fmt: skip


def secret_of(password):
    """The password as bytes; from a function, or from whoever sits at the terminal."""
    kind = "password should be a string or callable"
    if password is None:
        from getpass import getpass

        password = getpass("Enter PEM pass phrase:")
    elif callable(password):
        password, kind = password(), "password callback must return a string"
    if isinstance(password, str):
        password = password.encode()
    if not isinstance(password, (bytes, bytearray)):
        raise TypeError(kind)
    if len(password) > _LONGEST:
        raise ValueError(f"password cannot be longer than {_LONGEST} bytes")
    return bytes(password)


def decrypted(label, headers, data, secret):
    """The key; ValueError if the password is wrong, or the cipher unknown."""
    if label == "ENCRYPTED PRIVATE KEY":
        key, vector, data = _of_pkcs8(data, secret)
    else:
        key, vector = _of_headers(headers, secret)
    from cryptolib import aes

    plain = aes(key, _CBC, vector).decrypt(data)
    size = plain[-1]
    if not 1 <= size <= 16 or plain[-size:] != bytes([size]) * size:
        raise ValueError("bad decrypt")
    return plain[:-size]


def _of_pkcs8(data, secret):
    """The cipher's key and vector, and what is encrypted."""
    (_, algorithm), (_, encrypted) = elements(elements(data)[0][1])
    (_, scheme), (_, parameters) = elements(algorithm)
    if identifier(scheme) != _PBES2:
        raise ValueError("unknown scheme")
    (_, derivation), (_, cipher) = elements(parameters)
    (_, cipher), (_, vector) = elements(cipher)
    size = _AES_KEYS.get(identifier(cipher))
    if size is None:
        raise ValueError("unknown cipher")
    return _derived(elements(derivation), secret, size), vector, encrypted


def _derived(derivation, secret, size):
    (_, function), (_, parameters) = derivation
    function, fields = identifier(function), elements(parameters)
    salt, numbers = fields[0][1], [int.from_bytes(data) for tag, data in fields if tag == 2]
    if function == _SCRYPT:
        cost, block, parallel = numbers[:3]
        memory = 128 * block * (cost + parallel + 2)
        return hashlib.scrypt(secret, salt=salt, n=cost, r=block, p=parallel, maxmem=memory, dklen=size)
    if function != _PBKDF2:
        raise ValueError("unknown function")
    # SHA-1 where nothing is said.
    digest = "sha1"
    if fields[-1][0] == 0x30:
        digest = _DIGESTS.get(identifier(elements(fields[-1][1])[0][1]))
        if digest is None:
            raise ValueError("unknown digest")
    return hashlib.pbkdf2_hmac(digest, secret, salt, numbers[0], size)


def _of_headers(headers, secret):
    for header in headers:
        name, _, value = header.partition(":")
        if name == "DEK-Info":
            cipher, _, vector = value.strip().partition(",")
            size = _OLD_CIPHERS.get(cipher)
            if size is None:
                raise ValueError("unknown cipher")
            vector = bytes.fromhex(vector)
            key = block = b""
            while len(key) < size:
                block = hashlib.md5(block + secret + vector[:8]).digest()
                key += block
            return key[:size], vector
    raise ValueError("no cipher")
