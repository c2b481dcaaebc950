# python: 3.14
# requires: files threads
# slow: cryptography at each step
import http.client
import http.server
import os
import threading
from fixtures.ends import client_context, path

CERT, KEY = path("localhost.pem"), path("localhost.key")


class Fixed(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"{self.request.version()} {self.request.selected_alpn_protocol()}".encode())

    def log_message(self, format, *args):
        pass


print([kind.__name__ for kind in http.server.ThreadingHTTPSServer.__mro__[:3]])
for kind in http.server.HTTPSServer, http.server.ThreadingHTTPSServer:
    with kind(("127.0.0.1", 0), Fixed, certfile=CERT, keyfile=KEY) as server:
        print(server.alpn_protocols, os.path.basename(server.certfile), server.password)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        context = client_context("ca")
        context.set_alpn_protocols(["http/1.1"])
        client = http.client.HTTPSConnection("localhost", server.server_address[1], context=context)
        client.request("GET", "/")
        print(client.getresponse().read())
        client.close()
        server.shutdown()
        thread.join()
try:
    http.server.HTTPSServer(("127.0.0.1", 0), Fixed)
except TypeError as error:
    print(error)
