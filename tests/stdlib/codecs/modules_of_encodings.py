"""The package encodings: its modules, other names, and labels of hosts."""

import codecs
import encodings
import encodings.aliases
import encodings.idna
import encodings.latin_1
import encodings.utf_8

print(encodings.normalize_encoding("UTF--8 x"), encodings.normalize_encoding(b"ISO_8859-1"), encodings.normalize_encoding("a\xe9.b"))
print([encodings.aliases.aliases.get(name) for name in ("utf8", "latin", "646", "u16", "1252", "no such")])
info = encodings.utf_8.getregentry()
print(info.name, encodings.utf_8.decode(b"\xc3\xa4"), encodings.utf_8.IncrementalDecoder().decode(b"\xc3"))
print(encodings.search_function("utf_8").name, encodings.search_function("nothing"))
print(encodings.utf_8.IncrementalEncoder is codecs.getincrementalencoder("utf-8"))
try:
    import encodings.no_such_encoding
except ImportError as error:
    print(error)
print(issubclass(encodings.CodecRegistryError, (LookupError, SystemError)))
print(encodings.idna.ToASCII("pythön"), encodings.idna.ToUnicode(b"xn--pythn-mua"), encodings.idna.nameprep("ÄB"))
print(encodings.idna.ToUnicode("abc"), encodings.idna.ace_prefix)

decoder, encoder = codecs.getincrementaldecoder("idna")(), codecs.getincrementalencoder("idna")()
print([decoder.decode(bytes([byte])) for byte in b"xn--pythn-mua.org."], decoder.decode(b"", True))
print([encoder.encode(character) for character in "pythön.org."], encoder.encode("", True))
for data in b"\xffpython.org", b"xn--pythn-&mua.org", b"a.xn--pythn-mua&.org", b"x" * 1100, b"xn--" + b"a" * 1100:
    try:
        data.decode("idna")
    except UnicodeDecodeError as error:
        print(error.encoding, error.start, error.end, error.reason)
    else:
        print("decoded", len(data))
try:
    codecs.getincrementalencoder("idna")().encode("a..b", True)
except UnicodeEncodeError as error:
    print(error.start, error.end, error.reason)
