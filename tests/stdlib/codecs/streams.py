# requires: files
# Readers and writers of streams, codecs.open(), and open() with encodings of all kinds.
import codecs
import io
import warnings

# codecs.open() is deprecated since 3.14.
warnings.simplefilter("ignore", DeprecationWarning)

for name in "utf-8", "utf-16", "utf-32-be", "cp1251", "utf-7", "utf-8-sig", "ascii", "koi8-u", "unicode_escape":
    encoder, decoder = codecs.getincrementalencoder(name)("replace"), codecs.getincrementaldecoder(name)("replace")
    parts = [encoder.encode(character) for character in "aя€"] + [encoder.encode("", True)]
    print(name, parts)
    print([decoder.decode(bytes([byte])) for byte in b"".join(parts)], repr(decoder.decode(b"", True)))
    stream = io.BytesIO()
    writer = codecs.getwriter(name)(stream, "replace")
    writer.write("aя\nb")
    writer.writelines(["x\n", "y"])
    stream.seek(0)
    reader = codecs.getreader(name)(stream)
    print([reader.readline(), reader.read(2), list(reader)])
    with codecs.open("text", "w", name, "replace") as file:
        file.write("aя\r\nb\n")
    with codecs.open("text", encoding=name) as file:
        print(file.readlines())
    with open("text", "w", encoding=name, errors="replace") as file:
        file.write("aя\nb" * 5)
    with open("text", encoding=name) as file:
        print([file.readline(), file.read(3), file.readlines()])
        file.seek(0)
        print(ascii(file.read()))
    with open("text", "a", encoding=name, errors="replace") as file:
        file.write("end")
    with open("text", "rb") as file:
        print(file.read())
recoded = codecs.EncodedFile(io.BytesIO(b"\xc3\xa9\n"), "latin-1", "utf-8")
print(recoded.read(), recoded.data_encoding, recoded.file_encoding)
print(list(codecs.iterdecode([b"\xc3", b"\xa9"], "utf-8")), list(codecs.iterencode("aé", "utf-16-le")))
