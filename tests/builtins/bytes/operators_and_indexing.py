b = b"hello"
print(b[0], b[-1], b[1:3], b[::-1], b[::2], list(b), b + b"!", b * 2, 2 * b, len(b), b == b"hello", b == bytearray(b"hello"), b == "hello", b < b"help", b > b"", min(b), max(b), sorted(b), hash(b) == hash(b"hello"))
print(b"%d %s %r %x %c %a %5d %b" % (5, b"s", "r", 255, 65, "é", 3, b"b"), b"%(k)s" % {b"k": b"v"}, b"%s" % b"x", b"%.2f" % 1.5, b"%c" % b"z", b"%%" % ())
print([x for x in b"ab"], iter(b).__next__(), b in {b"hello"}, bytes(b) is b, b[:] == b, tuple(b"ab"), b"" or "empty", bool(b"\0"))
for f in (lambda: b[5], lambda: b["a"], lambda: b + "x", lambda: b + 5, lambda: b * b, lambda: b < "x", lambda: b % 5, lambda: b"%s" % "str", lambda: b"%d" % b"5", lambda: b"%c" % 256):
    try:
        print(f())
    except (TypeError, IndexError, OverflowError) as e:
        print(type(e).__name__, e)
try:
    b[0] = 1
except TypeError as e:
    print(e)
