# The classes that codecs are made of, and the functions that stand for the ways to treat errors.
import codecs
import io


class Upper(codecs.Codec):
    """Writes capitals, reads small letters."""

    def encode(self, input, errors="strict"):
        return input.upper().encode("ascii", errors), len(input)

    def decode(self, input, errors="strict"):
        return bytes(input).decode("ascii", errors).lower(), len(input)


class Writer(Upper, codecs.StreamWriter):
    pass


class Reader(Upper, codecs.StreamReader):
    pass


for call in (codecs.Codec().encode, codecs.Codec().decode, codecs.IncrementalEncoder().encode, codecs.IncrementalDecoder().decode):
    try:
        call("x")
    except NotImplementedError as error:
        print(type(error).__name__, error.args)

place = io.BytesIO()
writer = Writer(place)
writer.write("one two\n")
writer.writelines(["three\n", "four"])
print(place.getvalue(), writer.tell())
writer.seek(0)
writer.reset()
reader = Reader(io.BytesIO(place.getvalue()))
print(repr(reader.read(3)), repr(reader.readline()), reader.readlines())
reader.reset()
reader.seek(0)
print([line for line in reader])

both = codecs.StreamReaderWriter(io.BytesIO(b"START\nEND"), Reader, Writer)
print(repr(both.readline()), both.read(), both.write("more"), both.stream.getvalue())
both.seek(0)
print(both.readlines(), next(iter(codecs.StreamReaderWriter(io.BytesIO(b"A\nB"), Reader, Writer))))

latin = io.BytesIO(b"caf\xe9\n")
recoder = codecs.EncodedFile(latin, "utf-8", "latin-1")
print(type(recoder) is codecs.StreamRecoder, recoder.read(), recoder.write(b"\xc3\xa9t\xc3\xa9"), latin.getvalue())
recoder.seek(0)
print(recoder.readline(), recoder.readlines())


class Pairs(codecs.BufferedIncrementalDecoder):
    """Two bytes are one letter."""

    def _buffer_decode(self, input, errors, final):
        whole = len(input) // 2 * 2
        return "".join(chr(input[at] - 65 + input[at + 1]) for at in range(0, whole, 2)), whole


decoder = Pairs()
print(repr(decoder.decode(b"ABC")), decoder.getstate(), repr(decoder.decode(b"DE")), decoder.getstate())
decoder.setstate((b"X", 0))
print(repr(decoder.decode(b"A", final=True)))
decoder.decode(b"Q")
decoder.reset()
print(decoder.getstate())


class Waits(codecs.BufferedIncrementalEncoder):
    """Writes pairs of letters only."""

    def _buffer_encode(self, input, errors, final):
        whole = len(input) if final else len(input) // 2 * 2
        return input[:whole].encode(), whole


encoder = Waits()
print(encoder.encode("abc"), encoder.getstate(), encoder.encode("d"), encoder.encode("e", True), encoder.getstate())
encoder.setstate("z")
encoder.reset()
print(encoder.getstate(), codecs.IncrementalEncoder().getstate(), codecs.IncrementalDecoder().getstate())

problem = UnicodeEncodeError("ascii", "a\xe9\u20ac\U0001f600b", 1, 4, "no")
for handler in (codecs.replace_errors, codecs.ignore_errors, codecs.backslashreplace_errors, codecs.namereplace_errors,
                codecs.xmlcharrefreplace_errors, codecs.strict_errors):  # fmt: skip
    try:
        print(ascii(handler(problem)))
    except UnicodeEncodeError as error:
        print("strict", error.start)
damaged = UnicodeDecodeError("utf-8", b"a\xff\xfeb", 1, 3, "no")
for handler in (codecs.replace_errors, codecs.ignore_errors, codecs.backslashreplace_errors, codecs.namereplace_errors):
    try:
        print(ascii(handler(damaged)))
    except TypeError as error:
        print(error)
