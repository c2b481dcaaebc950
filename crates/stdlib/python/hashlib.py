"""Digests: short checksums of data by which it can be known again.

    >>> import hashlib
    >>> hashlib.sha256(b"data").hexdigest()[:16]
    '3a6eb0790f39ac87'
"""

import _hashlib
from _operator import index as _index

algorithms_guaranteed = {*_hashlib.names()}
__all__ = [*_hashlib.names(), "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "file_digest"]

try:
    import _hashkeys
    from _blake2 import blake2b, blake2s
except ImportError:
    # A board without them.
    _hashkeys = None
else:
    algorithms_guaranteed |= {"blake2b", "blake2s"}
    __all__ += ["blake2b", "blake2s", "scrypt"]

algorithms_available = set(algorithms_guaranteed)


class UnsupportedDigestmodError(ValueError):
    """An algorithm that does not go with a key."""


UnsupportedDigestmodError.__module__ = "_hashlib"


def new(name, data=b"", *, usedforsecurity=True, string=None, **options):
    """A hash object of the algorithm with that name, with some data."""
    if _hashkeys and isinstance(name, str) and name in ("blake2b", "blake2s"):
        return (blake2b if name == "blake2b" else blake2s)(_data(data, string), **options)
    if options:
        raise TypeError(f"new() got an unexpected keyword argument '{next(iter(options))}'")
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
    password, salt, iterations = _bytes(password), _bytes(salt), _index(iterations)
    if iterations >= 2**63:
        raise OverflowError("Python int too large to convert to C long")
    try:
        plain = new(hash_name)
    except ValueError:
        raise UnsupportedDigestmodError("[digital envelope routines] unsupported") from None
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    if dklen is None:
        dklen = plain.digest_size
    if dklen < 1:
        raise ValueError("key length must be greater than 0.")
    key = _hashkeys and _hashkeys.pbkdf2(plain.name, password, salt, iterations, dklen)
    if key is not None:
        return key
    if _hashkeys and not plain.name.startswith("blake2"):
        raise UnsupportedDigestmodError("[digital envelope routines] unsupported")
    from hmac import digest

    key = b""
    number = 1
    while len(key) < dklen:
        last = digest(password, salt + number.to_bytes(4, "big"), hash_name)
        total = int.from_bytes(last, "big")
        for _ in range(iterations - 1):
            last = digest(password, last, hash_name)
            total ^= int.from_bytes(last, "big")
        key += total.to_bytes(plain.digest_size, "big")
        number += 1
    return key[:dklen]


def _bytes(data):
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}") from None


def _unsigned(name, value):
    if value is not None and not isinstance(value, int):
        raise TypeError(f"scrypt() argument {name!r} must be int, not {type(value).__name__}")
    if value is None or not 0 <= value < 1 << 64:
        raise TypeError(f"{name} is required and must be an unsigned int")
    return value


def scrypt(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64):
    """A key of dklen bytes, out of a password and a salt, at a cost of memory (RFC 7914).

    n is how much memory and time it takes, r the size of a block, p how often it is done.
    """
    password = _bytes(password)
    if salt is None:
        raise TypeError("salt is required")
    salt = _bytes(salt)
    n = _unsigned("n", n)
    if n < 2 or n & (n - 1):
        raise ValueError("n must be a power of 2.")
    r, p = _unsigned("r", r), _unsigned("p", p)
    if not 0 <= maxmem < 2**31:
        raise ValueError("maxmem must be positive and smaller than 2147483647")
    if not 1 <= dklen < 2**31:
        raise ValueError("dklen must be greater than 0 and smaller than 2147483647")
    if not r or not p or p > (2**30 - 1) // r or n.bit_length() - 1 >= 16 * r:
        raise ValueError("Invalid parameter combination for n, r, p, maxmem.")
    if 128 * r * (p + n + 2) > (maxmem or 32 << 20):
        raise ValueError("[digital envelope routines] memory limit exceeded")
    return _hashkeys.scrypt(password, salt, n, r, p, dklen)


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
