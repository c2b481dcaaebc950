print(divmod(7, 2), divmod(-7, 2), divmod(7, -2), divmod(7.5, 2), divmod(True, 1), pow(2, 3), pow(2, 3, 5), pow(2, -1), pow(-2, 3), pow(2.5, 2), pow(0, 0), pow(3, -1, 11))
print(abs(-5), abs(5), abs(-2.5), abs(3 - 4j), abs(True), abs(-0.0), abs(-(10 ** 30)), round(2.5), round(2.567, 2), round(-2.5), round(15, -1), round(1e16), round(2.5, 0), round(2.5, -1))


class X:
    def __abs__(self):
        return "abs"

    def __divmod__(self, o):
        return "divmod"

    def __pow__(self, o, m=None):
        return ("pow", m)

    def __round__(self, n=None):
        return ("round", n)


x = X()
print(abs(x), divmod(x, 1), pow(x, 2), pow(x, 2, 3), round(x), round(x, 2))
for f in (lambda: abs("a"), lambda: divmod(1, "a"), lambda: pow(1, "a"), lambda: round("a"), lambda: round(1, "a"), lambda: pow(1, 2, "a"), lambda: pow(2, 2.5, 3), lambda: round([]), lambda: abs(None), lambda: round()):
    try:
        print(f())
    except TypeError as e:
        print(e)
