import contextlib
import copy


@contextlib.contextmanager
def cm(name):
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as e:
        print("handled", e)
    finally:
        print("exit", name)


with cm("a") as x:
    print(x)
with cm("b"):
    raise ValueError("v")
with contextlib.suppress(KeyError):
    {}["x"]


class Closes:
    def close(self):
        print("closed")


with contextlib.closing(Closes()):
    pass
with contextlib.ExitStack() as stack:
    stack.enter_context(cm("s1"))
    stack.callback(print, "callback")
with contextlib.nullcontext(5) as n:
    print(n)
a = [1, [2, 3], {"k": [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append("x")
a[2]["k"].append("y")
print(b, c, copy.copy(5), copy.deepcopy((1, [2])))
a.append(a)
d = copy.deepcopy(a)
print(d[3] is d, d is not a)


class P:
    def __init__(self, v):
        self.v = v


p = P([1])
q, r = copy.copy(p), copy.deepcopy(p)
print(q.v is p.v, r.v is p.v, r.v)
