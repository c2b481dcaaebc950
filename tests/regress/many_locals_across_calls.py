# Locals beyond the registers lay where the frames of called functions were put.
import gc

n = 300
assigns = "".join(f"    v{i} = [k + {i}]\n" for i in range(n))
total = ", ".join(f"v{i}" for i in range(n))


def busy():
    gc.collect()
    return [[i] for i in range(1000)]


class Base:
    def __init__(self, x):
        self.x = x

    def method(self, y=0):
        busy()
        return self.x + y

    @property
    def value(self):
        return self.method()

    def __add__(self, other):
        return self.method(other)


exec(f"""def f(k):
{assigns}    busy()
    b = Base(k)
    w = b.method(), b.method(y=3), b.value, b + 5, max([1, 2], key=lambda z: -z), [z for z in map(b.method, [1, 2])]
    class C(Base, metaclass=type):
        busy()
    for z in gen(b):
        w += (z,)
    try:
        b.method("no")
    except TypeError:
        w += (C(4).x,)
    if k:
        w += f(k - 1)[1][:1]
    return [{total}], w


def gen(b):
{assigns.replace("k", "1")}    yield b.method()
    yield v{n - 1}[0]
""")
lists, w = f(2)
print(lists == [[2 + i] for i in range(n)], w)
