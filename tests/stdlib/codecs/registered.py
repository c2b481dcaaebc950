# Codecs that a program registers, and those between bytes and bytes.
import codecs


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return type(error).__name__, str(error), getattr(error, "__notes__", None)


def search(name):
    if name == "wrong_types":
        return codecs.CodecInfo(lambda text, errors="strict": (text, 1), lambda data, errors="strict": (data, 1), name=name)
    if name == "number":
        return 3
    if name == "tuple":
        return 1, 2, 3, 4
    if name == "no_pair":
        return codecs.CodecInfo(lambda text, errors="strict": b"1", lambda data, errors="strict": 1 / 0, name=name)
    if name == "shout":
        return codecs.CodecInfo(
            lambda text, errors="strict": (text.upper().encode() + errors.encode(), len(text)),
            lambda data, errors="strict": (bytes(data).decode().lower() + errors, len(data)),
            name=name,
        )
    return None


codecs.register(search)
for name in "wrong_types", "number", "tuple", "no_pair", "shout", "Sho-ut", "unknown":
    print(name)
    print(attempt("a".encode, name), attempt(b"A".decode, name), attempt(bytes, "a", name))
    print(attempt(codecs.encode, "a", name), attempt(codecs.decode, b"A", name), attempt(str, b"A", name, "ignore"))
codecs.unregister(search)
print(attempt("a".encode, "shout"))
print(attempt(codecs.lookup, "a\0b"), attempt(codecs.lookup, 1), attempt(codecs.lookup, "é"))

for name, value in ("rot13", "Hello"), ("hex", b"\x01\xff"), ("base64", b"hello" * 30), ("quopri", b"a=\xff \n"):
    coded = codecs.encode(value, name)
    print(coded, codecs.decode(coded, name) == value, codecs.lookup(name)._is_text_encoding)
    print(attempt(getattr(value, "encode", b"".decode), name), attempt(open, "missing", "r", -1, name))
print(attempt(codecs.decode, b"zz", "hex"), attempt(codecs.encode, "é", "ascii"), attempt("é".encode, "ascii"))

print(codecs.escape_decode(rb"a\n\x41\101\'\"\0"), codecs.escape_encode(b"a\n'\"\\\xff"))
print(attempt(codecs.escape_decode, rb"\x4"), codecs.escape_decode(rb"\x4", "replace"))
print(codecs.charmap_encode("abc", "strict", {97: b"xy", 98: 1, 99: 2}))
print(attempt(codecs.charmap_encode, "abz", "strict", codecs.charmap_build("ba")))
print(attempt(codecs.charmap_decode, b"\0\1\2", "strict", "ab"), codecs.charmap_decode(b"\0\1", "replace", {0: "xx", 1: 65}))
print(codecs.utf_8_decode(b"a\xc3"), codecs.ascii_encode("a"), codecs.utf_16_le_decode(b"a\0b"), codecs.latin_1_encode("é"))
print(codecs.lookup_error("surrogateescape")(UnicodeDecodeError("utf-8", b"a\xff", 1, 2, "wrong")))
print(codecs.lookup_error("surrogatepass")(UnicodeEncodeError("utf-8", "a\ud800", 1, 2, "wrong")))
