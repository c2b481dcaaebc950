# The networks of ipaddress, and addresses with their network.
import functools

from ipaddress import AddressValueError, IPv4Address, IPv6Address, NetmaskValueError, _Common
from types import SimpleNamespace

__name__ = "ipaddress"


def _split(address):
    """Address and mask of what a network is made of."""
    if isinstance(address, (bytes, int)):
        return address, None
    if isinstance(address, tuple):
        return address[0], address[1] if len(address) > 1 else None
    parts = str(address).split("/")
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts[0], parts[1] if len(parts) > 1 else None


def _prefix_of(mask, kind):
    """How many bits of a mask are set, and whether it was one of hosts."""
    bits = kind.max_prefixlen
    if mask is None:
        return bits
    if isinstance(mask, int):
        if not 0 <= mask <= bits:
            raise NetmaskValueError(f"{mask} is not a valid netmask")
        return mask
    if mask.isascii() and mask.isdigit():
        if int(mask) > bits:
            raise NetmaskValueError(f"{mask!r} is not a valid netmask")
        return int(mask)
    if kind.version == 6:
        raise NetmaskValueError(f"{mask!r} is not a valid netmask")
    try:
        number = int(kind(mask))
    except AddressValueError:
        raise NetmaskValueError(f"{mask!r} is not a valid netmask") from None
    for each in (number, number ^ (1 << bits) - 1):
        # Ones, then zeros; or the other way round, which counts the hosts.
        inverse = each ^ (1 << bits) - 1
        if inverse & inverse + 1 == 0:
            return bits - inverse.bit_length()
    raise NetmaskValueError(f"{mask!r} is not a valid netmask")


