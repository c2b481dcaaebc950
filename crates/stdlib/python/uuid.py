"""Identifiers that nobody else makes (RFC 9562)."""

import os
import time

from enum import Enum

RESERVED_NCS = "reserved for NCS compatibility"
RFC_4122 = "specified in RFC 4122"
RESERVED_MICROSOFT = "reserved for Microsoft compatibility"
RESERVED_FUTURE = "reserved for future definition"

# The bits of version and variant; a version's number stands at the first.
_VARIANT = 0xC000 << 48
_RFC_VARIANT = 0x8000 << 48
_VERSION = 0xF000 << 64


class SafeUUID(Enum):
    """Whether several processes may have made the same UUID."""

    safe = 0
    unsafe = -1
    unknown = None


class UUID:
    """A number of 128 bits, from its hexadecimal text, 16 bytes, six fields or an int."""

    __slots__ = ("int", "is_safe", "__weakref__")

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *,
                 is_safe=SafeUUID.unknown):  # fmt: skip
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        if isinstance(hex, _bytes):
            # As in MicroPython's library, whose first argument is the bytes.
            hex, bytes = None, hex
        if int is not None:
            number = int
        elif hex is not None:
            digits = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(digits) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            number = _int(digits, 16)
        elif bytes is not None:
            if len(bytes) != 16:
                raise ValueError("bytes is not a 16-char string")
            number = _int.from_bytes(bytes)
        elif bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError("bytes_le is not a 16-char string")
            swapped = bytes_le[3::-1] + bytes_le[5:3:-1] + bytes_le[7:5:-1] + bytes_le[8:]
            number = _int.from_bytes(swapped)
        else:
            number = _of_fields(fields)
        if not 0 <= number < 1 << 128:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            if not 1 <= version <= 8:
                raise ValueError("illegal version number")
            number = number & ~_VARIANT & ~_VERSION | _RFC_VARIANT | version << 76
        object.__setattr__(self, "int", number)
        object.__setattr__(self, "is_safe", is_safe)

    @classmethod
    def _made(cls, number, version, is_safe=SafeUUID.unknown):
        """One of this version."""
        self = object.__new__(cls)
        number = number & ~_VARIANT & ~_VERSION | _RFC_VARIANT | version << 76
        object.__setattr__(self, "int", number)
        object.__setattr__(self, "is_safe", is_safe)
        return self

    def __getstate__(self):
        state = {"int": self.int}
        if self.is_safe != SafeUUID.unknown:
            state["is_safe"] = self.is_safe.value
        return state

    def __setstate__(self, state):
        object.__setattr__(self, "int", state["int"])
        object.__setattr__(self, "is_safe", SafeUUID(state["is_safe"]) if "is_safe" in state else SafeUUID.unknown)

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __setattr__(self, name, value):
        raise TypeError("UUID objects are immutable")

    def __str__(self):
        digits = self.hex
        return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"

    @property
    def bytes(self):
        """The 16 bytes, the highest first."""
        return self.int.to_bytes(16)

    @property
    def bytes_le(self):
        """The 16 bytes, with the lowest byte of the first three fields first."""
        data = self.bytes
        return data[3::-1] + data[5:3:-1] + data[7:5:-1] + data[8:]

    @property
    def fields(self):
        """time_low, time_mid, time_hi_version, clock_seq_hi_variant, clock_seq_low, node."""
        return (
            self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant, self.clock_seq_low,
            self.node,
        )  # fmt: skip

    @property
    def time_low(self):
        """The first 32 bits."""
        return self.int >> 96

    @property
    def time_mid(self):
        """The next 16 bits."""
        return self.int >> 80 & 0xFFFF

    @property
    def time_hi_version(self):
        """The next 16 bits."""
        return self.int >> 64 & 0xFFFF

    @property
    def clock_seq_hi_variant(self):
        """The next 8 bits."""
        return self.int >> 56 & 0xFF

    @property
    def clock_seq_low(self):
        """The next 8 bits."""
        return self.int >> 48 & 0xFF

    @property
    def time(self):
        """The time in it: milliseconds since 1970 in version 7, else 100 ns since the 15th of October 1582."""
        if self.version == 7:
            return self.int >> 80
        low = self.time_hi_version & 0x0FFF
        if self.version == 6:
            return self.time_low << 28 | self.time_mid << 12 | low
        return low << 48 | self.time_mid << 32 | self.time_low

    @property
    def clock_seq(self):
        """The 14 bits that tell times apart when the clock was set back."""
        return (self.clock_seq_hi_variant & 0x3F) << 8 | self.clock_seq_low

    @property
    def node(self):
        """The last 48 bits."""
        return self.int & 0xFFFFFFFFFFFF

    @property
    def hex(self):
        """The 32 digits."""
        return "%032x" % self.int

    @property
    def urn(self):
        """The URN of RFC 9562."""
        return "urn:uuid:" + str(self)

    @property
    def variant(self):
        """Who says what the bits mean."""
        if not self.int & 0x8000 << 48:
            return RESERVED_NCS
        if not self.int & 0x4000 << 48:
            return RFC_4122
        return RESERVED_FUTURE if self.int & 0x2000 << 48 else RESERVED_MICROSOFT

    @property
    def version(self):
        """The version, or None if the variant is not that of the RFC."""
        return self.int >> 76 & 0xF if self.variant == RFC_4122 else None


