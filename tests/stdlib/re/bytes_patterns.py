# Patterns for bytes and what has bytes.
import re
from array import array

pattern = re.compile(rb"a(\w)?")
for text in [b"xab\xe9", bytearray(b"xab"), memoryview(b"xab"), array("B", b"xab")]:
    found = pattern.search(text)
    print(
        found,
        found.group(),
        found.group(1),
        pattern.findall(text),
        pattern.split(text),
        pattern.sub(rb"<\1>", text),
    )
print(
    re.findall(rb"\w+|\s", b"a\xe9b \x1c\x85"),
    re.findall(rb"(?i)[A-Z\xc9]+", b"aZ\xe9\xc9"),
    re.findall(rb"[^a]", b"a\xff\n"),
)
print(
    re.findall(rb"(?L)\w", b"a\xe9_"),
    re.findall(rb"(?iL)[^ab]", b"aAbBc"),
    re.findall(rb"(?iL)[^aa]", b"aAbB"),
    re.findall(rb"(?iL)[^a]k", b"AKbK"),
)
print(
    re.match(rb"\xe9\351", b"\xe9\xe9"), re.match(b"\xe9+", b"\xe9\xe9"), re.fullmatch(rb"(?s).*", b"\n\xff")
)
print(
    re.match(b"(.)\\1", b"\xff\xff"),
    re.split(b",", b"a,b"),
    re.subn(b"a", lambda found: b"<" + found[0] + b">", b"aba"),
)
print(re.escape(b"a.b\xff\x00-"), re.compile(b"a") == re.compile(b"a"), re.search(b"b$", b"ab\n").span())
strided = memoryview(b"abcd")[::2]
try:
    print(re.match(b"a", strided))
except TypeError as error:
    print(error)
