# python: 3.14
# requires: files
# slow: loads much
import io
import os
import urllib.request
from urllib.error import ContentTooShortError, URLError
from urllib.request import (
    BaseHandler, DataHandler, FileHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor, HTTPHandler, HTTPRedirectHandler,
    HTTPSHandler, OpenerDirector, ProxyHandler, Request, UnknownHandler, build_opener, getproxies, install_opener,
    pathname2url, url2pathname, urlcleanup, urlopen, urlretrieve,
)  # fmt: skip

for kind in (
    UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler, FileHandler, HTTPErrorProcessor, DataHandler,
    HTTPSHandler, ProxyHandler,
):  # fmt: skip
    print(kind.__name__, kind.handler_order, issubclass(kind, BaseHandler))
names = sorted(type(handler).__name__ for handler in build_opener(ProxyHandler({})).handlers)
print([name for name in names if name not in ("FTPHandler", "HTTPSHandler")])


class Shout(BaseHandler):
    handler_order = 10

    def shout_open(self, req):
        return io.BytesIO(req.full_url.upper().encode())

    def shout_request(self, req):
        req.add_header("X", "1")
        return req


opener = build_opener(Shout)
print(opener.open("shout:hello").read(), isinstance(opener, OpenerDirector), Shout() < FileHandler())
install_opener(opener)
print(urlopen("shout:again").read())
install_opener(None)
for address in "nothing:x", "file://elsewhere.invalid/x", "file:///does/not/exist":
    try:
        urlopen(address)
    except URLError as error:
        print(str(error)[:60])
for text in "/etc/hosts", "//two", "a b/ä", "":
    print(repr(text), pathname2url(text), pathname2url(text, add_scheme=True))
for text in "/etc/hosts", "///etc/hosts", "//localhost/etc", "/a%20b/%C3%A4", "/a?b#c", "a":
    print(text, url2pathname(text))
print(url2pathname("file:///etc/hosts", require_scheme=True), url2pathname("FILE:/x", require_scheme=True))
for action in (
    lambda: url2pathname("/x", require_scheme=True), lambda: url2pathname("http:/x", require_scheme=True),
    lambda: url2pathname("//elsewhere.invalid/x"), lambda: url2pathname("//elsewhere.invalid/x", resolve_host=True),
):  # fmt: skip
    try:
        print(action())
    except URLError as error:
        print(error)
with open("data.txt", "w") as file:
    file.write("12345")
os.utime("data.txt", (1_700_000_000, 1_700_000_000))
address = pathname2url(os.path.abspath("data.txt"), add_scheme=True)
with urlopen(address) as answer:
    print(answer.read(), dict(answer.headers), answer.url == address)
print("127.0.0.1" in FileHandler().get_names())
name, headers = urlretrieve(address)
print(os.path.samefile(name, "data.txt"), headers["Content-length"])
calls = []
name, headers = urlretrieve("data:text/plain,hello", reporthook=lambda *args: calls.append(args))
print(open(name).read(), calls, headers["Content-type"])
urlcleanup()
print(os.path.exists(name))
error = ContentTooShortError("too short", (name, None))
print(error, error.content == (name, None), isinstance(error, URLError))
os.environ.update(http_proxy="http://user:pass@proxy.invalid:3128", no_proxy="localhost,.inside", FTP_PROXY="x")
print({scheme: getproxies().get(scheme) for scheme in ("http", "ftp", "no")})
request = Request("http://example.org/x")
handler = ProxyHandler({"http": "http://us%20er:pass@proxy.invalid:3128"})
print(handler.proxy_open(request, handler.proxies["http"], "http"), request.host, request.type, request.selector, request.headers)
request = Request("http://a.inside/x")
print(handler.proxy_open(request, handler.proxies["http"], "http"), request.host, request.has_proxy())