_int, _bytes = int, bytes
_FIELD_BITS = 32, 16, 16, 8, 8, 48


def _of_fields(fields):
    if len(fields) != 6:
        raise ValueError("fields is not a 6-tuple")
    number = 0
    for place, (value, bits) in enumerate(zip(fields, _FIELD_BITS), 1):
        if not 0 <= value < 1 << bits:
            raise ValueError(f"field {place} out of range (need a{'n' if bits == 8 else ''} {bits}-bit value)")
        number = number << bits | value
    return number


_node = None


def getnode():
    """The hardware's address as a number of 48 bits; a random one, if it can't be found."""
    global _node
    if _node is None:
        _node = _hardware_address() or int.from_bytes(os.urandom(6)) | 1 << 40
    return _node


def _hardware_address():
    folder = "/sys/class/net"
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return None
    others = None
    for name in names:
        try:
            with open(f"{folder}/{name}/address") as file:
                address = int(file.read().strip().replace(":", ""), 16)
        except (OSError, ValueError):
            continue
        if address and not address & 1 << 41:
            return address
        # One that somebody has set is better than none.
        others = others or address
    return others


_last_time_1 = _last_time_6 = None
# What version 7 has made last: the milliseconds and the counter.
_last_time_7, _last_counter_7 = None, 0

_GREGORIAN = 0x01B21DD213814000


def _time(last):
    """100 ns since the 15th of October 1582, later than the last."""
    now = time.time_ns() // 100 + _GREGORIAN
    return last + 1 if last is not None and now <= last else now


def _sequence_and_node(node, clock_seq):
    if clock_seq is None:
        clock_seq = int.from_bytes(os.urandom(2)) & 0x3FFF
    if node is None:
        node = getnode()
    return (clock_seq & 0x3FFF) << 48 | node & 0xFFFFFFFFFFFF


def uuid1(node=None, clock_seq=None):
    """One of the time and the machine's address."""
    global _last_time_1
    _last_time_1 = now = _time(_last_time_1)
    high = (now & 0xFFFFFFFF) << 96 | (now >> 32 & 0xFFFF) << 80 | (now >> 48 & 0x0FFF) << 64
    return UUID._made(high | _sequence_and_node(node, clock_seq), 1)


def _named(namespace, name, algorithm, version):
    import hashlib

    if isinstance(name, str):
        name = name.encode("utf-8")
    digest = hashlib.new(algorithm, namespace.bytes + name, usedforsecurity=False).digest()
    return UUID._made(int.from_bytes(digest[:16]), version)


