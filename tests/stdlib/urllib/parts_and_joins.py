# URLs taken apart, put together and joined: text and bytes, hosts, what is no URL.
from urllib.parse import *
from urllib.parse import unwrap


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


urls = [
    "",
    "a",
    "/a/b",
    "//h/p",
    "http://h",
    "http://h/",
    "HTTP://User:Pa:ss@Host.COM:80/p/a;x=1/b;y?q=1&r#f?g",
    "http://h?q",
    "http://h#f",
    "http:/a",
    "http:a",
    "mailto:a@b",
    "urn:x:y",
    "x+y-z.1:a",
    "1x:a",
    ":a",
    "a:",
    "http://[::1]:8080/x",
    "http://[FE80::1%Eth0]/",
    "http://[v1.a]:1/",
    "file:///etc/x",
    "file:a",
    "svn+ssh://h/p",
    "http://h:/x",
    "http://@h/",
    "http://u@/",
    "http://:p@h",
    "http://h:99999/",
    "http://h:x/",
    "http://h:-1/",
    " http://h/ ",
    "ht\ntp://h/\ta",
    "http://h/;p?q",
    ";p",
    "?q",
    "#f",
    "http://a@b@c/",
    "javascript:x//y",
    "///p",
    "////p",
    "http:///p",
    "http://h/a b",
    "http://é/ü",
    "tel:1;2",
    "path;a/b;c",
    "http://h/?a?b#c#d",
    "\x00http://h",
    "http://h\\x/",
    "abc:80",
    "a/b:c",
    "http://h:080/",
    "http://h:\u0661/",
    "itms-services://x",
    "s3://b/k#f",
]
for url in urls:
    split, parsed = urlsplit(url), urlparse(url)
    print(repr(url), split, parsed)
    print(
        "  ",
        split.geturl(),
        parsed.geturl(),
        urldefrag(url),
        split.username,
        split.password,
        split.hostname,
        attempt(lambda: split.port),
        urlunsplit(split) == split.geturl(),
    )
    if url.isascii():
        assert (
            urlsplit(url.encode()) == split.encode()
            and urlparse(url.encode()).decode() == parsed
            and urlparse(url.encode()).hostname == (parsed.hostname and parsed.hostname.encode())
        )
for url in (
    "http://[",
    "http://]",
    "http://[::1",
    "http://[1.2.3.4]/",
    "http://[x]/",
    "http://[v.a]/",
    "http://[v1]/",
    "http://[:::]/",
    "http://[1::2::3]/",
    "http://[::1.2.3.4]/",
    "http://[1:2:3:4:5:6:7:8]/",
    "http://[1:2:3:4:5:6:7]/",
    "http://[::]/",
    "http://[1::]/",
    "http://[::12345]/",
    "http://[::g]/",
    "http://[]/",
    "http://[::1.2.3.256]/",
    "http://[1:2:3:4:5:6:7::]/",
    "http://[::%]/",
):
    print(url, attempt(urlsplit, url))
for options in {"scheme": "ftp"}, {"allow_fragments": False}, {"scheme": " f\ttp "}, {"scheme": b"x"}:
    print(
        options, attempt(urlsplit, "//h/a;b?c#d", **options), attempt(urlparse, "http://h/a;b?c#d", **options)
    )
base = "http://a/b/c/d;p?q"
relative = [
    "g:h",
    "g",
    "./g",
    "g/",
    "/g",
    "//g",
    "?y",
    "g?y",
    "#s",
    "g#s",
    "g?y#s",
    ";x",
    "g;x",
    "g;x?y#s",
    "",
    ".",
    "./",
    "..",
    "../",
    "../g",
    "../..",
    "../../",
    "../../g",
    "../../../g",
    "../../../../g",
    "/./g",
    "/../g",
    "g.",
    ".g",
    "g..",
    "..g",
    "./../g",
    "./g/.",
    "g/./h",
    "g/../h",
    "g;x=1/./y",
    "g;x=1/../y",
    "g?y/./x",
    "g#s/../x",
    "http:g",
    "http:",
    "a//b",
    "//h//x",
    "..//x",
    "?",
    "#",
    "HTTP://x",
    "mailto:x",
]
for base in (
    base,
    "http://a",
    "http://a/b/",
    "file:///x/y",
    "x:y/z",
    "/p/q",
    "",
    "a/b",
    "http://h//d//e",
    "mailto:q",
    "svn://h/r/s",
):
    print(base, [urljoin(base, url) for url in relative])
print(
    urljoin(b"http://a/b", b"c"),
    attempt(urljoin, "http://a", b"c"),
    attempt(urljoin, "http://a/#x", "#y", allow_fragments=False),
    urljoin("http://a/b#x", "#y", False),
)
for parts in (
    ("http", "h", "p", "q", "f"),
    ("", "", "//x", "", ""),
    ("http", "", "", "", ""),
    ("x", "", "//y", "", ""),
    ("x", "", "y", "", ""),
    ("file", "", "/y", "", ""),
    ("", "h", "p", "", "f"),
    (b"a", b"b", b"c", b"", b""),
    ["a"] * 5,
):
    print(parts, attempt(urlunsplit, parts), attempt(urlunparse, (*parts[:3], parts[3], *parts[3:])))
print(
    attempt(urlunsplit, ("a", b"b", "", "", "")),
    attempt(urlparse, 5),
    attempt(urlsplit, None),
    attempt(urldefrag, b"a#b"),
    attempt(urlsplit, "é".encode()),
)
print([unwrap(url) for url in ("<URL:http://h>", "<x>", " URL: y ", "z", "<x")])
result = urlsplit("http://h/p")
print(
    result._replace(path="/q").geturl(),
    result._fields,
    type(result.encode()).__name__,
    result == ("http", "h", "/p", "", ""),
    isinstance(result, tuple),
    hasattr(result, "__dict__"),
)
