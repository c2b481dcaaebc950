import select
import socket
import threading


def serve(server):
    connection, address = server.accept()
    with connection, connection.makefile("rwb") as stream:
        for line in stream:
            stream.write(line.upper())
            stream.flush()


server = socket.create_server(("127.0.0.1", 0))
host, port = server.getsockname()
print(host, port > 0, server.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
thread = threading.Thread(target=serve, args=(server,))
thread.start()
client = socket.create_connection(("127.0.0.1", port), timeout=5)
print(client.getpeername() == (host, port), client.gettimeout())
client.sendall(b"hello\nworld\n")
with client.makefile("r") as lines:
    print(lines.readline(), lines.readline())
print(select.select([client], [client], [], 0) == ([], [client], []))
poller = select.poll()
poller.register(client, select.POLLIN)
print(poller.poll(10))
client.sendall(b"more\n")
print(
    poller.poll(5000) == [(client.fileno(), select.POLLIN)], select.select([client], [], [], 5)[0] == [client]
)
print(client.recv(100))
client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
print(client.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
client.shutdown(socket.SHUT_WR)
print(client.recv(10))
client.close()
thread.join()
server.close()

with socket.socket(type=socket.SOCK_DGRAM) as one, socket.socket(type=socket.SOCK_DGRAM) as other:
    one.bind(("127.0.0.1", 0))
    print(other.sendto(b"message", one.getsockname()))
    data, address = one.recvfrom(100)
    print(data, address == ("127.0.0.1", other.getsockname()[1]))
    other.connect(one.getsockname())
    other.send(b"a longer message")
    buffer = bytearray(20)
    print(one.recvfrom_into(buffer)[0], buffer)
    other.send(b"cut off")
    other.send(b"next")
    print(one.recv(3), one.recv(10))

refused = socket.socket()
refused.bind(("127.0.0.1", 0))
address = refused.getsockname()
for connect in (lambda: socket.create_connection(address), lambda: socket.socket().connect(address)):
    try:
        connect()
    except ConnectionRefusedError as error:
        print(error)
print(socket.socket().connect_ex(address))
refused.close()

one, other = socket.socketpair()
received = []


def receive():
    while data := other.recv(65536):
        received.append(len(data))
    other.close()


thread = threading.Thread(target=receive)
thread.start()
one.sendall(bytes(1_000_000))
one.close()
thread.join()
print(sum(received))

path = "socket"
with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
    server.bind(path)
    server.listen()
    client.connect(path)
    connection, address = server.accept()
    print(repr(address), client.getpeername(), server.getsockname())
    connection.close()