@functools.total_ordering
class _Network(_Common):
    """A network: its first address, and how many bits its addresses share."""

    def __init__(self, address, strict=True):
        start, mask = _split(address)
        kind = self._address_class
        self.network_address = start if type(start) is kind else kind(start)
        self._prefixlen = _prefix_of(mask, kind)
        self.netmask = kind((1 << self.max_prefixlen) - 1 ^ (1 << self.max_prefixlen - self.prefixlen) - 1)
        first = int(self.network_address) & int(self.netmask)
        if first != int(self.network_address):
            if strict:
                raise ValueError(f"{self} has host bits set")
            self.network_address = kind(first)

    prefixlen = property(lambda self: self._prefixlen, doc="How many bits the addresses share.")

    @property
    def prefixlen(self):
        """How many bits the addresses share."""
        return self._prefixlen

    @property
    def hostmask(self):
        """The mask of what addresses don't share."""
        return self._address_class(int(self.netmask) ^ (1 << self.max_prefixlen) - 1)

    @property
    def broadcast_address(self):
        """The last address."""
        return self._address_class(int(self.network_address) | int(self.hostmask))

    @property
    def num_addresses(self):
        """How many addresses there are."""
        return 1 << self.max_prefixlen - self.prefixlen

    def _text(self):
        return f"{self.network_address}/{self.prefixlen}"

    def _long(self):
        return f"{self.network_address.exploded}/{self.prefixlen}"

    @property
    def with_prefixlen(self):
        """The network with the number of bits."""
        return self._text()

    @property
    def with_netmask(self):
        """The network with its mask."""
        return f"{self.network_address}/{self.netmask}"

    @property
    def with_hostmask(self):
        """The network with the mask of hosts."""
        return f"{self.network_address}/{self.hostmask}"

    def hosts(self):
        """The addresses for computers: all but the first and, in version 4, the last."""
        first, last = int(self.network_address), int(self.broadcast_address)
        if self.num_addresses > 2:
            first += 1
            last -= self.version == 4
        made = map(self._address_class, range(first, last + 1))
        # A network of one address has that with its scope.
        return [self.network_address] if self.num_addresses == 1 else iter(made)

    def __iter__(self):
        return map(self._address_class, range(int(self.network_address), int(self.broadcast_address) + 1))

    def __getitem__(self, n):
        place = n + (int(self.network_address) if n >= 0 else int(self.broadcast_address) + 1)
        if not int(self.network_address) <= place <= int(self.broadcast_address):
            raise IndexError("address out of range")
        return self._address_class(place)

    def __contains__(self, other):
        if self.version != other.version or isinstance(other, _Network):
            return False
        return int(other) & int(self.netmask) == int(self.network_address)

    def overlaps(self, other):
        """Whether networks have addresses in common."""
        return self.network_address in other or other.network_address in self

    def __eq__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        return (self.version, self.network_address, self.prefixlen) == (other.version, other.network_address, other.prefixlen)

    def __hash__(self):
        return hash((int(self.network_address), int(self.netmask)))

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return (self.network_address, self.netmask) < (other.network_address, other.netmask)

    def __reduce__(self):
        return type(self), (str(self),)

    def compare_networks(self, other):
        """-1, 0 or 1: which one comes first."""
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same type")
        return (self > other) - (self < other)

    @staticmethod
    def _is_below(a, b):
        if a.version != b.version:
            raise TypeError(f"{a} and {b} are not of the same version")
        try:
            return b.network_address <= a.network_address and b.broadcast_address >= a.broadcast_address
        except AttributeError:
            raise TypeError(f"Unable to test subnet containment between {a} and {b}") from None

    def subnet_of(self, other):
        """Whether it is a part of another network."""
        return self._is_below(self, other)

    def supernet_of(self, other):
        """Whether another network is a part of it."""
        return self._is_below(other, self)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """The parts of it with more bits."""
        if self.prefixlen == self.max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self.prefixlen:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - self.prefixlen
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        prefix = self.prefixlen + prefixlen_diff
        if prefix > self.max_prefixlen:
            raise ValueError(f"prefix length diff {prefix} is invalid for netblock {self}")
        step = 1 << self.max_prefixlen - prefix
        for start in range(int(self.network_address), int(self.broadcast_address) + 1, step):
            yield type(self)((start, prefix))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """The network of fewer bits that it is a part of."""
        if self.prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self.prefixlen:
                raise ValueError("new prefix must be shorter")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = self.prefixlen - new_prefix
        prefix = self.prefixlen - prefixlen_diff
        if prefix < 0:
            raise ValueError(f"current prefixlen is {self.prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}")
        return type(self)((int(self.network_address) & int(self.netmask) << prefixlen_diff, prefix))

    def address_exclude(self, other):
        """The networks that are left of it without a part."""
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        if not isinstance(other, _Network):
            raise TypeError(f"{other} is not a network object")
        if not other.subnet_of(self):
            raise ValueError(f"{other} not contained in {self}")
        rest = self
        while rest != other:
            first, second = rest.subnets()
            inside, outside = (first, second) if other.subnet_of(first) else (second, first)
            yield outside
            rest = inside

    def _both(self, name):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)

    is_multicast = property(lambda self: self._both("is_multicast"), doc="Whether many listen to all of it.")
    is_reserved = property(lambda self: self._both("is_reserved"), doc="Whether nobody may have it yet.")
    is_link_local = property(lambda self: self._both("is_link_local"), doc="Whether it is good for the next wire only.")
    is_unspecified = property(lambda self: self._both("is_unspecified"), doc="Whether it is nothing but zero.")
    is_loopback = property(lambda self: self._both("is_loopback"), doc="Whether it is this computer's.")

    @property
    def is_private(self):
        """Whether it is of no use in the whole net."""
        known = self._address_class._known
        ends = self.network_address, self.broadcast_address
        return any(self.subnet_of(net) for net in known.private) and not any(
            end in net for end in ends for net in known.exceptions
        )

    @property
    def is_global(self):
        """Whether it is of use in the whole net."""
        shared = self._address_class._known.shared
        return not self.is_private and not any(self.subnet_of(net) for net in shared)


class IPv4Network(_Network):
    """A network of version 4."""

    version, max_prefixlen = IPv4Address.version, IPv4Address.max_prefixlen
    _address_class = IPv4Address


