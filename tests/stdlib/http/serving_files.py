# requires: files threads
# slow: many requests
import os
import threading
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer, SimpleHTTPRequestHandler, ThreadingHTTPServer

os.makedirs("shown/below")
with open("shown/a.txt", "w") as file:
    file.write("hello\n")
os.utime("shown/a.txt", (1_700_000_000, 1_700_000_000))


class Files(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, directory="shown", **kwargs)

    def log_message(self, format, *args):
        pass


def ask(server, method, path, **headers):
    client = HTTPConnection(*server.server_address)
    client.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = client.getresponse()
    start = answer.peek(3)[:3] if answer.status == 200 else None
    print(method, path, answer.status, answer.reason, start, end=" ")
    names = ["Content-type", "Last-Modified", "Location"]
    print([answer.getheader(name) for name in (*names, *["Content-Length"] * (answer.status < 400 and path != "/"))])
    text = answer.read()
    client.close()
    return text


with ThreadingHTTPServer(("127.0.0.1", 0), Files) as server:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    print(ask(server, "GET", "/a.txt"))
    print(ask(server, "HEAD", "/a.txt"))
    print(ask(server, "GET", "/a.txt", If_Modified_Since="Tue, 14 Nov 2023 22:13:20 GMT"))
    print(ask(server, "GET", "/a.txt", If_Modified_Since="Tue, 14 Nov 2023 22:13:19 GMT"))
    print(ask(server, "GET", "/a.txt", If_Modified_Since="nonsense"))
    print(ask(server, "GET", "/below"))
    print(len(ask(server, "GET", "/missing")) > 100, len(ask(server, "PUT", "/a.txt")) > 100)
    listed = ask(server, "GET", "/").decode()
    print([line for line in listed.split("\n") if line.startswith("<li>") or "title" in line])
    server.shutdown()
    thread.join()


class Fixed(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200, "Indeed")
        self.send_header("X-Path", self.path)
        self.end_headers()
        self.wfile.write(self.headers["Host"].split(":")[0].encode())

    def log_message(self, format, *args):
        print("log:", format % args)


with HTTPServer(("127.0.0.1", 0), Fixed) as server:
    thread = threading.Thread(target=server.handle_request)
    thread.start()
    client = HTTPConnection(*server.server_address)
    client.request("GET", "/x?y")
    answer = client.getresponse()
    thread.join()
    print(answer.status, answer.reason, answer.version, answer.getheader("x-path"), answer.read())
