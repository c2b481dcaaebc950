# Every binary operator, its reflected and its in-place form.
names = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor", "matmul"]
signs = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@"]


def make(prefix):
    def m(self, other):
        return (prefix, other)

    return m


L = type("L", (), {f"__{n}__": make(n) for n in names})
R = type("R", (), {f"__r{n}__": make("r" + n) for n in names})
I = type("I", (), {f"__i{n}__": make("i" + n) for n in names})
for sign in signs:
    x = y = I()
    exec(f"x {sign}= 3")
    print(sign, eval(f"L() {sign} 1"), eval(f"2 {sign} R()"), x)


class U:
    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __abs__(self):
        return "abs"

    def __round__(self, n="none"):
        return ("round", n)

    def __divmod__(self, o):
        return ("divmod", o)

    def __rdivmod__(self, o):
        return ("rdivmod", o)

    def __trunc__(self):
        return "trunc"

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __index__(self):
        return 3

    def __int__(self):
        return 4

    def __float__(self):
        return 5.0

    def __complex__(self):
        return 6j

    def __pow__(self, a, b=None):
        return ("pow", a, b)


import math
u = U()
print(-u, +u, ~u, abs(u), round(u), round(u, 2), divmod(u, 1), divmod(1, u), math.trunc(u), math.floor(u), math.ceil(u))
print([0, 1, 2, 3][u], int(u), float(u), complex(u), hex(u), range(u), "ab" * u, pow(u, 1), pow(u, 1, 2))
