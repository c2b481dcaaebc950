# slow: many readers of small pieces
"""States that coders tell and take, readers of what is not complete, and names as they are looked up."""

import codecs
import copy
import io

for name in "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "utf-32-be", "ascii":
    encoder = codecs.getincrementalencoder(name)()
    states = [encoder.getstate()]
    encoder.encode("a")
    states.append(encoder.getstate())
    encoder.setstate(states[0])
    print(name, states, encoder.encode("b"), encoder.encode("c"))
    decoder = codecs.getincrementaldecoder(name)()
    data, states = "aä".encode(name, "replace"), []
    for byte in data:
        decoder.decode(bytes([byte]))
        states.append(decoder.getstate())
    print(states)
    decoder.setstate(states[-2])
    print(ascii(decoder.decode(data[-1:])))
decoder = codecs.getincrementaldecoder("utf-16")()
decoder.decode(codecs.BOM_UTF16_BE)
print(decoder.getstate())
decoder.setstate((b"", 1))
print(decoder.decode(b"\0a"))
decoder.setstate((b"", 0))
print(decoder.decode(b"a\0"))
decoder.setstate((b"", 2))
print(decoder.decode(codecs.BOM_UTF16_BE + b"\0a"))

for name, data in ("utf-8", b"a\xc3"), ("utf-16", b"\xff\xfea"), ("utf-32-le", b"a\0\0\0b"), ("utf-7", b"a+"):
    print(name, repr(codecs.getreader(name)(io.BytesIO(data)).read()))

decoder = codecs.getincrementaldecoder("utf-8")("surrogatepass")
print([ascii(decoder.decode(bytes([byte]))) for byte in b"\xed\xa4\x80a"])
for order in -1, 0, 1:
    print(codecs.utf_16_ex_decode(b"a\0\0", "strict", order, False))
print(codecs.utf_16_ex_decode(b"\xfe\xff\0a", "strict", 0, True), codecs.utf_32_ex_decode(b"\xff\xfe\0\0", None, 0))
print(codecs.unicode_escape_decode(r"\u00e4"), codecs.raw_unicode_escape_decode(r"\u00e4"))


def search(name):
    print("looking for", name)
    return (1, 2, 3, 4) if name == "my_own.8" else None


codecs.register(search)
for name in "my_own.8", "My-Own.8", "MY   own.8", "my---own.8", "my_\xe9\u20acown.8", "my_own_8":
    try:
        print(codecs.lookup(name))
    except LookupError as error:
        print(ascii(str(error)))
info = codecs.lookup("latin-1")
for made in copy.copy(info), copy.deepcopy(info):
    print(made.name, made == info, made.encode("é"), made.incrementaldecoder is info.incrementaldecoder)
for kind in codecs.StreamReader, codecs.StreamWriter:
    try:
        copy.copy(kind(io.BytesIO()))
    except TypeError as error:
        print(error)
print(sorted(set(codecs.__all__) - set(dir(codecs))))


def shortening(error):
    error.object = b""
    return "!", 0


codecs.register_error("shortening", shortening)
print(b"++".decode("utf-7", "shortening"), b"\xff".decode("utf-8", "shortening"))

for name in "utf-8", "utf-16", "utf-32-le":
    data = "foo\nbar\r\nbaz\rspam\u2028eggs\nlonger line here\n".encode(name)
    for size in 1, 3, 10, 30:
        reader = codecs.getreader(name)(io.BytesIO(data))
        print(name, size, ascii([reader.readline(size) for _ in range(9)]))
    reader = codecs.getreader(name)(io.BytesIO(data))
    print(ascii([reader.read(-1, 3), reader.readline(), reader.readline(None, False), reader.readline(4, False), reader.readlines()]))
decoder = codecs.getincrementaldecoder("raw-unicode-escape")()
print([decoder.decode(bytes([byte])) for byte in rb"a\u0041\\"], repr(decoder.decode(b"", True)))
