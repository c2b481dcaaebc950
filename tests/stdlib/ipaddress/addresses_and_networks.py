# python: 3.14
# slow: many addresses
import ipaddress as I, pickle


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for a in [
    "192.0.2.1",
    "255.255.255.255",
    "0.0.0.0",
    "::",
    "::1",
    "2001:db8::1",
    "1:2:3:4:5:6:7:8",
    "::ffff:1.2.3.4",
    "1::",
    "1:0:0:2:0:0:0:3",
    "2002:c000:204::",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "10.0.0.1",
    "127.0.0.1",
    "169.254.1.1",
    "224.0.0.1",
    "240.0.0.1",
    "100.64.0.1",
    "8.8.8.8",
    "ff02::1",
    "fec0::1",
    "fc00::1",
    "2606::1",
    "192.0.0.9",
]:
    x = I.ip_address(a)
    print(
        x,
        repr(x),
        int(x),
        x.packed.hex(),
        x.exploded,
        x.compressed,
        x.version,
        x.max_prefixlen,
        x.reverse_pointer,
        x.is_multicast,
        x.is_private,
        x.is_global,
        x.is_unspecified,
        x.is_reserved,
        x.is_loopback,
        x.is_link_local,
        pickle.loads(pickle.dumps(x)) == x,
        f"{x:x} {x:#b} {x:_n}",
    )
    if x.version == 6:
        print(x.ipv4_mapped, x.sixtofour, x.teredo, x.scope_id, x.is_site_local)
for a in [
    "",
    "1",
    "1.2.3",
    "1.2.3.4.5",
    "1.2.3.256",
    "01.2.3.4",
    "1.2.3.x",
    "1.2.3.4/5",
    "1..2.3",
    "1:2",
    "1:2:3:4:5:6:7",
    "1::2::3",
    ":1::",
    ":::",
    "12345::",
    "g::",
    "1:2:3:4:5:6:7:8:9",
    "fe80::%",
    "1:2:3:4:5:6:7:",
    "::1:2:3:4:5:6:7:8",
    -1,
    1 << 130,
    b"abc",
    "1.2.3.1000",
]:
    t(lambda: I.ip_address(a))
    t(lambda: I.IPv4Address(a))
    t(lambda: I.IPv6Address(a))
for n in [
    "192.0.2.0/24",
    "10.0.0.0/255.0.0.0",
    "10.0.0.0/0.255.255.255",
    "1.2.3.4",
    "2001:db8::/32",
    "::/0",
    "192.0.2.1/24",
    "1.2.3.4/33",
    "1.2.3.4/x",
    "1.2.3.0/255.0.255.0",
    "1.2.3.4/5/6",
    "1.2.3.4/31",
    "::1/128",
    "10.0.0.0/30",
]:
    t(lambda: I.ip_network(n))
    t(lambda: I.ip_network(n, False))
    t(lambda: I.ip_interface(n))
    try:
        x = I.ip_network(n, False)
    except ValueError:
        continue
    print(
        x.network_address,
        x.broadcast_address,
        x.netmask,
        x.hostmask,
        x.num_addresses,
        x.prefixlen,
        x.with_netmask,
        x.with_hostmask,
        x.exploded,
        x.is_private,
        x.is_global,
        x.is_multicast,
        hash(x) == hash(I.ip_network(str(x))),
        pickle.loads(pickle.dumps(x)) == x,
    )
    i = I.ip_interface(n)
    print(i, i.ip, i.network, i.with_netmask, i.with_hostmask, i.netmask, i.exploded, repr(i))
n = I.ip_network("192.0.2.0/29")
print(
    list(n.hosts()),
    list(n)[:2],
    n[1],
    n[-1],
    list(n.subnets()),
    list(n.subnets(new_prefix=31))[:2],
    n.supernet(),
    n.supernet(3),
    I.ip_address("192.0.2.3") in n,
    list(n.address_exclude(I.ip_network("192.0.2.2/31"))),
    n.overlaps(I.ip_network("192.0.2.4/30")),
    n.subnet_of(I.ip_network("192.0.0.0/16")),
    n.supernet_of(n),
)
for f in [
    lambda: n[9],
    lambda: n.subnets(9).__next__(),
    lambda: n.supernet(40),
    lambda: list(n.address_exclude(I.ip_network("1.2.3.0/24"))),
    lambda: n < I.ip_network("::/0"),
    lambda: n == 5,
    lambda: n < 5,
    lambda: I.ip_address("1.2.3.4") + 1,
    lambda: I.ip_address("1.2.3.4") - I.ip_address("1.2.3.3"),
    lambda: I.ip_address("255.255.255.255") + 1,
    lambda: I.ip_address("1.2.3.4") < I.ip_address("::1"),
    lambda: list(I.summarize_address_range(I.ip_address("192.0.2.0"), I.ip_address("192.0.2.130"))),
    lambda: list(
        I.collapse_addresses([I.ip_network("192.0.2.0/25"), I.ip_network("192.0.2.128/25"), I.ip_address("1.2.3.4")])
    ),
    lambda: I.v4_int_to_packed(1),
    lambda: I.v4_int_to_packed(1 << 40),
    lambda: sorted([I.ip_address("1.2.3.4"), I.ip_network("1.2.3.0/24")], key=I.get_mixed_type_key),
    lambda: list(I.ip_network("1.2.3.4/31").hosts()),
    lambda: I.ip_network("1.2.3.4/32").hosts(),
    lambda: I.IPv4Address("1.2.3.4").ipv6_mapped,
    lambda: {I.ip_address("::1"): 1}[I.ip_address("::1")],
    lambda: I.ip_interface("1.2.3.4/24") == I.ip_address("1.2.3.4"),
    lambda: I.ip_interface("1.2.3.4/24") < I.ip_interface("1.2.3.5/24"),
    lambda: n.compare_networks(I.ip_network("1.0.0.0/8")),
]:
    t(f)
