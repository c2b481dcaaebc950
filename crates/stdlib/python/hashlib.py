"""Digests: short checksums of data by which it can be known again.

    >>> import hashlib
    >>> hashlib.sha256(b"data").hexdigest()[:16]
    '3a6eb0790f39ac87'
"""

import _hashlib

algorithms_guaranteed = set(_hashlib.names())
algorithms_available = set(algorithms_guaranteed)

__all__ = [*_hashlib.names(), "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "file_digest"]


def new(name, data=b"", *, usedforsecurity=True, string=None):
    """A hash object of the algorithm with that name, with some data."""
    made = _hashlib.new(name, _data(data, string))
    if made is None:
        made = _hashlib.new(name.lower().replace("-", "_" if name.lower().startswith(("sha3", "shake")) else ""), _data(data, string))
    if made is None:
        raise ValueError(f"unsupported hash type {name}")
    return made


def _data(data, string):
    if string is None:
        return data
    if data != b"":
        raise TypeError("'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal in a future version.")
    return string


def _constructor(name):
    def make(data=b"", *, usedforsecurity=True, string=None):
        return _hashlib.new(name, _data(data, string))

    make.__name__ = make.__qualname__ = f"openssl_{name}"
    make.__doc__ = f"Returns a {name} hash object; optionally initialized with a string"
    return make


for _name in _hashlib.names():
    globals()[_name] = _constructor(_name)
del _name


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """A key of dklen bytes, out of a password and a salt by many rounds of HMAC (RFC 8018)."""
    if not isinstance(hash_name, str):
        raise TypeError(f"pbkdf2_hmac() argument 'hash_name' must be str, not {type(hash_name).__name__}")
    password, salt = bytes(memoryview(password)), bytes(memoryview(salt))
    plain = new(hash_name)
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    size = plain.digest_size
    if dklen is None:
        dklen = size
    if dklen < 1:
        raise ValueError("key length must be greater than 0.")
    block = plain.block_size
    if len(password) > block:
        password = new(hash_name, password).digest()
    password = password.ljust(block, b"\0")
    inner = new(hash_name, bytes(byte ^ 0x36 for byte in password))
    outer = new(hash_name, bytes(byte ^ 0x5C for byte in password))

    def mac(data):
        first, second = inner.copy(), outer.copy()
        first.update(data)
        second.update(first.digest())
        return second.digest()

    key = b""
    number = 1
    while len(key) < dklen:
        last = mac(salt + number.to_bytes(4, "big"))
        total = int.from_bytes(last, "big")
        for _ in range(iterations - 1):
            last = mac(last)
            total ^= int.from_bytes(last, "big")
        key += total.to_bytes(size, "big")
        number += 1
    return key[:dklen]


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    """A hash object of what a binary file holds from where it stands. digest is a name, or a function that makes one."""
    made = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        # A file in memory.
        made.update(fileobj.getbuffer())
        return made
    if not (hasattr(fileobj, "readinto") and hasattr(fileobj, "readable") and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    buffer = bytearray(_bufsize)
    view = memoryview(buffer)
    while True:
        size = fileobj.readinto(buffer)
        if size is None:
            raise BlockingIOError("I/O operation would block.")
        if size == 0:
            return made
        made.update(view[:size])
