# python: 3.14
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, -a, +a, abs(a), a.conjugate(), a.real, a.imag, a == b, a != b)
print(a ** 2, a ** 0, a ** 0.5 if False else "-", 2 * a, a + 1, 1 - a, a / 2, a == 3 + 4j, 3 + 0j == 3, 3 == 3 + 0j, hash(3 + 0j) == hash(3))
print(1j * 1j, 1j ** 2, (-1) ** 0.5 == 1j if False else "-", complex(1.5, -0.0), complex(0, 1), complex(3), complex("1+2j"), complex(" -j "), complex("(1-2j)"), complex("1e3"))
print(complex(), complex(True), complex(1j), complex(real=1, imag=2), complex("inf+nanj"), complex("5j"))
print(repr(1j), repr(-0j), repr(1.5j), repr(complex(0.0, -1)), str(1e20 + 1e-7j), [1j], bool(0j), bool(1j))
print(f"{a:.2f} {a:10.1f}| {a}", f"{1j:g}")
for f in (lambda: a < b, lambda: int(a), lambda: float(a), lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: complex("x"), lambda: complex("1", "2"), lambda: complex("1 + 2j"),
          lambda: a & 1, lambda: complex([]), lambda: round(a)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
