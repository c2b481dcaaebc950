import socket


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error, error.args == (str(error),))


made = socket.socket()
print(made.family, made.type, made.proto, repr(made.family), repr(made.type), made.getsockname())
for address in ("x", ("a",), ("a", 1, 2), ("127.0.0.1", 70000), ("127.0.0.1", "x"), (1, 2)):
    attempt(lambda: made.connect(address))
    attempt(lambda: made.bind(address))
attempt(made.getpeername)
attempt(lambda: made.listen("x"))
attempt(lambda: made.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR))
attempt(lambda: made.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 4))
attempt(lambda: made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1))
attempt(lambda: made.setsockopt(socket.SOL_SOCKET, 9999, 1))
made.close()
attempt(lambda: socket.socket(99))
attempt(lambda: socket.socket(socket.AF_INET, 99))
attempt(lambda: socket.socket(fileno=-1))

for arguments in (
    ("127.0.0.1", 80),
    ("127.0.0.1", "http", 0, socket.SOCK_STREAM),
    ("127.0.0.1", b"443", 0, socket.SOCK_STREAM),
    ("::1", 80, 0, socket.SOCK_DGRAM),
    ("127.0.0.1", None, 0, socket.SOCK_STREAM, 0, socket.AI_PASSIVE),
    (None, 80, socket.AF_INET, socket.SOCK_STREAM),
    (None, 80, socket.AF_INET, socket.SOCK_STREAM, 0, socket.AI_PASSIVE),
    ("127.0.0.1", "no-such-service"),
    (None, None),
    ("127.0.0.1", 80, socket.AF_INET6),
):
    attempt(lambda: socket.getaddrinfo(*arguments))
attempt(lambda: socket.gethostbyname("127.0.0.1"))
attempt(lambda: socket.gethostbyname(""))
attempt(lambda: socket.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
for text in ("1.2.3.4", "1.2.3", "0x10.1", "256.1", "x", ""):
    attempt(lambda: socket.inet_aton(text))
attempt(lambda: socket.inet_ntoa(b"abcd"))
attempt(lambda: socket.inet_ntoa(b"abc"))
for family, text in ((2, "1.2.3.4"), (2, "1.2.3"), (10, "::1"), (10, "1::2::3"), (99, "::1")):
    attempt(lambda: socket.inet_pton(family, text))
for family, data in (
    (10, bytes(15) + b"\1"),
    (10, bytes(range(16))),
    (2, b"\1\2\3\4"),
    (2, b"a"),
    (99, b"a"),
):
    attempt(lambda: socket.inet_ntop(family, data))
attempt(lambda: (socket.htons(1), socket.ntohs(256), socket.htonl(1), socket.ntohl(1 << 24)))
for number in (70000, -1):
    attempt(lambda: socket.htons(number))
attempt(lambda: socket.htonl(1 << 33))
attempt(lambda: (socket.getservbyname("http"), socket.getservbyport(443), socket.getprotobyname("tcp")))
attempt(lambda: socket.getservbyname("no-such-service"))
attempt(lambda: socket.getprotobyname("no-such-protocol"))
print(socket.getdefaulttimeout(), socket.has_ipv6, socket.timeout is TimeoutError, socket.error is OSError)
print(socket.gaierror.__mro__, socket.herror.__module__)
socket.setdefaulttimeout(2)
with socket.socket() as other:
    print(other.gettimeout())
socket.setdefaulttimeout(None)
