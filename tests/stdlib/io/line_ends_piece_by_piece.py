# The decoder of line ends, which remembers a return at the end of a piece.
import codecs
import io

decoder = io.IncrementalNewlineDecoder(None, translate=True)
for piece in ("a\r", "\nb", "\r", "c\n\r", "\r\n", "d\r"):
    print(repr(decoder.decode(piece)), decoder.getstate(), repr(decoder.newlines))
print(repr(decoder.decode("", final=True)), decoder.getstate())
decoder.reset()
print(decoder.newlines)

plain = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder("utf-8")(), False)
for piece in (b"\xe2\x82", b"\xac\r", b"", b"\n", b"x\r"):
    print(ascii(plain.decode(piece)), plain.getstate(), plain.newlines)
state = plain.getstate()
print(repr(plain.decode(b"y")), plain.newlines)
plain.setstate(state)
print(repr(plain.decode(b"\n")), plain.newlines)
plain.setstate((b"\xe2", 1))
print(ascii(plain.decode(b"\x82\xac", True)))
for wrong in (lambda: plain.setstate(5), lambda: io.IncrementalNewlineDecoder(codecs.getincrementaldecoder("hex")(), 1).decode(b"61")):
    try:
        wrong()
    except TypeError as error:
        print(error)
