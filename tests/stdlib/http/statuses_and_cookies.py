# python: 3.14
from http import HTTPStatus, HTTPMethod
import http.cookies as C, http, pickle, copy

for s in HTTPStatus:
    print(int(s), s.name, s.phrase, s.description, repr(s), s.is_success, s.is_client_error)
print(
    HTTPStatus(404),
    HTTPStatus.NOT_FOUND == 404,
    HTTPStatus["OK"],
    repr(HTTPMethod.GET),
    str(HTTPMethod.GET),
    HTTPMethod.PATCH.description,
    http.__all__,
)
for n in ("REQUEST_ENTITY_TOO_LARGE", "UNPROCESSABLE_ENTITY"):
    print(getattr(HTTPStatus, n).name)


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for text in [
    "a=1; b=2",
    'a="q\\"x\\073y"; Path=/; Max-Age=5',
    "a",
    "=x",
    "a=b; secure; httponly",
    "secure; a=b",
    "a=b; $Path=/x; $Version=1",
    '$Version=1; a=b; $Path="/acme"',
    "a=b; expires=Wed, 01 Jan 2020 10:00:00 GMT; c=d",
    "a = b ; c = d",
    "a=b,c=d",
    'a="un; b=c',
    "a=é",
    "Cookie[x]=5",
    "a=b; path; c=d",
    "a=;b=",
    "a=b;;c=d",
    'keebler="E=everybody; L=\\"Loves\\"; fudge=\\012;"; x=y',
    "a=b\x00",
]:
    c = C.SimpleCookie()
    c.load(text)
    print(repr(text), repr(c), str(c), {k: dict(v) for k, v in c.items()} if len(text) < 40 else "")
c = C.SimpleCookie()
c["x"] = 'a b,c;d"e\\é\n'
print(c)
c["n"] = 5
c["n"]["max-age"] = 10
c["n"]["secure"] = True
c["n"]["comment"] = "a b"
c["n"]["httponly"] = False
c["n"]["samesite"] = "Lax"
print(c.output(header="H", sep="|"), c.output(["path"]))
print(c.js_output())
t(lambda: c["n"].__setitem__("foo", 1))
t(lambda: c.__setitem__("a b", 1))
t(lambda: c.__setitem__("path", 1))
t(lambda: c.__setitem__("", 1))
t(lambda: c["n"].setdefault("zz"))
m = c["n"]
print(
    m.key,
    m.value,
    m.coded_value,
    m.isReservedKey("Path"),
    m.copy() == m,
    m == 5,
    copy.copy(m) == m,
    pickle.loads(pickle.dumps(m)) == m,
    m,
)
b = C.BaseCookie({"a": "x y"})
print(b)
b = C.BaseCookie('a="x"')
print(b["a"].value)
print(C.Morsel(), sorted(C.Morsel().items()))
