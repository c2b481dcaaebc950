"""Names and addresses of hosts and services, and numbers in the network's byte order: the functions of `socket`."""

import _socket

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = 1, 2, 3
AI_PASSIVE, AI_CANONNAME, AI_NUMERICHOST, AI_NUMERICSERV = 1, 2, 4, 1024
NI_NUMERICHOST, NI_NUMERICSERV, NI_NOFQDN, NI_NAMEREQD, NI_DGRAM = 1, 2, 4, 8, 16
EAI_NONAME, EAI_FAMILY, EAI_SERVICE = -2, -6, -8
_EAI_ADDRFAMILY = -9

# Kinds of sockets and the protocols that go with them, in the order in which getaddrinfo() lists them.
_KINDS = ((SOCK_STREAM, 6), (SOCK_DGRAM, 17), (SOCK_RAW, 0))
_PROTOCOLS = {"ip": 0, "icmp": 1, "igmp": 2, "tcp": 6, "udp": 17, "ipv6": 41, "ipv6-icmp": 58, "sctp": 132}
_SERVICES = {
    "echo": 7, "discard": 9, "daytime": 13, "chargen": 19, "ftp-data": 20, "ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25,
    "time": 37, "whois": 43, "domain": 53, "tftp": 69, "gopher": 70, "finger": 79, "http": 80, "kerberos": 88,
    "pop3": 110, "sunrpc": 111, "nntp": 119, "ntp": 123, "imap2": 143, "snmp": 161, "irc": 194, "ldap": 389,
    "https": 443, "submissions": 465, "submission": 587, "ldaps": 636, "imaps": 993, "pop3s": 995, "socks": 1080,
    "mysql": 3306, "postgresql": 5432, "sip": 5060, "mqtt": 1883,
}  # fmt: skip


class herror(OSError):
    """What went wrong with the address of a host."""


class gaierror(OSError):
    """What went wrong with the name of a host or service."""


herror.__module__ = gaierror.__module__ = "socket"

_TEXTS = {
    EAI_NONAME: "Name or service not known",
    EAI_FAMILY: "ai_family not supported",
    EAI_SERVICE: "Servname not supported for ai_socktype",
    _EAI_ADDRFAMILY: "Address family for hostname not supported",
    -7: "ai_socktype not supported",
}


def _failed(number):
    return gaierror(number, _TEXTS[number])


def _as_name(host):
    """The name of a host as text; internationalised names as the network has them."""
    if isinstance(host, (bytes, bytearray)):
        return bytes(host).decode("ascii")
    if not isinstance(host, str):
        raise TypeError(f"str, bytes or bytearray expected, not {type(host).__name__}")
    if "\0" in host:
        raise ValueError("embedded null character")
    return host


def addresses_of(host, port, family, numeric=False):
    """The addresses of a host in one family or in all, as _socket has them."""
    name, _, scope = host.partition("%")
    for known, version in ((AF_INET, 4), (AF_INET6, 6)):
        packed = _socket.parse_ip(name, version)
        if packed is None and version == 4 and name[:1].isdigit():
            packed = _parse_short(name)
        if packed is not None:
            if family not in (known, AF_UNSPEC):
                raise _failed(_EAI_ADDRFAMILY)
            return [(packed, port)] if version == 4 else [(packed, port, 0, int(scope) if scope.isdigit() else 0)]
    found = None if numeric else _socket.resolve(host, port)
    length = {AF_UNSPEC: (2, 4), AF_INET: (2,), AF_INET6: (4,)}[family]
    found = [address for address in found or () if len(address) in length]
    if not found:
        raise _failed(EAI_NONAME)
    return found


def shown(address):
    """An address as programs have it."""
    if isinstance(address, bytes):
        if address[:1] == b"\0":
            return address
        return address.decode("utf-8", "surrogateescape")
    if len(address) == 2:
        return (_socket.format_ip(address[0]), address[1])
    host = _socket.format_ip(address[0])
    return (f"{host}%{address[3]}" if address[3] else host, *address[1:])


