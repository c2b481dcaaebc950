"""Digests: short checksums of data by which it can be known again.

    >>> import hashlib
    >>> hashlib.sha256(b"data").hexdigest()[:16]
    '3a6eb0790f39ac87'
"""

import _digests
from _later import later as _later  # feature: digests-usual

algorithms_guaranteed = {*_digests.names()}
__all__ = [*_digests.names(), "new", "algorithms_guaranteed", "algorithms_available", "file_digest"]
__all__ += ["pbkdf2_hmac"]  # feature: digests-usual

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
    made = _digests.new(name, _data(data, string))
    if made is None:
        made = _digests.new(name.lower().replace("-", "_" if name.lower().startswith(("sha3", "shake")) else ""), _data(data, string))
    if made is None:
        raise ValueError(f"unsupported hash type {name}")
    return made


def _data(data, string):
    if string is None:
        return data
    if data != b"":
        raise TypeError("'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal in a future version.")
    return string


for _name in _digests.names():
    globals()[_name] = getattr(_digests, "openssl_" + _name)
del _name


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


__getattr__, __dir__ = _later(globals(), {"_hash_keys": ("pbkdf2_hmac", "scrypt")})  # feature: digests-usual
