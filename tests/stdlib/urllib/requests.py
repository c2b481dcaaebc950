# requires: files threads
# slow: many requests
# python: 3.14
import http.client as H, urllib.request as R, urllib.error, socket, threading

CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX: 1\r\nX: 2\r\n\r\n4\r\nab\r\n\r\n3;x=y\r\ncde\r\n0\r\nT: 1\r\n\r\n"
A = {
    "/a": b"HTTP/1.1 200 Fine\r\nContent-Length: 5\r\nContent-Type: text/html; charset=UTF-8\r\n\r\nhello",
    "/c": CHUNKED,
    "/n": b"HTTP/1.0 200 OK\r\n\r\nto the end",
    "/s": b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
    "/b": b"hello\r\n\r\n",
    "/e": b"",
    "/204": b"HTTP/1.1 204 No\r\n\r\n",
    "/r": b"HTTP/1.1 302 Found\r\nLocation: /a\r\nContent-Length: 0\r\n\r\n",
    "/loop": b"HTTP/1.1 301 M\r\nLocation: loop\r\nContent-Length: 0\r\n\r\n",
    "/404": b"HTTP/1.1 404 Nope\r\nContent-Length: 3\r\n\r\nnah",
    "/l": b"HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\none\ntwo\nthr",
    "/100": b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx",
}
log = []


def serve(s):
    while True:
        c, _ = s.accept()
        with c:
            d = b""
            while b"\r\n\r\n" not in d:
                m = c.recv(1000)
                if not m:
                    break
                d += m
            head, _, body = d.partition(b"\r\n\r\n")
            wanted = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
            while wanted and len(body) < int(wanted[0].split(b":")[1]):
                more = c.recv(1000)
                body += more
                d += more
            log.append(d.replace(b"Python-urllib/3.13", b"UA").replace(b"Python-urllib/3.14", b"UA"))
            if not d:
                continue
            p = d.split()[1].decode()
            if p == "/stop":
                return
            c.sendall(A.get(p, b"HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n"))


s = socket.create_server(("127.0.0.1", 0))
port = s.getsockname()[1]
th = threading.Thread(target=serve, args=(s,), daemon=True)
th.start()


def t(f):
    try:
        print(repr(f()).replace(str(port), "PORT"))
    except Exception as e:
        print(type(e).__name__, str(e).replace(str(port), "PORT"))


def get(p, m="GET", **k):
    c = H.HTTPConnection("127.0.0.1", port, timeout=5)
    c.request(m, p, **k)
    r = c.getresponse()
    x = (
        r.status,
        r.reason,
        r.version,
        r.getheaders(),
        r.getheader("x"),
        r.read(),
        r.isclosed(),
        r.will_close,
    )
    c.close()
    return x


for p in A:
    t(lambda: get(p))
    t(lambda: get(p, "HEAD") if p not in ("/b", "/e") else 0)
t(lambda: get("/a", "POST", body=b"data", headers={"X-Y": "z", "host": "h"}))
t(lambda: get("/a", "POST", body="t"))
t(lambda: get("/a", "POST"))
t(lambda: get("/a b"))
t(lambda: get("/a", "GE\nT"))
t(lambda: get("/a", headers={"a b": "c\nd"}))
t(lambda: get("/a", headers={"a:": "c"}))
t(lambda: get("/a", "POST", body="\u20ac"))

c = H.HTTPConnection("127.0.0.1", port, timeout=3)
t(c.getresponse)
t(lambda: c.putheader("a", "b"))
c.request("GET", "/l")
t(lambda: c.request("GET", "/a"))
r = c.getresponse()
print(r.readline(), r.read(2), r.read1(3), r.peek if 0 else "", r.readinto(bytearray(10)), r.read())
c.close()
for h in ["a:b", "[::1]:80", "[::1]", "h:", "h:99", "a b"]:
    t(lambda: (H.HTTPConnection(h).host, H.HTTPConnection(h).port))
U = f"http://127.0.0.1:{port}"


def op(p, *a, **k):
    k.setdefault("timeout", 3)
    with R.urlopen(U + p if isinstance(p, str) else p, *a, **k) as r:
        return (
            r.status,
            r.url,
            r.read(),
            r.headers.get_content_type(),
            r.headers.get_content_charset(),
            r.info()["content-length"],
            r.geturl(),
        )


for p in ["/a", "/c", "/r", "/loop", "/404", "/n"]:
    t(lambda: op(p).__repr__())
t(lambda: op("/a", b"x=1"))
t(lambda: op("/a", "x"))
t(lambda: op(R.Request(U + "/a#f", headers={"x-y": "1"}, method="DELETE")))
try:
    R.urlopen(U + "/404", timeout=3)
except urllib.error.HTTPError as e:
    print(e.code, e.reason, e.read(), e.headers["content-length"], repr(e), isinstance(e, OSError))
    e.close()
t(lambda: get("/stop"))
th.join()
s.close()
for l in log:
    print(sorted(l.replace(str(port).encode(), b"PORT").split(b"\r\n")))
t(lambda: op("/a"))
t(lambda: R.urlopen("foo:bar"))
t(lambda: R.urlopen("nothing"))
t(lambda: R.urlopen("http:///x"))
import os

open("f t.txt", "w").write("file")
HERE = os.getcwd()

with R.urlopen(f"file://{HERE}/f%20t.txt") as f:
    print(f.read(), f.headers["content-type"], f.url.replace(R.pathname2url(HERE), "HERE"))
t(lambda: R.urlopen("file:///nope/x"))
for d in ["data:,a%20b", "data:text/html;base64,aGk=", "data:x"]:
    t(lambda: (R.urlopen(d).read(), R.urlopen(d).headers["content-type"]))
q = R.Request("http://u:p@h:8/p?q#f", b"d", {"a-b": "c"})
print(
    q.full_url,
    q.type,
    q.host,
    q.selector,
    q.fragment,
    q.data,
    q.get_method(),
    q.header_items(),
    q.has_header("A-b"),
    q.get_header("A-b"),
    q.origin_req_host,
)
print(R.pathname2url("/a b/ä"), R.url2pathname("/a%20b"), repr(H.IncompleteRead(b"ab", 5)), H.responses[404])