def packed(address, family, caller):
    """An address of a program as _socket wants it; names are looked up."""
    if family == AF_UNIX:
        if isinstance(address, str):
            address = address.encode("utf-8", "surrogateescape")
        elif not isinstance(address, (bytes, bytearray)):
            raise TypeError(f"a bytes-like object is required, not '{type(address).__name__}'")
        if len(address) > 107 + (address[:1] == b"\0"):
            raise OSError("AF_UNIX path too long")
        return bytes(address)
    name = "AF_INET6" if family == AF_INET6 else "AF_INET"
    if not isinstance(address, tuple):
        raise TypeError(f"{caller}(): {name} address must be tuple, not {type(address).__name__}")
    if family == AF_INET and len(address) != 2:
        raise TypeError("AF_INET address must be a pair (host, port)")
    if family == AF_INET6 and not 2 <= len(address) <= 4:
        raise TypeError("AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])")
    host, port = _as_name(address[0]), _index(address[1])
    if not 0 <= port <= 0xFFFF:
        raise OverflowError(f"{caller}(): port must be 0-65535.")
    if host == "":
        ip = bytes(16 if family == AF_INET6 else 4)
    elif host == "<broadcast>" and family == AF_INET:
        ip = b"\xff" * 4
    else:
        found = addresses_of(host, port, family)[0]
        if family == AF_INET:
            return found
        return (*found[:2], *address[2:], *found[len(address) :])
    return (ip, port) if family == AF_INET else (ip, port, *address[2:], *(0,) * (4 - len(address)))


def _index(number):
    if not hasattr(number, "__index__"):
        raise TypeError(f"'{type(number).__name__}' object cannot be interpreted as an integer")
    return number.__index__()


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """All ways to reach a service of a host: tuples of family, kind, protocol, canonical name and address."""
    from socket import AddressFamily, SocketKind

    if family not in (AF_UNSPEC, AF_INET, AF_INET6):
        raise _failed(EAI_FAMILY)
    if host is None and port is None:
        raise _failed(EAI_NONAME)
    number = _service_number(port, flags)
    if host is None:
        ends = (bytes(16), bytes(4)) if flags & AI_PASSIVE else (bytes(15) + b"\x01", b"\x7f\0\0\x01")
        found = [(ends[0], number, 0, 0), (ends[1], number)]
        found = [address for address in found if family in (AF_UNSPEC, AF_INET if len(address) == 2 else AF_INET6)]
    else:
        host = _as_name(host)
        found = addresses_of(host, number, family, flags & AI_NUMERICHOST)
    kinds = [
        pair for pair in _KINDS if type in (0, pair[0]) and (proto in (0, pair[1]) or pair[0] == SOCK_RAW and type)
    ]
    if not kinds:
        raise _failed(EAI_SERVICE if type in (0, 1, 2, 3) else -7)
    answers = []
    for address in found:
        which = AF_INET if len(address) == 2 else AF_INET6
        for kind, protocol in kinds:
            name = host if flags & AI_CANONNAME and not answers and host else ""
            answers.append((AddressFamily(which), SocketKind(kind), proto or protocol, name, shown(address)))
    return answers


def _service_number(port, flags):
    if port is None:
        return 0
    if isinstance(port, (bytes, bytearray)):
        port = bytes(port).decode()
    if isinstance(port, str):
        if port.isdigit():
            return int(port) & 0xFFFF
        if flags & AI_NUMERICSERV:
            raise _failed(EAI_NONAME)
        if port not in _SERVICES:
            raise _failed(EAI_SERVICE)
        return _SERVICES[port]
    if not isinstance(port, int):
        raise OSError("Int or String expected")
    return port & 0xFFFF


def getnameinfo(sockaddr, flags, /):
    """The names of a host and of a service: what an address means."""
    if not isinstance(sockaddr, tuple):
        raise TypeError("getnameinfo() argument 1 must be a tuple")
    host, port = sockaddr[:2]
    name = shown(addresses_of(_as_name(host), port, AF_UNSPEC, True)[0])[0]
    if not flags & NI_NUMERICHOST:
        # The name that an address has is not asked for: only its own host's is known.
        if name in ("127.0.0.1", "::1"):
            name = "localhost"
        elif flags & NI_NAMEREQD:
            raise _failed(EAI_NONAME)
    service = str(port)
    if not flags & NI_NUMERICSERV:
        service = _service_name(port) or service
    return name, service


def _service_name(port):
    return next((name for name, number in _SERVICES.items() if number == port), None)


def gethostname():
    """The name of this host."""
    return _socket.host_name()


def gethostbyname(hostname, /):
    """The first address of a host, of version 4."""
    return gethostbyname_ex(hostname)[2][0]


def gethostbyname_ex(hostname, /):
    """The name of a host, other names of it, and its addresses of version 4."""
    name = _as_name(hostname)
    if name == "":
        return name, [], ["0.0.0.0"]
    if name == "<broadcast>":
        return name, [], ["255.255.255.255"]
    return name, [], [shown(address)[0] for address in addresses_of(name, 0, AF_INET)]


def gethostbyaddr(ip_address, /):
    """The name of a host, other names of it, and its addresses, out of an address."""
    found = [shown(address)[0] for address in addresses_of(_as_name(ip_address), 0, AF_UNSPEC)]
    if found[0] not in ("127.0.0.1", "::1"):
        raise herror(1, "Unknown host")
    return "localhost", [], found