def uuid3(namespace, name):
    """One of a name in a namespace, by MD5."""
    return _named(namespace, name, "md5", 3)


def uuid4():
    """A random one."""
    return UUID._made(int.from_bytes(os.urandom(16)), 4)


def uuid5(namespace, name):
    """One of a name in a namespace, by SHA-1."""
    return _named(namespace, name, "sha1", 5)


def uuid6(node=None, clock_seq=None):
    """As uuid1(), in an order that is that of the times."""
    global _last_time_6
    _last_time_6 = now = _time(_last_time_6)
    high = (now >> 28 & 0xFFFFFFFF) << 96 | (now >> 12 & 0xFFFF) << 80 | (now & 0x0FFF) << 64
    return UUID._made(high | _sequence_and_node(node, clock_seq), 6)


def uuid7():
    """One of the time in milliseconds, a counter and randomness; they are in the order in which they were made."""
    global _last_time_7, _last_counter_7
    now = time.time_ns() // 1000000
    if _last_time_7 is None or now > _last_time_7:
        # There is room above, so that many can be made in a millisecond.
        counter = int.from_bytes(os.urandom(6)) & 0x1FFFFFFFFFF
    else:
        now = _last_time_7
        counter = _last_counter_7 + 1
        if counter > 0x3FFFFFFFFFF:
            now += 1
            counter = int.from_bytes(os.urandom(6)) & 0x1FFFFFFFFFF
    _last_time_7, _last_counter_7 = now, counter
    number = (now & 0xFFFFFFFFFFFF) << 80 | (counter >> 30) << 64 | (counter & 0x3FFFFFFF) << 32
    return UUID._made(number | int.from_bytes(os.urandom(4)), 7)


def uuid8(a=None, b=None, c=None):
    """One of three numbers of 48, 12 and 62 bits; those that aren't given are random."""
    a = int.from_bytes(os.urandom(6)) if a is None else a
    b = int.from_bytes(os.urandom(2)) if b is None else b
    c = int.from_bytes(os.urandom(8)) if c is None else c
    return UUID._made((a & 0xFFFFFFFFFFFF) << 80 | (b & 0xFFF) << 64 | c & 0x3FFFFFFFFFFFFFFF, 8)


NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
NIL = UUID("00000000-0000-0000-0000-000000000000")
MAX = UUID("ffffffff-ffff-ffff-ffff-ffffffffffff")


def main():
    """What `python -m uuid` does: print one."""
    import argparse

    makers = {make.__name__: make for make in (uuid1, uuid3, uuid4, uuid5, uuid6, uuid7, uuid8)}
    namespaces = {"@dns": NAMESPACE_DNS, "@url": NAMESPACE_URL, "@oid": NAMESPACE_OID, "@x500": NAMESPACE_X500}
    parser = argparse.ArgumentParser(description="Generate a UUID using the selected UUID function.")
    parser.add_argument("-u", "--uuid", choices=list(makers), default="uuid4", help="function to generate the UUID")
    parser.add_argument("-n", "--namespace", metavar="NAMESPACE", help="a UUID, or @dns, @url, @oid, @x500")
    parser.add_argument("-N", "--name", help="the name for uuid3 and uuid5")
    parser.add_argument("-C", "--count", metavar="NUM", type=int, default=1, help="how many to generate")
    args = parser.parse_args()
    make = makers[args.uuid]
    if args.uuid in ("uuid3", "uuid5"):
        if not args.namespace or not args.name:
            parser.error(f"Incorrect number of arguments. {args.uuid} requires a namespace and a name.")
        namespace = namespaces.get(args.namespace) or UUID(args.namespace)
        for _ in range(args.count):
            print(make(namespace, args.name))
        return
    for _ in range(args.count):
        print(make())


if __name__ == "__main__":
    main()
