# python: 3.14
class C:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"

    def __format__(self, spec):
        return "format:" + spec

    def __bytes__(self):
        return b"bytes"

    def __int__(self):
        return 7

    def __float__(self):
        return 7.5

    def __bool__(self):
        return False

    def __len__(self):
        return 3

    def __iter__(self):
        return iter("it")


c = C()
print(c, repr(c), [c], f"{c}", f"{c:x}", f"{c!r}", "%s %r" % (c, c), "{} {!r:>6} {:y}".format(c, c, c))
print(bytes(c), int(c), float(c), bool(c), list(c), tuple(c), str(c), ascii(c))


class OnlyRepr:
    def __repr__(self):
        return "only\u00e9"


class OnlyStr:
    def __str__(self):
        return "os"


print(str(OnlyRepr()), ascii(OnlyRepr()), str(OnlyStr()), repr(OnlyStr()).startswith("<__main__.OnlyStr object at"))


class Bad:
    def __str__(self):
        return 5

    __repr__ = __bytes__ = __format__ = lambda self, *a: 5

    def __int__(self):
        return "x"

    def __float__(self):
        return 5

    def __bool__(self):
        return 1

    def __index__(self):
        return 1.5


for f in (str, repr, bytes, format, int, float, bool, hex, lambda b: [1][b], lambda b: "%s" % b, lambda b: f"{b}"):
    try:
        print(f(Bad()))
    except TypeError as e:
        print(e)