class IPv6Network(_Network):
    """A network of version 6."""

    version, max_prefixlen = IPv6Address.version, IPv6Address.max_prefixlen
    _address_class = IPv6Address

    def _long(self):
        digits = f"{int(self.network_address):032x}"
        return f"{':'.join(digits[at : at + 4] for at in range(0, 32, 4))}/{self.prefixlen}"

    is_site_local = property(lambda self: self._both("is_site_local"), doc="Whether it is good for one place only.")


class _Interface:
    """An address with its network."""

    def __init__(self, address):
        start, mask = _split(address)
        super().__init__(start)
        self.network = self._network_class()((start, mask), strict=False)
        self.netmask = self.network.netmask
        self._prefixlen = self.network.prefixlen

    @property
    def hostmask(self):
        """The mask of what the addresses of its network don't share."""
        return self.network.hostmask

    @property
    def ip(self):
        """The address alone."""
        return self.network._address_class(self._ip)

    def _text(self):
        return f"{super()._text()}/{self._prefixlen}"

    def _long(self):
        return f"{super()._long()}/{self._prefixlen}"

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is NotImplemented or not equal:
            return equal
        return isinstance(other, _Interface) and self.network == other.network

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    def __lt__(self, other):
        less = super().__lt__(other)
        if less is NotImplemented:
            return less
        # An address alone comes before all that have a network.
        return isinstance(other, _Interface) and (self.network, self._ip) < (other.network, other._ip)

    @property
    def with_prefixlen(self):
        """The address with the number of bits."""
        return f"{self.ip}/{self._prefixlen}"

    @property
    def with_netmask(self):
        """The address with the network's mask."""
        return f"{self.ip}/{self.netmask}"

    @property
    def with_hostmask(self):
        """The address with the mask of hosts."""
        return f"{self.ip}/{self.hostmask}"


class IPv4Interface(_Interface, IPv4Address):
    """An address of version 4 with its network."""


class IPv6Interface(_Interface, IPv6Address):
    """An address of version 6 with its network."""

    @property
    def is_unspecified(self):
        """Whether it and its network are nothing but zero."""
        return super().is_unspecified and self.network.is_unspecified

    @property
    def is_loopback(self):
        """Whether it and its network are this computer's."""
        return super().is_loopback and self.network.is_loopback


def _v4(text):
    return [IPv4Network(word) for word in text.split()]


def _v6(text):
    return [IPv6Network(word) for word in text.split()]


# What the internet's authority has set apart (IANA's registries of special addresses).
IPv4Address._known = SimpleNamespace(
    multicast=IPv4Network("224.0.0.0/4"), loopback=IPv4Network("127.0.0.0/8"), link_local=IPv4Network("169.254.0.0/16"),
    reserved=_v4("240.0.0.0/4"), shared=_v4("100.64.0.0/10"), exceptions=_v4("192.0.0.9/32 192.0.0.10/32"),
    private=_v4(
        "0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.0.170/31 192.0.2.0/24 "
        "192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 255.255.255.255/32"
    ),
)  # fmt: skip
IPv6Address._known = SimpleNamespace(
    multicast=IPv6Network("ff00::/8"), loopback=IPv6Network("::1/128"), link_local=IPv6Network("fe80::/10"),
    site_local=IPv6Network("fec0::/10"), shared=[],
    reserved=_v6(
        "::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 a000::/3 c000::/3 e000::/4 f000::/5 "
        "f800::/6 fe00::/9"
    ),
    exceptions=_v6("2001:1::1/128 2001:1::2/128 2001:3::/32 2001:4:112::/48 2001:20::/28 2001:30::/28"),
    private=_v6(
        "::1/128 ::/128 ::ffff:0:0/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 fc00::/7 fe80::/10"
    ),
)  # fmt: skip


def fill(namespace):
    """Put the classes into ipaddress."""
    for made in (_Network, IPv4Network, IPv6Network, IPv4Interface, IPv6Interface):
        namespace[made.__name__] = made
