import math
for f in (lambda: math.sqrt("a"), lambda: math.floor("a"), lambda: math.factorial(1.5), lambda: math.factorial("a"), lambda: math.gcd(1.5), lambda: math.isqrt(2.5), lambda: math.sqrt(), lambda: math.sqrt(1, 2), lambda: math.sin(None), lambda: math.log("x"), lambda: math.log(2, "x"),
          lambda: math.ceil([]), lambda: math.floor(math.nan), lambda: math.ceil(math.inf), lambda: math.trunc("x"), lambda: math.fsum(5), lambda: math.prod(5), lambda: math.dist((1,), (1, 2)), lambda: math.sqrt(10 ** 400), lambda: math.comb(1.5, 2), lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.ldexp(1.0, 1.5), lambda: math.sqrt(1j)):
    try:
        print(f())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


class F:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"

    def __float__(self):
        return 4.0


print(math.floor(F()), math.ceil(F()), math.trunc(F()), math.sqrt(F()))
