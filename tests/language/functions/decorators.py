def trace(f):
    def wrapper(*a, **k):
        print("call", f.__name__, a, k)
        return f(*a, **k)

    return wrapper


def times(n):
    print("times", n)

    def decorate(f):
        print("decorate", f.__name__)
        return lambda *a: [f(*a)] * n

    return decorate


@trace
def add(a, b=1):
    return a + b


@times(2)
@trace
@times(3)
def one():
    return 1


print(add(1), add(1, b=5))
print(one())


class Registry:
    items = {}

    def register(self, name):
        def keep(f):
            self.items[name] = f
            return f

        return keep


r = Registry()


@r.register("x")
def x():
    return "x!"


@(lambda f: "replaced")
def y():
    pass


@r.items.setdefault
def z():
    pass


print(r.items["x"](), y, z)


@trace
class K:
    def __init__(self, v):
        self.v = v


print(K(5).v)
