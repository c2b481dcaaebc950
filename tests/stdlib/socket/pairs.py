import socket


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


one, other = socket.socketpair()
print(one.family, repr(one.type), one.proto, one.gettimeout(), one.getblocking())
print(one.send(b"hello"), other.recv(3), other.recv(10))
one.sendall(bytearray(b"all of it"))
print(other.recv(4, socket.MSG_PEEK), other.recv(100))
buffer = bytearray(6)
other.send(b"into")
print(one.recv_into(buffer), buffer)
other.send(b"1234")
print(one.recv_into(buffer, 2), one.recv_into(memoryview(buffer)[4:]), buffer)
attempt(lambda: one.recv_into(bytearray(1), 2))
attempt(lambda: one.recv(-1))
attempt(lambda: one.send("text"))
attempt(lambda: one.recv_into(b"read only"))

one.settimeout(0.01)
print(one.timeout, one.getblocking())
attempt(lambda: one.recv(1))
one.setblocking(False)
print(one.timeout, one.getblocking())
attempt(lambda: one.recv(1))
attempt(lambda: one.settimeout(-1))
attempt(lambda: one.settimeout("1"))
one.settimeout(None)

copy = one.dup()
one.close()
print(one.fileno(), other.sendmsg([b"to the ", b"copy"]), copy.recv(100))
attempt(lambda: one.recv(1))
attempt(lambda: one.getsockname())
copy.shutdown(socket.SHUT_WR)
print(other.recv(1), other.recv(1))
number = copy.detach()
print(copy.fileno())
again = socket.socket(fileno=number)
print(repr(again.family), repr(again.type))
again.close()
attempt(lambda: other.send(b"x"))
other.close()

one, other = socket.socketpair()
with (
    one,
    other,
    one.makefile("w", encoding="utf-8", newline="\n") as out,
    other.makefile("r", encoding="utf-8") as text,
):
    print("first", "zweite Zeile: ü", sep="\n", file=out, flush=True)
    print(text.readline(), end="")
    print(text.readline(), end="")
    print(out.mode, text.mode, text.readable(), text.writable(), text.seekable())
    one.shutdown(socket.SHUT_WR)
    print(repr(text.read()))
one, other = socket.socketpair()
with one, other:
    stream = one.makefile("rwb", 0)
    print(stream.write(b"raw"), other.recv(3), stream.name == one.fileno(), stream.mode)
    other.send(b"abc")
    print(stream.read(2), stream.readable(), stream.seekable())
    stream.close()
    attempt(stream.readable)
    attempt(lambda: one.makefile("x"))
    attempt(lambda: one.makefile("r", 0))
