# Codecs by name, in steps, over streams; error handlers as functions; codecs that a program registers.
import codecs
import io


def show(function):
    try:
        print(ascii(function()))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))


for name in ("UTF8", "latin1", "us-ascii", "utf_16", "cp1252", "utf-8-sig", "unicode_escape", "rot13", "hex", "nosuch"):
    show(lambda: (codecs.lookup(name).name, len(codecs.lookup(name))))
show(lambda: codecs.encode("Hello", "rot13"))
show(lambda: codecs.decode(codecs.encode(b"ab", "hex"), "hex"))
show(lambda: codecs.encode("\xe9", "ascii", "replace"))
show(lambda: codecs.getencoder("utf-8")("a\xe9"))
show(lambda: codecs.getdecoder("utf-8")(b"a\xc3\xa9"))

for name in ("utf-8", "utf-16", "utf-8-sig"):
    decoder = codecs.getincrementaldecoder(name)()
    print(name, ascii([decoder.decode(bytes([byte])) for byte in "a\xe9\u65e5".encode(name)]), decoder.decode(b"", True))
    encoder = codecs.getincrementalencoder(name)()
    print(name, [encoder.encode(text) for text in ("a", "\xe9", "")])
decoder = codecs.getincrementaldecoder("utf-8")()
decoder.decode(b"\xc3")
show(lambda: decoder.decode(b"", True))
decoder.reset()
print(decoder.getstate())
print(list(codecs.iterencode(["a", "\xe9"], "utf-8")), ascii(list(codecs.iterdecode([b"a\xc3", b"\xa9"], "utf-8"))))

reader = codecs.getreader("utf-8")(io.BytesIO("a\xe9\nb\u65e5\n".encode()))
print(ascii(reader.readline()), ascii(list(reader)), ascii(reader.read()))
target = io.BytesIO()
writer = codecs.getwriter("utf-16-le")(target)
writer.write("a\xe9")
writer.writelines(["x", "y"])
print(target.getvalue())

print(codecs.lookup_error("strict") is codecs.strict_errors)
for name in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace"):
    handler = codecs.lookup_error(name)
    show(lambda: handler(UnicodeEncodeError("ascii", "a\xe9\u65e5b", 1, 3, "why")))
    show(lambda: handler(UnicodeDecodeError("ascii", b"a\xff\xfe", 1, 3, "why")))
    show(lambda: handler(UnicodeTranslateError("a\xe9b", 1, 2, "why")))
show(lambda: codecs.lookup_error("nosuch"))
show(lambda: codecs.register_error("name", 3))


def search(name):
    if name == "loud":
        return codecs.CodecInfo(
            lambda text, errors="strict": (text.upper().encode(), len(text)),
            lambda data, errors="strict": (bytes(data).decode().lower(), len(data)),
            name="loud",
        )


codecs.register(search)
show(lambda: codecs.decode(codecs.encode("abc", "Loud"), "loud"))
codecs.unregister(search)
show(lambda: codecs.lookup("loud"))
