# python: 3.14
import ipaddress
from ipaddress import NetmaskValueError, v6_int_to_packed

for kind in "Address", "Network", "Interface":
    for version in "IPv4", "IPv6":
        found = getattr(ipaddress, version + kind)
        print(found.__name__, found.version, found.max_prefixlen)
print(ipaddress.IPV4LENGTH, ipaddress.IPV6LENGTH)
network = ipaddress.ip_network("10.0.0.0/8")
print(network.prefixlen, network.hostmask, network.version, ipaddress.ip_interface("10.1.2.3/16").hostmask)
for name in "prefixlen", "hostmask":
    try:
        setattr(network, name, 3)
    except AttributeError:
        print(name, "stays")
print(v6_int_to_packed(1 << 120 | 5), ipaddress.v4_int_to_packed(0x0A000001))
for action in (
    lambda: ipaddress.IPv4Network("10.0.0.0/x"), lambda: v6_int_to_packed(-1), lambda: v6_int_to_packed(1 << 128),
    lambda: ipaddress.IPv6Network("::/129"),
):  # fmt: skip
    try:
        action()
    except NetmaskValueError as error:
        print("netmask:", error)
    except ValueError as error:
        print(error)
