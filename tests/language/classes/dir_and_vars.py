# python: 3.14
class A:
    a = 1

    def m(self):
        pass


class B(A):
    b = 2

    def __init__(self):
        self.c = 3


plain = lambda o: [n for n in dir(o) if not n.startswith("__")]
print(plain(A), plain(B), plain(B()), sorted(vars(B())), "a" in vars(A), "a" in vars(B))


class D:
    def __dir__(self):
        return ["z", "y", "x"]


print(dir(D()))


def f():
    q = 1
    p = 2
    return dir(), sorted(locals())


print(f())
print([n for n in dir([]) if not n.startswith("_")])
print([n for n in dir({}) if not n.startswith("_")])
print([n for n in dir(()) if not n.startswith("_")])
print([n for n in dir(1.5) if not n.startswith("_")])
print([n for n in dir(set()) if not n.startswith("_")])
print([n for n in dir("") if not n.startswith("_")])
