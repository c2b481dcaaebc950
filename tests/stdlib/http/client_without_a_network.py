# A client whose socket is only a text: tunnels, IPv6, what is printed when debugging, peek() and read1(), overriding checks.
# slow: many connections
import http.client as client
import io


class Socket:
    def __init__(self, text):
        self.text = text.encode("latin-1")
        self.sent = b""

    def sendall(self, data):
        self.sent += bytes(data)

    def makefile(self, mode, bufsize=None):
        return io.BufferedReader(io.BytesIO(self.text)) if mode == "rb" else None

    def setsockopt(self, *options):
        pass

    def close(self):
        pass


def tried(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def connection(host, text="HTTP/1.1 200 OK\r\nX-Name: value\r\n\r\n", **options):
    made = client.HTTPConnection(host, **options)
    made.sock = Socket(text)
    made._create_connection = lambda *args: made.sock
    return made


for host in ("[2001::]:81", "[2001:102A::]", "[fe80::%2]:81", "localhost:80", "bücher.example"):
    made = connection(host)
    made.request("GET", "/foo")
    print(host, made.sock.sent)

for host, headers in (("[1:2:3::4]:1234", {"Host": "it"}), ("far", {"HOST": "other:9"}), ("bücher.example", {"A": "b"})):
    made = client.HTTPConnection("proxy", 8080)
    socket = Socket("HTTP/1.0 200 OK\r\nX-Proxy: 1\r\n\r\n")
    made._create_connection = lambda *args: socket
    made.set_tunnel(host, headers=headers)
    print(made.get_proxy_response_headers())
    made.request("PUT", "/", "")
    print(socket.sent, made.get_proxy_response_headers().items())
made = client.HTTPConnection("proxy")
made._create_connection = lambda *args: Socket("HTTP/1.0 407 No\r\nA: b\r\n\r\n")
made.set_tunnel("far", 443)
print(tried(made.connect), made.get_proxy_response_headers()["a"])

made = connection("name")
made.set_debuglevel(1)
made.request("GET", "/")
made.getresponse()

for value in ("a\r\n b", "a\r\n\tb", "a\n b", "a\nb", "a\rb", "a\r\n", "a\r b"):
    made = connection("name")
    made.putrequest("GET", "/")
    print(repr(value), tried(lambda: made.putheader("N", value)))


class Lax(client.HTTPConnection):
    def _validate_path(self, url):
        pass

    def _encode_request(self, request):
        return request.encode("utf-8")


made = Lax("name")
made.sock = Socket("")
made.putrequest("GET", "/☃ x", skip_host=True, skip_accept_encoding=True)
made.endheaders()
print(made.sock.sent, tried(lambda: client.HTTPConnection("a b")), tried(lambda: client.HTTPConnection("x\n")))

chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\nhello worl\r\n3\r\nd!\n\r\n5\r\nagain\r\n0\r\n\r\n"
plain = "HTTP/1.1 200 OK\r\nContent-Length: 18\r\n\r\nhello world!\nagainmore"
for text in (chunked, plain):

    def response():
        made = client.HTTPResponse(Socket(text))
        made.begin()
        return made

    answer = response()
    print(answer.peek(3)[:3], answer.read1(4), answer.readline(), answer.readline(2), answer.peek(), answer.read())
    print(answer.read1(), answer.peek(), answer.readline(), answer.isclosed())
    print(response().readlines(), list(response()))
many = "HTTP/1.1 100 Continue\r\n" + "A: b\r\n" * 101 + "\r\n"
print(tried(client.HTTPResponse(Socket(many)).begin))
client._MAXHEADERS = 200
print(tried(client.HTTPResponse(Socket(many)).begin))
