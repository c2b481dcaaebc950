# Ints as wide as asked for, by all three ways of formatting, and texts sought at a place.
NUMBERS = [0, 7, 42, 99_999_999, 100_000_000, 123_456_789_012, -1, -42, -99_999_999, 2**46, -(2**47), 2**47, 2**70, True]
SPECS = ["", "d", "1", "3", "9", "10", "12d", "01", "06d", "09", "012", "0", "0d", "00d", "5x", "+d", " 5", "<6", "^9d", "99", "099d"]
for number in NUMBERS:
    print([format(number, spec) for spec in SPECS[:-2]], len(format(number, "99")), format(number, "099d")[-22:])
    print("%d|%5d|%-5d|%05d|%+d|% d|%.3d|%i|%u|%20d|%-20d|%#d" % ((number,) * 12), "{:4}|{:04}|{:<9}|{}".format(*[number] * 4))
    print(f"{number}|{number:8}|{number:08d}|{number!r:>6}|{number:{5}}", b"%d|%6d|%-6d|" % (number, number, number))
print("%*d|%-*d|%*d" % (6, 1, 6, 2, -6, 3), "%(n)d %(n)4d" % {"n": 5}, "%d%%" % 5)
for bad in ("0005q", "5.2d", "05s", "d5", "1" * 30):
    try:
        print(format(5, bad))
    except ValueError as error:
        print(error)


class Int(int):
    def __str__(self):
        return "own"


print("%d %s %5d" % (Int(3), Int(3), Int(3)), f"{Int(3):3}", "%5d" % True, "%d" % 3.99)

text = "a reader of texts"
print([text.startswith("reader", at) for at in (0, 2, 3, -15, -16, 100)], text.startswith("", 17), text.startswith("", 18))
print("größe".startswith("ö", 2), "größe".startswith("e", -1), text.startswith(("of", "reader"), 2), text.startswith("r", True))
for c in "aer of\0z":
    print([n for n in range(0, 30) if c in (text + "\0 of more letters")[:n]][:1], end=" ")
print("z" in "zz", "é" in "aé", "\x80" in "a\xc2\x80", "a" in "", "" in "", chr(1) in "\0\1\2\3\4\5\6\7", chr(0x81) in "abcdefg")
print([bytes(range(20)).find(bytes([n])) for n in (0, 1, 7, 8, 9, 15, 16, 19, 20)], b"\x00\x01\x00".find(b"\x01"))
