# requires: files threads
# slow: servers
import socket
import threading
from socketserver import (
    BaseRequestHandler, BaseServer, DatagramRequestHandler, StreamRequestHandler, ThreadingMixIn, ThreadingUDPServer,
    ThreadingUnixDatagramServer, ThreadingUnixStreamServer, TCPServer, UDPServer, UnixDatagramServer, UnixStreamServer,
)  # fmt: skip

for kind in (
    ThreadingUDPServer, ThreadingUnixDatagramServer, ThreadingUnixStreamServer, UnixDatagramServer, UnixStreamServer,
    StreamRequestHandler, DatagramRequestHandler,
):  # fmt: skip
    print([each.__name__ for each in kind.__mro__[:-1]])
print(UDPServer.max_packet_size, UDPServer.socket_type == socket.SOCK_DGRAM, UnixStreamServer.address_family == socket.AF_UNIX)
print(BaseServer.timeout, ThreadingMixIn.daemon_threads, ThreadingMixIn.block_on_close, TCPServer.allow_reuse_address)


done = []


class Steps(BaseRequestHandler):
    def setup(self):
        self.data = ["setup"]

    def handle(self):
        self.request.sendall(b"[" + self.request.recv(100) + b"]")
        self.data.append("handle")

    def finish(self):
        done.append((*self.data, "finish", self.client_address == "", type(self.server).__name__))


for number, kind in enumerate((UnixStreamServer, ThreadingUnixStreamServer)):
    with kind(f"stream{number}", Steps) as server:
        print(server.server_address, server.fileno() == server.socket.fileno())
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(f"stream{number}")
            client.sendall(b"abc")
            print(client.recv(100))
        thread.join()
    print(done.pop())


class Echo(BaseRequestHandler):
    def handle(self):
        data, sock = self.request
        sock.sendto(data.upper(), self.client_address)


for kind in (UnixDatagramServer, ThreadingUnixDatagramServer):
    name = kind.__name__
    with kind(name, Echo) as server, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as client:
        client.bind(name + "-client")
        client.sendto(b"unix", name)
        server.handle_request()
        print(name, client.recv(100))
with ThreadingUDPServer(("127.0.0.1", 0), Echo) as server, socket.socket(type=socket.SOCK_DGRAM) as client:
    client.sendto(b"internet", server.server_address)
    server.handle_request()
    print(client.recv(100))
