"""Addresses and networks of the internet protocol, versions 4 and 6.

    >>> ip_address("192.0.2.1") in ip_network("192.0.2.0/24")
    True
"""

import functools

IPV4LENGTH, IPV6LENGTH = 32, 128


class AddressValueError(ValueError):
    """Raised for what is no address."""


class NetmaskValueError(ValueError):
    """Raised for what is no mask of a network."""


def _either(address, kinds, what):
    for kind in kinds:
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 {what}")


def ip_address(address):
    """An address of either version."""
    return _either(address, (IPv4Address, IPv6Address), "address")


def ip_network(address, strict=True):
    """A network of either version."""
    kinds = (functools.partial(IPv4Network, strict=strict), functools.partial(IPv6Network, strict=strict))
    return _either(address, kinds, "network")


def ip_interface(address):
    """An address with its network, of either version."""
    return _either(address, (IPv4Interface, IPv6Interface), "interface")


def _packed(number, size, version):
    try:
        return number.to_bytes(size)
    except OverflowError:
        raise ValueError(f"Address negative or too large for IPv{version}") from None


def v4_int_to_packed(address):
    """A number as the four bytes of an address."""
    return _packed(address, 4, 4)


def v6_int_to_packed(address):
    """A number as the sixteen bytes of an address."""
    return _packed(address, 16, 6)


def summarize_address_range(first, last):
    """The networks that are all addresses from one to another."""
    if not (isinstance(first, _Address) and isinstance(last, _Address)):
        raise TypeError("first and last must be IP addresses, not networks")
    if first.version != last.version:
        raise TypeError(f"{first} and {last} are not of the same version")
    if first > last:
        raise ValueError("last IP address must be greater than first")
    if first.version not in (4, 6):
        raise ValueError("unknown IP version")
    network, bits = first._network_class(), first.max_prefixlen
    start, end = int(first), int(last)
    while start <= end:
        # As large as the start allows, and the end.
        width = min((start & -start).bit_length() - 1 if start else bits, (end - start + 1).bit_length() - 1)
        yield network((start, bits - width))
        start += 1 << width


def collapse_addresses(addresses):
    """The fewest networks that are these addresses and networks together."""
    ranges = []
    for item in addresses:
        if ranges and ranges[0][2].version != item.version:
            raise TypeError(f"{item} and {ranges[0][2]} are not of the same version")
        if isinstance(item, _Network):
            ranges.append((int(item.network_address), int(item.broadcast_address), item))
        else:
            ranges.append((int(item), int(item), _plain(item)))
    joined = []
    for start, end, item in sorted(ranges, key=lambda each: each[:2]):
        if not joined or start > joined[-1][1] + 1:
            joined.append([start, end, item])
        elif end > joined[-1][1]:
            joined[-1][1:] = end, item if start == joined[-1][0] else None
    kind = type(_plain(ranges[0][2])) if ranges else None
    kind = getattr(kind, "_address_class", kind)
    networks = []
    for start, end, item in joined:
        # A network that nothing was added to stays what it is, with its scope.
        alone = isinstance(item, _Network)
        networks += [item] if alone else summarize_address_range(kind(start), kind(end))
    return iter(networks)


def _plain(address):
    return address.ip if isinstance(address, (IPv4Interface, IPv6Interface)) else address


def get_mixed_type_key(obj):
    """A key by which addresses and networks are sorted together."""
    if isinstance(obj, _Network):
        return obj.version, obj.network_address, obj.netmask
    return obj._get_address_key() if isinstance(obj, _Address) else NotImplemented


class _Common:
    """What addresses and networks have in common."""

    def __str__(self):
        return self._text()

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    @property
    def exploded(self):
        """The long form."""
        return self._long()

    @property
    def compressed(self):
        """The short form."""
        return str(self)

    @property
    def reverse_pointer(self):
        """The name by which the domain name system is asked for the address."""
        if self.version == 4:
            shown = str(self) if isinstance(self, _Network) else _show_v4(self._ip)
            return ".".join(shown.split(".")[::-1]) + ".in-addr.arpa"
        shown = self._long() if isinstance(self, _Network) else f"{self._ip:032x}"
        return ".".join(shown[::-1].replace(":", "")) + ".ip6.arpa"


