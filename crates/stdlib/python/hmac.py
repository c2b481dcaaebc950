"""Checksums with a key, by which a message is known to come from somebody who has the key (RFC 2104)."""

import hashlib
from _operator import _compare_digest as compare_digest

__all__ = ["HMAC", "compare_digest", "digest", "new"]

_INNER = bytes(byte ^ 0x36 for byte in range(256))
_OUTER = bytes(byte ^ 0x5C for byte in range(256))

# The size of digests depends on the algorithm.
digest_size = None


class HMAC:
    """A checksum with a key: fed with update(), read with digest()."""

    # Blocks of algorithms that don't tell their size.
    blocksize = 64

    __slots__ = ("_inner", "_outer", "block_size", "digest_size")

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        make = _maker(digestmod)
        self._inner, self._outer = make(), make()
        self.digest_size = self._inner.digest_size
        size = getattr(self._inner, "block_size", 0)
        if size < 16:
            import warnings

            message = f"block_size of {size} seems too small; using our default of {self.blocksize}."
            if not hasattr(self._inner, "block_size"):
                message = f"No block_size attribute on given digest object; Assuming {self.blocksize}."
            warnings.warn(message, RuntimeWarning, 2)
            size = self.blocksize
        self.block_size = size
        if len(key) > size:
            key = make(key).digest()
        key = bytes(key).ljust(size, b"\0")
        self._outer.update(key.translate(_OUTER))
        self._inner.update(key.translate(_INNER))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        """The name of the algorithm: hmac- and that of the digest."""
        return f"hmac-{self._inner.name}"

    def update(self, msg):
        """Take in more of the message."""
        self._inner.update(msg)

    def copy(self):
        """Another one that has taken in the same."""
        made = self.__class__.__new__(self.__class__)
        made._inner, made._outer = self._inner.copy(), self._outer.copy()
        made.block_size, made.digest_size = self.block_size, self.digest_size
        return made

    def _finished(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer

    def digest(self):
        """The checksum of what was taken in, as bytes."""
        return self._finished().digest()

    def hexdigest(self):
        """The checksum of what was taken in, as hexadecimal text."""
        return self._finished().hexdigest()


def _maker(digestmod):
    """What makes a hash object: digestmod is a function, a name or a module."""
    if callable(digestmod):
        return digestmod
    if isinstance(digestmod, str):
        return lambda data=b"": hashlib.new(digestmod, data)
    return lambda data=b"": digestmod.new(data)


def new(key, msg=None, digestmod=""):
    """A checksum with a key, with some of the message."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The checksum of a message, as bytes."""
    return HMAC(key, msg, digest).digest()
