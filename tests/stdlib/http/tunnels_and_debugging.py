# slow: many requests
import http.client
import io


class Socket:
    """A socket that answers with a text, and notes what it is sent."""

    def __init__(self, *answers):
        self.answers, self.sent = list(answers), b""

    def sendall(self, data):
        self.sent += data

    def setsockopt(self, *arguments):
        pass

    def makefile(self, mode):
        return io.BytesIO(self.answers.pop(0))

    def close(self):
        pass


def connected(connection, *answers):
    sock = Socket(*answers)
    connection._create_connection = lambda *arguments: sock
    return sock


OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Y: z\r\n\r\nhi"
for host, headers in (
    ("target.example", None), ("1:2:3::4", {"X": "1"}), ("ü.example", None), ("target.example", {"HOST": "own:1"}),
):  # fmt: skip
    connection = http.client.HTTPConnection("proxy", 3128)
    connection.set_tunnel(host, 81 if ":" in host else None, headers)
    sock = connected(connection, b"HTTP/1.1 200 Tunnel\r\nVia: proxy\r\n\r\n", OK)
    print(connection.get_proxy_response_headers())
    connection.request("GET", "/")
    print(connection.getresponse().read(), sock.sent.split(b"\r\n"))
    print(connection.get_proxy_response_headers().items())
connection = http.client.HTTPConnection("proxy")
connection.set_tunnel("target.example")
connected(connection, b"HTTP/1.1 403 No\r\n\r\n")
try:
    connection.request("GET", "/")
except OSError as error:
    print(error, connection.sock)
connection = http.client.HTTPConnection("host", 81)
sock = connected(connection, b"HTTP/1.1 100 Continue\r\nA: b\r\n\r\n" + OK)
connection.set_debuglevel(1)
connection.request("POST", "/", "body")
print(connection.getresponse().read())
for host in "[fe80::1]", "[fe80::1%wire]:8080", "1.2.3.4:80":
    connection = http.client.HTTPConnection(host)
    sock = connected(connection, OK)
    connection.request("GET", "/", headers={"Long": "a\r\n\tb\r\n c"})
    print(sock.sent.split(b"\r\n"))
for value in "a\nb", "a\rb", "a\r\nb", "a\r\n":
    try:
        http.client.HTTPConnection("host").request("GET", "/", headers={"A": value})
    except ValueError as error:
        print(error)
connection = http.client.HTTPConnection("host")
connected(connection, b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 101 + b"\r\n")
connection.request("GET", "/")
try:
    connection.getresponse()
except http.client.HTTPException as error:
    print(error)
