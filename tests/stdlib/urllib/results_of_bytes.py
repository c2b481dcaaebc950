# Parts of addresses that are bytes.
from urllib.parse import DefragResultBytes, ParseResultBytes, SplitResultBytes, urldefrag, urlparse, urlsplit

parsed = urlparse(b"http://user:word@host:80/path;x?q=1#end")
print(isinstance(parsed, ParseResultBytes), parsed, parsed.hostname, parsed.port, parsed.username, parsed.geturl())
print(parsed.decode(), parsed.decode().encode() == parsed)
print(isinstance(urlsplit(b"/x?y"), SplitResultBytes), isinstance(urldefrag(b"/x#y"), DefragResultBytes), urldefrag(b"/x#y").geturl())
