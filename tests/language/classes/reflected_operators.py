class A:
    def __add__(self, other):
        print("A.add")
        return NotImplemented

    def __radd__(self, other):
        print("A.radd")
        return "A"


class B:
    def __radd__(self, other):
        print("B.radd")
        return "B"


class Sub(A):
    def __radd__(self, other):
        print("Sub.radd")
        return "Sub"


class Same(A):
    pass


print(A() + B())
print(A() + Sub())
print(1 + A())
for f in (lambda: A() + A(), lambda: A() + Same(), lambda: A() + 1):
    try:
        print(f())
    except TypeError as e:
        print(e)


class Num(int):
    def __add__(self, o):
        return "Num.add"

    def __radd__(self, o):
        return "Num.radd"

    def __rmul__(self, o):
        return "Num.rmul"


print(1 + Num(2), Num(1) + 2, 1.5 + Num(1), 3 * Num(1), 3 - Num(1), [1] * Num(2) if False else "-")


class Seq(list):
    def __rmul__(self, n):
        return ("rmul", n)


print(2 * Seq([1]), Seq([1]) * 2)


class I:
    def __iadd__(self, o):
        return NotImplemented

    def __add__(self, o):
        return "add"


x = I()
x += 1
print(x)


class Blocked:
    __radd__ = None
    __add__ = None


for f in (lambda: 1 + Blocked(), lambda: Blocked() + 1):
    try:
        f()
    except TypeError as e:
        print(e)
