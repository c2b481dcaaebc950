# slow: cryptography of a megabyte
import socket
import threading
from fixtures.ends import client_context, server_context

trusting, serving = client_context("ca"), server_context()
listener = socket.create_server(("127.0.0.1", 0))
sizes = [0, 0]


def echo():
    with listener, serving.wrap_socket(listener.accept()[0], server_side=True) as end:
        while data := end.recv(50000):
            sizes[0] += len(data)
            end.sendall(data[::-1])
        end.unwrap()


def count():
    sizes[1] += 1


server = threading.Thread(target=echo)
server.start()
data = bytes(range(256)) * 4096
with trusting.wrap_socket(socket.create_connection(listener.getsockname()), server_hostname="localhost") as end:
    writer = threading.Thread(target=end.sendall, args=(data,))
    writer.start()
    received = 0
    digits = [0] * 256
    while received < len(data):
        piece = end.recv(100000)
        received += len(piece)
        for value in set(piece):
            digits[value] += piece.count(value)
    writer.join()
    end.unwrap()
server.join()
print(received, sizes[0], set(digits))
