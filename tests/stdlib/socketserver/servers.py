# requires: files threads
import http.client
import http.server
import os
import socket
import socketserver
import threading
import urllib.request


class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        while line := self.rfile.readline():
            self.wfile.write(line.upper())


def serving(server):
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    return thread


for kind in (socketserver.TCPServer, socketserver.ThreadingTCPServer):
    with kind(("127.0.0.1", 0), Upper) as server:
        thread = serving(server)
        with socket.create_connection(server.server_address) as client:
            client.sendall(b"one\ntwo\n")
            client.shutdown(socket.SHUT_WR)
            print(kind.__name__, client.makefile("rb").read())
        server.shutdown()
        thread.join()


class Datagram(socketserver.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.read()[::-1])


with socketserver.UDPServer(("127.0.0.1", 0), Datagram) as server, socket.socket(type=socket.SOCK_DGRAM) as client:
    client.sendto(b"abc", server.server_address)
    server.handle_request()
    print(client.recv(100))
    server.timeout = 0.01
    server.handle_timeout = lambda: print("timeout")
    server.handle_request()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = f"{self.command} {self.path} {self.headers.get('X-Name')} {data}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = answer

    def log_message(self, format, *args):
        log.append(format % args)


log = []
with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
    thread = serving(server)
    connection = http.client.HTTPConnection(*server.server_address)
    connection.request("GET", "/a?b=c", headers={"X-Name": "x"})
    print(connection.getresponse().read())
    connection.request("POST", "//b", body=b"data")
    print(connection.getresponse().read())
    connection.request("DELETE", "/")
    answer = connection.getresponse()
    print(answer.status, answer.reason, answer.getheader("Connection"), b"Unsupported method" in answer.read())
    connection.close()
    for line in (b"GET / HTTP/x\r\n\r\n", b"GET\r\n\r\n", b"PUT /\r\n\r\n", b"GET / HTTP/3.0\r\n\r\n"):
        with socket.create_connection(server.server_address) as client:
            client.sendall(line)
            print(client.makefile("rb").readline())
    server.shutdown()
    thread.join()
print(log)

os.mkdir("served")
for name, text in (("served/a b.txt", "text"), ("served/page.html", "<p>"), ("outside.txt", "secret")):
    with open(name, "w") as file:
        file.write(text)


class Files(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args):
        super().__init__(*args, directory="served")

    def log_message(self, format, *args):
        pass


with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Files) as server:
    thread = serving(server)
    base = "http://127.0.0.1:%d" % server.server_address[1]
    for path in ("/a%20b.txt", "/page.html", "/none", "/../outside.txt", "/"):
        try:
            with urllib.request.urlopen(base + path) as answer:
                data = answer.read()
                print(
                    path, answer.status, answer.headers["Content-type"], data if path != "/" else data.count(b"<li>")
                )
        except urllib.error.HTTPError as error:
            print(path, error.code, error.reason)
            error.close()
    server.shutdown()
    thread.join()
