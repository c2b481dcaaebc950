print((1.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (-2.5).as_integer_ratio(), (1.5).hex(), (-0.1).hex(), (0.0).hex(), float("inf").hex(), (1e-320).hex())
print(float.fromhex("0x1.8p+1"), float.fromhex("-0x1p-3"), float.fromhex("1.8"), float.fromhex("inf"), float.fromhex(" 0xA.8 "))
print((2.5).conjugate(), (2.5).real, (2.5).imag, (2.7).__trunc__(), (2.7).__floor__(), (2.2).__ceil__(), (-2.7).__floor__(), (-2.7).__int__())
print((2.5).__round__(), (2.567).__round__(1), (2.5).__eq__(2.5), (2.5).__eq__("x"), (2.5).__hash__() == hash(2.5), hash(1.0), hash(0.5), hash(float("inf")), hash(float("-inf")))
for f in (lambda: float("inf").as_integer_ratio(), lambda: float("nan").as_integer_ratio(), lambda: float.fromhex("zz"), lambda: float.fromhex("0x1p99999"), lambda: float.fromhex(5),
          lambda: int(float("nan")), lambda: round(float("inf")), lambda: round(float("nan")), lambda: round(1e308, -308), lambda: round(1.5, "x")):
    try:
        print(f())
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
