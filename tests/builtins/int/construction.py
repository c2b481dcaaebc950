print(int(), int(5), int(5.9), int(-5.9), int("42"), int("  -42\n"), int("1_000"), int(True), int(b"12"), int(bytearray(b"7")))
print(int("ff", 16), int("0xff", 16), int("0b101", 0), int("0o17", 0), int("0x1F", 0), int("z", 36), int("101", 2), int("-0b11", 2), int("0", 0), int("00", 0))
print(int("10", 3), int("+5"), int(1e20), int("٣"), int("1" * 40), int(2 ** 0.5 * 1e15))
for args in (("",), (" ",), ("abc",), ("1.5",), ("1__0",), ("_1",), ("1_",), ("0x1",), ("12", 2), ("5", 1), ("5", 37), ("5", -1), ("010", 0), (5, 10), (None,), ([],),
             (float("nan"),), (float("inf"),), ("1 2",), ("--1",), ("0b", 0), (b"\xff",), ("9", 8), (1j,)):
    try:
        print(args, int(*args))
    except (ValueError, TypeError, OverflowError) as e:
        print(args, type(e).__name__, e)


class I:
    def __int__(self):
        return 3


class X:
    def __index__(self):
        return 4


print(int(I()), int(X()), int("8", X()) if False else int("3", base=X()))
