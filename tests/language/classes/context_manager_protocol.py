# python: 3.14
class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        return self.swallow


with CM("a") as a, CM("b") as b:
    print(a, b)
with CM("s", True):
    raise ValueError("swallowed")
try:
    with CM("outer"), CM("inner"):
        raise KeyError("through")
except KeyError as e:
    print("caught", e)


def f():
    with CM("ret"):
        return "value"


print(f())
for i in range(3):
    with CM(i):
        if i == 0:
            continue
        break
with (CM("p") as p, CM("q")):
    print(p)
with CM("t") as (x):
    print(x)
d = {}
with CM("k") as d["key"]:
    pass
print(d)


class NoExit:
    def __enter__(self):
        pass


class NoEnter:
    def __exit__(self, *a):
        pass


for o in (NoExit(), NoEnter(), 5):
    try:
        with o:
            pass
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
