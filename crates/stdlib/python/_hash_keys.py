"""Keys out of passwords, by many rounds of hashing."""

from _operator import index as _index
from hashlib import UnsupportedDigestmodError, _hashkeys, new


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


pbkdf2_hmac.__module__ = scrypt.__module__ = "hashlib"