def getfqdn(name=""):
    """The whole name of a host."""
    name = name.strip()
    return gethostname() if not name or name in ("0.0.0.0", "::") else name


def getservbyname(servicename, protocolname=None, /):
    """The number of a service."""
    if servicename not in _SERVICES or protocolname not in (None, "tcp", "udp"):
        raise OSError("service/proto not found")
    return _SERVICES[servicename]


def getservbyport(port, protocolname=None, /):
    """The name of the service with a number."""
    if not 0 <= port <= 0xFFFF:
        raise OverflowError("getservbyport: port must be 0-65535.")
    name = _service_name(port)
    if name is None or protocolname not in (None, "tcp", "udp"):
        raise OSError("port/proto not found")
    return name


def getprotobyname(protocolname, /):
    """The number of a protocol."""
    if protocolname not in _PROTOCOLS:
        raise OSError("protocol not found")
    return _PROTOCOLS[protocolname]


def _parse_short(text):
    """An address of version 4 with fewer than four numbers, the last of which takes what is left, or None."""
    numbers = []
    for part in text.split("."):
        base = 16 if part[:2] in ("0x", "0X") else 8 if part[:1] == "0" and len(part) > 1 else 10
        digits = part[2:] if base == 16 else part
        if not digits or not digits.isascii() or not digits.isalnum():
            return None
        try:
            numbers.append(int(digits, base))
        except ValueError:
            return None
    *first, last = numbers
    room = 4 - len(first)
    if room < 1 or any(number > 255 for number in first) or last >= 256**room:
        return None
    return bytes(first) + last.to_bytes(room, "big")


def inet_aton(ip_addr, /):
    """The four bytes of an address of version 4."""
    found = _parse_short(ip_addr)
    if found is None:
        raise OSError("illegal IP address string passed to inet_aton")
    return found


def inet_ntoa(packed_ip, /):
    """The text of the four bytes of an address."""
    packed_ip = bytes(packed_ip)
    if len(packed_ip) != 4:
        raise OSError("packed IP wrong length for inet_ntoa")
    return _socket.format_ip(packed_ip)


def inet_pton(address_family, ip_string, /):
    """The bytes of an address."""
    if address_family not in (AF_INET, AF_INET6):
        raise OSError(97, "Address family not supported by protocol")
    found = _socket.parse_ip(ip_string, 4 if address_family == AF_INET else 6)
    if found is None:
        raise OSError("illegal IP address string passed to inet_pton")
    return found


def inet_ntop(address_family, packed_ip, /):
    """The text of the bytes of an address."""
    packed_ip = bytes(packed_ip)
    if address_family not in (AF_INET, AF_INET6):
        raise ValueError(f"unknown address family {address_family}")
    if len(packed_ip) != (4 if address_family == AF_INET else 16):
        raise ValueError("invalid length of packed IP address string")
    return _socket.format_ip(packed_ip)


def _swapped_short(name, number):
    if number < 0:
        raise OverflowError(f"{name}: can't convert negative Python int to C 16-bit unsigned integer")
    if number > 0xFFFF:
        raise OverflowError(f"{name}: Python int too large to convert to C 16-bit unsigned integer")
    return _swapped(number, 2)


def _swapped_long(number):
    if number < 0:
        raise OverflowError("can't convert negative value to unsigned int")
    if number >> 32:
        raise OverflowError("int larger than 32 bits")
    return _swapped(number, 4)


def _swapped(number, size):
    import sys

    return int.from_bytes(number.to_bytes(size, "big"), sys.byteorder)


def htons(integer, /):
    """A number of 16 bits in the network's byte order."""
    return _swapped_short("htons", _index(integer))


def ntohs(integer, /):
    """A number of 16 bits out of the network's byte order."""
    return _swapped_short("ntohs", _index(integer))


def htonl(integer, /):
    """A number of 32 bits in the network's byte order."""
    return _swapped_long(_index(integer))


def ntohl(integer, /):
    """A number of 32 bits out of the network's byte order."""
    return _swapped_long(_index(integer))


def number(name):
    """The attribute of socket that is no other: a number that few programs use."""
    if name.isupper():
        from _socket_numbers import NUMBERS

        if name in NUMBERS:
            return NUMBERS[name]
    raise AttributeError(f"module 'socket' has no attribute {name!r}")


def all_names():
    """What dir() shows of socket."""
    import socket
    from _socket_numbers import NUMBERS

    return sorted({*vars(socket), *NUMBERS})
