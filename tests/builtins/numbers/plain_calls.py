# Calls that plain values take a short way through: what they give, and what they refuse.
import math

big = 10**100
print(float('nan') == big, float('inf') > big, -float('inf') < -big, float('nan') < big, 1e100 == big, 10**22 == 1e22, 2**53 + 1 == float(2**53), float('nan') != big)
print([round(x, d) for x in (12345, -12345, 15, 25, 35, -15, -25, 5, 55, 150, 250) for d in (-1, -2, -3, -18, -19, 0, 2)])
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 1e13+0.5, 1e15, 123456.789, -2.51)])
print([(math.floor(x), math.ceil(x), math.trunc(x)) for x in (0.5, -0.5, 2.0, -2.0, 1e13+.25, -1e13-.25, 1e16, 3, -7, -0.0)])
print([int(x) for x in (True, False, '12', ' -12 ', b'77', '+5', '0012', 3.99, -3.99, 1e13, 1e18, bytearray(b'5'))], int('z', 36), int('ff', 16), int('0xff', 16), int('-ff', 16), int('1010', 2))
for bad in ("'9', 8", "'', 10", "'1 2'", "'x'", "'1_'", "'--1'", "'0x'", "'9' * 5000", "'1', 1", "'1', 37", "b'x'", "None", "'\\u0661\\u0662'", "'1_000'", "float('nan')", "float('inf')"):
    try: print(bad, eval("int(" + bad + ")"))
    except Exception as e: print(bad, type(e).__name__, e)
print(str(True), str(False), str(None), complex(1, 2), complex(1.5, -0.0), complex(10**30, 1), bool(""), bool("a"), bool([]), bool(()), bool({}), bool({1}), bool(0.0), bool(b""), bool(10**50), bool(None))
print(set([1, 2, 3, 2, 1]), frozenset((1, 2)), set(range(5)), sorted(set(range(10, 0, -3))), set({1: 2}), set({3}), frozenset(frozenset([1])), set(()), len(set([[1]] if 0 else ['a', 'b', 'a'])), len(range(5)), len(range(0, -10, -3)), len(range(0)))
print(dict({1: 2}), object() == object(), hash(1), hash(-1), hash('a') == hash('a'), hash((1, 2)) == hash((1, 2)), hash(2.5), hash(10**20), hash(True), hash(None) == hash(None))
for bad in ("set([[1]])", "hash([])", "hash((1, []))", "frozenset([{}])", "len(5)", "math.sqrt(-1)", "math.log(0)", "math.exp(1000)", "math.sin(float('inf'))", "math.acos(2)", "math.pow(-1, .5)", "math.pow(0, -1)", "math.pow(10, 400)", "math.log(10, 1)", "math.log(-5)", "math.log2(0)", "math.log10(-1)", "math.floor(float('nan'))", "math.isqrt(-1)", "math.factorial(-1)", "math.comb(-1, 2)", "math.sqrt('a')", "math.sin()", "math.sin(1, 2)", "pow(2, -1, 4)", "pow(2, 3, 0)", "round('a')"):
    try: print(bad, eval(bad))
    except Exception as e: print(bad, type(e).__name__)
for f in (math.sin, math.cos, math.tan, math.exp, math.sqrt, math.atan, math.degrees, math.radians, math.fabs, math.cbrt if hasattr(math, 'cbrt') else abs):
    print(f.__name__, [round(f(x), 12) for x in (0, 1, 0.5, 2.5, 3.7, 100.25, True, 7)])
print([math.sin(x) for x in (-3, -2, -1, -.5)], [math.cos(x) for x in (-4, -3, -2, -1)])
print(math.log(100, 10), math.log(8, 2), math.log(10**400), math.log2(8), math.log10(1000), math.atan2(1, 2), math.copysign(3, -0.0), math.pow(2, 10), math.isnan(float('nan')), math.isinf(1e308 * 10), math.isfinite(3), math.gcd(12, 18), math.gcd(-12, 18), math.gcd(0, 0), math.isqrt(140737488355327), [math.isqrt(k * k - 1) for k in (2, 1000, 11863283)], math.factorial(20), math.factorial(5), math.comb(50, 7), math.comb(3, 5))
