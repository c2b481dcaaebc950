# requires: files
# Names of this computer, and the classes and numbers of the module.
import socket

print(type(socket.gethostname()).__name__, socket.getfqdn("127.0.0.1") != "", type(socket.has_dualstack_ipv6()).__name__)
print(socket.gethostbyname_ex("127.0.0.1"), socket.SocketType is not None, issubclass(socket.SocketIO, __import__("io").RawIOBase))
name, aliases, addresses = socket.gethostbyaddr("127.0.0.1")
print(type(name).__name__, type(aliases).__name__, addresses)
one, two = socket.socketpair()
with one, two:
    three = socket.fromfd(one.fileno(), one.family, one.type)
    with three:
        three.sendall(b"by another number")
    print(two.recv(50), isinstance(one.family, socket.AddressFamily), isinstance(one.type, socket.SocketKind))
print(repr(socket.MSG_PEEK), repr(socket.AI_PASSIVE), repr(socket.AF_INET), repr(socket.SOCK_STREAM))
print(isinstance(socket.MSG_PEEK, socket.MsgFlag), isinstance(socket.AI_PASSIVE, socket.AddressInfo))
print(socket.IPPROTO_ICMPV6, socket.IP_PKTINFO, socket.TCP_INFO, socket.INADDR_ALLHOSTS_GROUP, "SO_MARK" in dir(socket))
try:
    socket.IPPROTO_NONESUCH
except AttributeError as error:
    print(error)
