# python: 3.14
# Addresses that stand for others, interfaces by their networks, and scopes.
from ipaddress import *

names = ("is_multicast", "is_private", "is_global", "is_unspecified", "is_reserved", "is_loopback", "is_link_local")
for text in ("::ffff:127.0.0.1", "::ffff:224.0.0.1", "::ffff:0.0.0.0", "::ffff:169.254.0.1", "::ffff:8.8.8.8"):
    print(text, [name for name in names if getattr(ip_address(text), name)])
for text in ("::1/128", "::1/127", "::/128", "::/64"):
    print(text, [name for name in names if getattr(ip_interface(text), name)])
print(ip_network("192.0.0.8/31").is_private, ip_network("::ffff:127.42.0.0/112").is_loopback)
print(list(ip_network("fe80::1%eth0/128").hosts()), list(ip_network("10.0.0.1/32").hosts()))
print(ip_network("::ffff:1.2.3.4/128").exploded, ip_address("::ffff:1.2.3.4").exploded)
print(ip_network("10.0.0.0/8").reverse_pointer, ip_address("10.0.0.1").reverse_pointer)

networks = ["2001::%scope/96", "2002::/64", "2002:0:0:1::/64"]
print(list(collapse_addresses(map(ip_network, networks))))
print(list(collapse_addresses(map(ip_network, ["10.0.0.0/25", "10.0.0.128/25", "10.0.0.7/32", "11.0.0.0/8"]))))
print(list(collapse_addresses(map(ip_address, ["10.0.0.1", "10.0.0.0", "10.0.0.4"]))), list(collapse_addresses([])))

interface, address = ip_interface("10.0.0.1/8"), ip_address("10.0.0.2")
print(interface < address, address < interface, sorted([interface, address]))
try:
    ip_network("10.0.0.0/8").subnet_of(interface)
except TypeError as error:
    print(error)


class Newer(IPv6Address):
    version = 7


try:
    list(summarize_address_range(Newer("::1"), Newer("::2")))
except ValueError as error:
    print(error)

scoped = ip_interface("fe80::1%eth0/64")
print(scoped, scoped.ip, scoped.with_netmask, scoped.network)
print(scoped.hostmask, scoped.network.prefixlen, IPV4LENGTH, IPV6LENGTH, v6_int_to_packed(1))
for text in ("10.0.0.0/33", "10.0.0.0/255.0.255.0", "::/129"):
    try:
        (IPv6Network if ":" in text else IPv4Network)(text)
    except NetmaskValueError as error:
        print(error)
