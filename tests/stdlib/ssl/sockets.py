# slow: cryptography and loading of certificates at each step
import socket
import ssl
import threading
from fixtures.ends import attempt, client_context, path, server_context

trusting, serving = client_context("ca"), server_context()


def connected(serve, **options):
    """A socket that is connected with a server, which runs in a thread; and what the server says in the end."""
    listener = socket.create_server(("127.0.0.1", 0))
    said = []

    def run():
        with listener, listener.accept()[0] as raw:
            try:
                with serving.wrap_socket(raw, server_side=True, **options) as end:
                    said.append(serve(end))
            except OSError as problem:
                said.append((type(problem).__name__, str(problem).split(" (_ssl.c")[0]))

    thread = threading.Thread(target=run)
    thread.start()

    def ended():
        thread.join()
        return said

    return socket.create_connection(listener.getsockname(), timeout=20), ended


def echo(end):
    count = 0
    while data := end.recv(5000):
        end.sendall(data.upper())
        count += len(data)
    end.unwrap()
    return count


raw, ended = connected(echo)
end = trusting.wrap_socket(raw, server_hostname="localhost")
print(type(end), isinstance(end, socket.socket), raw.fileno(), end.server_side, end.server_hostname, end.gettimeout())
print(end.version(), end.getpeercert()["subject"][-1], end.context is trusting, end.session_reused)
end.sendall(b"hello")
print(end.recv(2), end.pending(), end.recv(), end.pending())
print(end.send(b"x" * 100000))
count = 0
while count < 100000:
    count += len(end.read(5000))
buffer = bytearray(10)
end.write(b"0123456789")
print(end.recv_into(buffer, 4), end.recv_into(buffer), buffer)
end.sendall(b"")
with end.makefile("rwb") as stream:
    stream.write(b"one line\nand more\n")
    stream.flush()
    print(stream.readline(), stream.readline())
end.settimeout(0.01)
attempt(end.recv, 1)
end.setblocking(False)
attempt(end.recv, 1)
attempt(end.read, 1)
end.settimeout(20)
for call in (lambda: end.recv(1, 1), lambda: end.send(b"", 1), lambda: end.sendto(b"", ("", 1)), end.recvfrom, end.dup,
             end.recvmsg, lambda: end.connect(("", 1))):  # fmt: skip
    attempt(call)
print(end.unwrap() is end, end.version(), end.recv(10))
attempt(end.read)
attempt(end.write, b"")
end.close()
print(ended())


# Encrypted, and plain again.
def both(end):
    end.sendall(b"secret")
    plain = end.unwrap()
    plain.sendall(b"plain")
    return plain.recv(100)


raw, ended = connected(both)
with trusting.wrap_socket(raw, server_hostname="localhost") as end:
    print(end.recv(100))
    plain = end.unwrap()
    print(plain.recv(100))
    plain.sendall(b"bye")
print(ended())

# Closed without a word.
for options in {}, {"suppress_ragged_eofs": False}:
    raw, ended = connected(lambda end: end.recv(100) + end.recv(100), **options)
    with trusting.wrap_socket(raw, server_hostname="localhost") as end:
        end.sendall(b"last words")
        end.shutdown(socket.SHUT_WR)
        print(ended())

# Refused, and damaged.
raw, ended = connected(echo)
attempt(client_context().wrap_socket, raw, server_hostname="localhost")
print(raw.fileno(), ended())
raw, ended = connected(echo)
with raw:
    raw.sendall(b"GET / HTTP/1.0\r\n\r\n")
    print(ended())
raw, ended = connected(echo)
with raw:
    raw.sendall(b"\x16\x03\x01\x02\x00abc")
    raw.shutdown(socket.SHUT_WR)
    print(ended())

# Sockets that are connected later, and those that listen.
listener = serving.wrap_socket(socket.create_server(("127.0.0.1", 0)), server_side=True)
said = []


def run():
    with listener.accept()[0] as end:
        said.append((type(end), end.server_side, end.recv(100)))
        end.sendall(b"thanks")


thread = threading.Thread(target=run)
thread.start()
with trusting.wrap_socket(socket.socket(), server_hostname="localhost") as end:
    print(end.version(), end.cipher(), end.pending())
    attempt(end.getpeercert)
    attempt(end.do_handshake)
    attempt(end.read)
    end.connect(listener.getsockname())
    end.sendall(b"a message")
    print(end.recv(100))
thread.join()
listener.close()
print(said)
with socket.socket() as plain:
    attempt(trusting.wrap_socket, plain)
    attempt(serving.wrap_socket, plain, server_side=True, server_hostname="x")
with socket.socket(type=socket.SOCK_DGRAM) as messages:
    attempt(trusting.wrap_socket, messages, server_hostname="localhost")

# Later handshakes, and sockets that don't wait.
raw, ended = connected(echo)
raw.setblocking(False)
attempt(trusting.wrap_socket, raw, server_hostname="localhost")
raw.close()
print(len(ended()))
raw, ended = connected(echo)
with trusting.wrap_socket(raw, server_hostname="localhost", do_handshake_on_connect=False) as end:
    print(end.version())
    attempt(end.getpeercert)
    end.do_handshake()
    with open(path("localhost.pem")) as file:
        print(end.version(), ssl.DER_cert_to_PEM_cert(end.getpeercert(True)) == file.read())
    end.unwrap()
print(ended())
