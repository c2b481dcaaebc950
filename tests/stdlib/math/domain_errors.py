# python: 3.14
# Since 3.14 the messages say what was expected.
import math
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1.5), lambda: math.log2(0.0), lambda: math.log10(-1), lambda: math.log1p(-1), lambda: math.acos(2), lambda: math.asin(-1.5), lambda: math.acosh(0.5), lambda: math.atanh(1),
          lambda: math.sin(math.inf), lambda: math.gamma(0), lambda: math.lgamma(-1), lambda: math.fmod(1, 0), lambda: math.pow(-1, 0.5), lambda: math.pow(0, -1), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.isqrt(-1), lambda: math.comb(-1, 2), lambda: math.perm(2, -1),
          lambda: math.ldexp(1.0, 5000), lambda: math.remainder(1, 0)):
    try:
        print(f())
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