def _parse_v4(text):
    parts = text.split(".")
    if not text:
        raise AddressValueError("Address cannot be empty")
    if len(parts) != 4:
        raise AddressValueError(f"Expected 4 octets in {text!r}")
    number = 0
    for part in parts:
        try:
            if not part:
                raise ValueError("Empty octet not permitted")
            if not (part.isascii() and part.isdigit()):
                raise ValueError(f"Only decimal digits permitted in {part!r}")
            if len(part) > 3:
                raise ValueError(f"At most 3 characters permitted in {part!r}")
            if part != "0" and part[0] == "0":
                raise ValueError(f"Leading zeros are not permitted in {part!r}")
            if int(part) > 255:
                raise ValueError(f"Octet {int(part)} (> 255) not permitted")
        except ValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None
        number = number << 8 | int(part)
    return number


def _parse_v6(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    if len(text) > 45:
        raise AddressValueError(f"At most 45 characters expected in '{text[:14]}'({len(text) - 28} chars elided)'{text[-14:]}'")
    parts = text.split(":")
    if len(parts) < 3:
        raise AddressValueError(f"At least 3 parts expected in {text!r}")
    if "." in parts[-1]:
        # The last four bytes may be written as those of version 4.
        try:
            last = _parse_v4(parts.pop())
        except AddressValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None
        parts += [f"{last >> 16:x}", f"{last & 0xFFFF:x}"]
    if len(parts) > 9:
        raise AddressValueError(f"At most 8 colons permitted in {text!r}")
    gaps = [at for at in range(1, len(parts) - 1) if not parts[at]]
    if len(gaps) > 1:
        raise AddressValueError(f"At most one '::' permitted in {text!r}")
    if gaps:
        before, after = gaps[0], len(parts) - gaps[0] - 1
        for place, count, what in ((0, before, "Leading"), (-1, after, "Trailing")):
            if not parts[place]:
                if count > 1:
                    mark, way = ("^", "start") if place == 0 else ("$", "end")
                    raise AddressValueError(f"{what} ':' only permitted as part of '::' in {text!r}")
                if place == 0:
                    before = 0
                else:
                    after = 0
        missing = 8 - before - after
        if missing < 1:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
        parts = parts[:before] + ["0"] * missing + parts[len(parts) - after :]
    else:
        if len(parts) != 8:
            raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
        for place, what in ((0, "Leading"), (-1, "Trailing")):
            if not parts[place]:
                raise AddressValueError(f"{what} ':' only permitted as part of '::' in {text!r}")
    number = 0
    for part in parts:
        if not all(letter in "0123456789abcdefABCDEF" for letter in part):
            raise AddressValueError(f"Only hex digits permitted in {part!r} in {text!r}")
        if len(part) > 4:
            raise AddressValueError(f"At most 4 characters permitted in {part!r} in {text!r}")
        number = number << 16 | int(part, 16)
    return number


def _show_v4(number):
    return ".".join(map(str, number.to_bytes(4)))


def _show_v6(number):
    """The shortest text: the longest row of zeros is left out (RFC 5952)."""
    parts = [f"{number >> 112 - 16 * at & 0xFFFF:x}" for at in range(8)]
    best, length = 0, 0
    for start in range(8):
        count = 0
        while start + count < 8 and parts[start + count] == "0":
            count += 1
        if count > length:
            best, length = start, count
    if length < 2:
        return ":".join(parts)
    return f"{':'.join(parts[:best])}::{':'.join(parts[best + length :])}"


@functools.total_ordering
class _Address(_Common):
    """An address: a number."""

    def __init__(self, address):
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError(f"{address} (< 0) is not permitted as an IPv{self.version} address")
            if address >> self.max_prefixlen:
                size = f"2**{self.max_prefixlen}"
                raise AddressValueError(f"{address} (>= {size}) is not permitted as an IPv{self.version} address")
            self._ip = address
        elif isinstance(address, bytes):
            if len(address) != self.max_prefixlen // 8:
                shown = f"{address!r} (len {len(address)} != {self.max_prefixlen // 8})"
                raise AddressValueError(f"{shown} is not permitted as an IPv{self.version} address")
            self._ip = int.from_bytes(address)
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            self._set_text(text)

    def __int__(self):
        return self._ip

    @property
    def packed(self):
        """The bytes."""
        return self._ip.to_bytes(self.max_prefixlen // 8)

    def __eq__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        return (self.version, self._ip, self._scope()) == (other.version, other._ip, other._scope())

    def _scope(self):
        return None

    def __hash__(self):
        return hash(hex(self._ip))

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return self._ip < other._ip

    def __add__(self, other):
        return type(self)(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return type(self)(self._ip - other) if isinstance(other, int) else NotImplemented

    def __reduce__(self):
        return type(self), (str(self),)

    def _get_address_key(self):
        return self.version, self

    def __format__(self, fmt):
        if not fmt or fmt[-1] == "s":
            return format(str(self), fmt)
        import re

        found = re.fullmatch("(#?)(_?)([xbnX])", fmt)
        if not found:
            return super().__format__(fmt)
        kind = found[3]
        if kind == "n":
            kind = "b" if self.version == 4 else "x"
        width = self.max_prefixlen // (1 if kind == "b" else 4)
        if found[2]:
            width += width // 4 - 1
        return format(self._ip, f"{found[1]}0{width + 2 * len(found[1])}{found[2]}{kind}")

    def _is_in(self, networks):
        return any(self in network for network in networks)

    @property
    def is_multicast(self):
        """Whether many listen to it."""
        return self in self._known.multicast

    @property
    def is_unspecified(self):
        """Whether it is zero."""
        return self._ip == 0

    @property
    def is_loopback(self):
        """Whether it is this computer's."""
        return self in self._known.loopback

    @property
    def is_link_local(self):
        """Whether it is good for the next wire only."""
        return self in self._known.link_local

    @property
    def is_reserved(self):
        """Whether nobody may have it yet."""
        return self._is_in(self._known.reserved)

    @property
    def is_private(self):
        """Whether it is of no use in the whole net."""
        return self._is_in(self._known.private) and not self._is_in(self._known.exceptions)

    @property
    def is_global(self):
        """Whether it is of use in the whole net."""
        return not self.is_private and not self._is_in(self._known.shared)


class IPv4Address(_Address):
    """An address of version 4."""

    version, max_prefixlen = 4, IPV4LENGTH

    def _set_text(self, text):
        self._ip = _parse_v4(text)

    def _text(self):
        return _show_v4(self._ip)

    _long = _text

    @property
    def ipv6_mapped(self):
        """The address of version 6 that stands for it."""
        return IPv6Address(0xFFFF << 32 | self._ip)

    @staticmethod
    def _network_class():
        return IPv4Network


def _of_mapped(name):
    """A property for which an address that stands for one of version 4 asks that one."""
    plain = getattr(_Address, name)

    def ask(self):
        mapped = self.ipv4_mapped
        return plain.fget(self) if mapped is None else getattr(mapped, name)

    return property(ask, doc=plain.__doc__)


class IPv6Address(_Address):
    """An address of version 6, perhaps with a scope: the name of a wire."""

    version, max_prefixlen = 6, IPV6LENGTH

    def __init__(self, address):
        self._scope_id = None
        super().__init__(address)

    def _set_text(self, text):
        text, percent, scope = text.partition("%")
        if percent and (not scope or "%" in scope):
            raise AddressValueError(f'Invalid IPv6 address: "{text + "%" + scope!r}"')
        self._scope_id = scope if percent else None
        self._ip = _parse_v6(text)

    def _scope(self):
        return self._scope_id

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    @property
    def scope_id(self):
        """The scope; None if there is none."""
        return self._scope_id

    def _text(self):
        shown = _show_v6(self._ip)
        if self._ip >> 32 == 0xFFFF:
            shown = f"::ffff:{_show_v4(self._ip & 0xFFFFFFFF)}"
        return f"{shown}%{self._scope_id}" if self._scope_id else shown

    def _long(self):
        if self._ip >> 32 == 0xFFFF:
            return f"{'0000:' * 5}ffff:{_show_v4(self._ip & 0xFFFFFFFF)}"
        return ":".join([f"{self._ip >> 112 - 16 * at & 0xFFFF:04x}" for at in range(8)])

    @property
    def ipv4_mapped(self):
        """The address of version 4 that it stands for, or None."""
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    is_multicast, is_reserved = _of_mapped("is_multicast"), _of_mapped("is_reserved")
    is_link_local, is_loopback = _of_mapped("is_link_local"), _of_mapped("is_loopback")
    is_unspecified, is_private = _of_mapped("is_unspecified"), _of_mapped("is_private")
    is_global = _of_mapped("is_global")

    @property
    def is_site_local(self):
        """Whether it is good for one place only: they are not used any more."""
        return self in self._known.site_local

    @property
    def sixtofour(self):
        """The address of version 4 in one of 6to4, or None."""
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None

    @property
    def teredo(self):
        """Server and client of an address of Teredo, or None."""
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)

    @staticmethod
    def _network_class():
        return IPv6Network


# The rest, which needs all this.
import _ip_networks

_ip_networks.fill(globals())
