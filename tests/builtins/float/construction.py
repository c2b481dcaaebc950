print(float(), float(5), float("1.5"), float("  -2.5e3\n"), float("1_0.5"), float("inf"), float("-Infinity"), float("nan"), float(True), float(b"2.5"), float(".5"), float("5."))
print(float("1e400"), float("-1e-400"), float("+1.0"), float("INF"), float("NaN"), float(10 ** 20), float("0x10") if False else "-")
for v in ("", "abc", "1.5.2", "1e", "0x10", "1__0", "--1", None, [], 1j, "1 2", "infin", ".", "e5"):
    try:
        print(float(v))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    float(10 ** 400)
except OverflowError as e:
    print(e)


class F:
    def __float__(self):
        return 2.5


class I:
    def __index__(self):
        return 7


print(float(F()), float(I()))
