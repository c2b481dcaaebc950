# python: 3.13
print(chr(65), chr(233), chr(0x1F600), repr(chr(0)), ord("a"), ord("é"), ord("😀"), ord(b"a"), ord(bytearray(b"b")), chr(0x10FFFF) == "\U0010ffff")
print(bin(5), bin(-5), bin(0), oct(8), oct(-8), hex(255), hex(-255), hex(2 ** 70), bin(True), ascii("aé\n"), repr("é"), format(5, "b"), format("a", ">3"), format(1.5), format(None))
for f in (lambda: chr(-1), lambda: chr(0x110000), lambda: chr("a"), lambda: ord(""), lambda: ord("ab"), lambda: ord(5), lambda: ord(b"ab"), lambda: bin(1.5), lambda: hex("a"), lambda: oct(None), lambda: chr(1 << 70), lambda: format(5, 5), lambda: format("a", "d"), lambda: format(1, "\u00e9")):
    try:
        print(f())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


class I:
    def __index__(self):
        return 10


print(bin(I()), hex(I()), oct(I()), chr(I()) == "\n")
