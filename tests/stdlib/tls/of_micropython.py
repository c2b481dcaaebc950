# cpython: differs — MicroPython's module
import io
import select
import socket
import ssl
import threading
import tls

FOLDER = __file__.rpartition("/")[0].rpartition("/")[0] + "/ssl/fixtures/"


def contents(name):
    with open(FOLDER + name, "rb") as file:
        return file.read()


def attempt(call, *args, **options):
    try:
        print(call(*args, **options))
    except Exception as problem:
        print(type(problem).__name__, problem)


print(tls.PROTOCOL_TLS_CLIENT, tls.PROTOCOL_TLS_SERVER, tls.CERT_NONE, tls.CERT_OPTIONAL, tls.CERT_REQUIRED)
context = tls.SSLContext(tls.PROTOCOL_TLS_CLIENT)
print(context.verify_mode == tls.CERT_REQUIRED, context.get_ciphers()[3:5])
context.set_ciphers(context.get_ciphers()[:5])
print(len(context.get_ciphers()))
attempt(context.set_ciphers, ["NO-SUCH-CIPHER"])
attempt(context.set_ciphers, "TLS")
attempt(setattr, context, "psk_key", b"secret")
attempt(tls.SSLContext)
attempt(context.load_cert_chain, b"!", b"!")
attempt(context.load_cert_chain, b"!", contents("localhost.key"))
attempt(context.load_cert_chain, contents("localhost.pem"), contents("other.key"))
attempt(context.load_cert_chain, None, contents("localhost.key"))
attempt(context.load_verify_locations, cadata=b"!")
attempt(context.wrap_socket, io.BytesIO())
attempt(context.wrap_socket, 5, server_hostname="localhost")
context.verify_mode = tls.CERT_NONE
attempt(context.wrap_socket, io.BytesIO(b"this is no handshake"))
attempt(ssl.wrap_socket, io.BytesIO(b"this is no handshake"), server_side=True)
print(type(ssl.wrap_socket(io.BytesIO(), do_handshake=False)))


class Stream:
    """One end of a pair of sockets that does not wait, as a stream of a program's own."""

    def __init__(self, sock):
        self.sock = sock
        sock.setblocking(False)

    def read(self, size):
        try:
            return self.sock.recv(size)
        except BlockingIOError:
            return None

    def write(self, data):
        return self.sock.send(data)

    def ioctl(self, request, arg):
        if request == 3:
            poll = select.poll()
            poll.register(self.sock, arg)
            return sum(events for _, events in poll.poll(0))
        self.sock.close()
        return 0


one, other = socket.socketpair()
server = tls.SSLContext(tls.PROTOCOL_TLS_SERVER)
server.load_cert_chain(contents("localhost.pem"), contents("localhost.key"))
seen = []


def serve():
    with server.wrap_socket(other, server_side=True) as end:
        seen.append(end.readline())
        end.write(b"first\nsecond\nand the rest")


thread = threading.Thread(target=serve)
thread.start()
client = tls.SSLContext(tls.PROTOCOL_TLS_CLIENT)
client.load_verify_locations(cadata=ssl.PEM_cert_to_DER_cert(contents("ca.pem").decode()))
client.verify_callback = lambda certificate, depth: print("shown", len(certificate) > 500, depth)
end = client.wrap_socket(one, server_hostname="localhost")
print(end.cipher(), end.getpeercert(True) == ssl.PEM_cert_to_DER_cert(contents("localhost.pem").decode()))
print(end.write(b"a line\n"), end.read(3), end.readline(), end.readline())
buffer = bytearray(7)
print(end.readinto(buffer), buffer, end.read(), end.read(5), end.readline())
end.close()
end.close()
attempt(end.read, 1)
thread.join()
print(seen)

# Without waiting.
one, other = socket.socketpair()
client.verify_callback = None
near = client.wrap_socket(Stream(one), do_handshake_on_connect=False, server_hostname="localhost")
far = server.wrap_socket(Stream(other), server_side=True, do_handshake_on_connect=False)
print(near, near.ioctl(3, 5), near.read(1), near.ioctl(3, 1), near.ioctl(3, 4), far.ioctl(3, 1))
print(far.read(1), near.write(b"hello"), far.read(1), near.write(b"hello"), far.read(5), near.read(1))
near.close()
print(far.read(1))
attempt(near.ioctl, 9, 0)
print(near.ioctl(3, 1), far.ioctl(3, 1), far.ioctl(4, 0), far.ioctl(3, 1))

# Refused by a callback, and by a name.
for name, answer in ("localhost", 1), ("elsewhere", 0):
    one, other = socket.socketpair()
    refusing = tls.SSLContext(tls.PROTOCOL_TLS_CLIENT)
    refusing.load_verify_locations(FOLDER + "ca.pem")
    refusing.verify_callback = lambda certificate, depth: answer
    far = server.wrap_socket(Stream(other), server_side=True, do_handshake_on_connect=False)
    near = refusing.wrap_socket(Stream(one), server_hostname=name, do_handshake_on_connect=False)
    try:
        for _ in range(3):
            near.read(1)
            far.read(1)
    except OSError as problem:
        print(problem)
    one.close()
    other.close()
