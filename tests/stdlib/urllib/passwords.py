# requires: files threads
# slow: many requests
import base64
import threading
import urllib.request as R
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.error import HTTPError
from urllib.request import (
    HTTPBasicAuthHandler, HTTPDigestAuthHandler, HTTPPasswordMgr, HTTPPasswordMgrWithDefaultRealm,
    HTTPPasswordMgrWithPriorAuth, ProxyBasicAuthHandler, ProxyDigestAuthHandler, build_opener,
)  # fmt: skip

manager = HTTPPasswordMgr()
manager.add_password("Realm", "http://example.com/a/", "joe", "secret")
manager.add_password("Realm", ["host.org", "http://other.org:81/x"], "ann", "pw")
for uri in (
    "http://example.com/a/b", "http://example.com/a", "http://example.com:80/a/", "http://example.com/", "example.com",
    "http://host.org/any", "host.org", "http://other.org:81/x/y", "http://other.org/x",
):  # fmt: skip
    print(uri, manager.find_user_password("Realm", uri), manager.find_user_password("Other", uri))
print(manager.reduce_uri("http://a.b/c?d"), manager.reduce_uri("https://a.b"), manager.reduce_uri("a.b:3"), manager.reduce_uri("ftp://a.b/c", False))
print(manager.is_suburi(("h", "/a"), ("h", "/a/b")), manager.is_suburi(("h", "/a"), ("h", "/ab")), manager.is_suburi(("g", "/"), ("h", "/")))
default = HTTPPasswordMgrWithDefaultRealm()
default.add_password(None, "host.org", "any", "one")
print(default.find_user_password("Whatever", "http://host.org/x"))
prior = HTTPPasswordMgrWithPriorAuth()
prior.add_password("R", "http://host.org/", "u", "p", is_authenticated=True)
print(prior.is_authenticated("http://host.org/x"), prior.is_authenticated("http://else.org/"), prior.find_user_password(None, "http://host.org/"))
prior.update_authenticated("http://host.org/", False)
print(prior.is_authenticated("http://host.org/x"))
print(R.parse_http_list('a=b, c="d, e", f="g\\"h" , i'))
print(R.parse_keqv_list(['a=b', 'c="d, e"', 'f=g=h']))
for kind in HTTPBasicAuthHandler, HTTPDigestAuthHandler, ProxyBasicAuthHandler, ProxyDigestAuthHandler:
    print(kind.__name__, kind.auth_header, kind.handler_order, [base.__name__ for base in kind.__bases__], kind.__module__)
print(issubclass(HTTPBasicAuthHandler, R.AbstractBasicAuthHandler), issubclass(HTTPDigestAuthHandler, R.AbstractDigestAuthHandler))

seen = []


class Guarded(BaseHTTPRequestHandler):
    challenge = 'Basic realm="Here"'

    def do_GET(self):
        given = self.headers.get("Authorization", "")
        seen.append(given.split(" ")[0])
        fields = R.parse_keqv_list(R.parse_http_list(given.partition(" ")[2])) if given.startswith("Digest") else {}
        is_right = given == "Basic " + base64.b64encode(b"joe:secret").decode() or self.proves(fields)
        self.send_response(200 if is_right else 401)
        if not is_right:
            self.send_header("WWW-Authenticate", self.challenge)
        self.end_headers()
        self.wfile.write(b"inside" if is_right else b"outside")

    def proves(self, fields):
        if not fields:
            return False
        from hashlib import md5

        first = md5(b"joe:Here:secret").hexdigest()
        second = md5(b"GET:" + fields["uri"].encode()).hexdigest()
        middle = [fields["nonce"], fields["nc"], fields["cnonce"], fields["qop"]] if "qop" in fields else [fields["nonce"]]
        return fields["response"] == md5(":".join([first, *middle, second]).encode()).hexdigest()

    def log_message(self, format, *args):
        pass


with HTTPServer(("127.0.0.1", 0), Guarded) as server:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    address = "http://127.0.0.1:%d/x" % server.server_address[1]
    for challenge in (
        'Basic realm="Here"', 'Digest realm="Here", nonce="abc"', 'Digest realm="Here", nonce="abc", qop="auth", opaque="o"',
        'Basic realm="Elsewhere"', 'Digest realm="Here", nonce="n", algorithm=MD5, qop="auth,auth-int"', "Strange x=y",
    ):  # fmt: skip
        Guarded.challenge = challenge
        manager = HTTPPasswordMgr()
        manager.add_password("Here", address, "joe", "secret")
        opener = build_opener(HTTPBasicAuthHandler(manager), HTTPDigestAuthHandler(manager))
        seen.clear()
        try:
            print(challenge.split()[0], opener.open(address).read(), seen)
        except HTTPError as error:
            print(error, error.read(), seen)
            error.close()
        except ValueError as error:
            print(str(error).split(" ", 1)[1])
    prior = HTTPPasswordMgrWithPriorAuth()
    prior.add_password(None, address, "joe", "secret", is_authenticated=True)
    seen.clear()
    print(build_opener(HTTPBasicAuthHandler(prior)).open(address).read(), seen)
    server.shutdown()
    thread.join()
