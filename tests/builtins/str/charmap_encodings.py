# Encodings of one byte a character: cp1252, ISO 8859-15, cp437.

def show(call, *args):
    try:
        result = call(*args)
    except (UnicodeError, LookupError) as error:
        print(type(error).__name__, error)
        if isinstance(error, UnicodeError):
            print(error.encoding, error.start, error.end, error.reason)
    else:
        print(ascii(result))


for name in "cp1252", "windows-1252", "1252", "CP1252", "iso8859-15", "latin9", "L9", "cp437", "IBM437":
    show("\xe9\xa3".encode, name)

for name in "cp1252", "iso8859-15", "cp437":
    decoded = bytes(range(256)).decode(name, "replace")
    print(ascii(decoded[120:]))
    print(decoded.encode(name, "replace") == bytes(range(256)))

show("\u20ac\u2122".encode, "cp1252")
show("\u20ac".encode, "iso8859-15")
show("\u20ac".encode, "cp437")
show("ab\u4e00\u4e01c\u20ac".encode, "cp1252")
for errors in "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape":
    show("a\u4e00\u20ac".encode, "cp1252", errors)
show("\udc81".encode, "cp1252", "surrogateescape")
show("\udc41".encode, "cp1252", "surrogatepass")

show(b"a\x81\x8db".decode, "cp1252")
for errors in "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass":
    show(b"a\x81\x8db".decode, "cp1252", errors)
show(str, b"\x80 5", "cp1252")
show(bytes, "\u20ac 5", "cp1252")
show(b"".decode, "cp1252")
show(b"x".decode, "cp1253x")
