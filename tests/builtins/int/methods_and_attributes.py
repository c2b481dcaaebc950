n = 1000
print(n.bit_length(), (0).bit_length(), (-5).bit_length(), (255).bit_count(), (-7).bit_count(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator)
print(n.to_bytes(2, "big"), n.to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), (0).to_bytes(0, "big"), (5).to_bytes(), n.to_bytes(length=2, byteorder="big"))
print(int.from_bytes(b"\x03\xe8", "big"), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b"", "little"), int.from_bytes([1, 2], "little"), int.from_bytes(b"\x01"))
print((7).as_integer_ratio(), (-3).as_integer_ratio(), (5).is_integer() if hasattr(5, "is_integer") else True)
print((5).__add__(3), (5).__add__("x"), (5).__radd__(1), (5).__lt__(6), (5).__bool__(), (5).__index__(), (-5).__abs__(), (5).__divmod__(2), (2).__pow__(3, 5))
print((5).__floor__(), (5).__ceil__(), (5).__trunc__(), (15).__round__(-1), (25).__round__(-1), (5).__round__(), (5).__float__(), (12).__format__("x"))
for f in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: (1).to_bytes(1, "middle"), lambda: int.from_bytes(b"a", "x"),
          lambda: int.from_bytes("ab", "big"), lambda: (128).to_bytes(1, "big", signed=True), lambda: (5).real.x, lambda: (1).to_bytes("2", "big")):
    try:
        print(f())
    except (OverflowError, ValueError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
