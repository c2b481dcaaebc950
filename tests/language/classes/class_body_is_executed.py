log = []


class C:
    log.append(__name__)
    log.append(__qualname__)
    x = 1
    for i in range(3):
        x += i
    if x > 2:
        def big(self):
            return "big"
    else:
        def small(self):
            return "small"
    del i
    a, b = 1, 2
    try:
        undefined
    except NameError:
        c = "caught"
    locals_seen = sorted(k for k in locals() if not k.startswith("_"))


print(log, C.x, C().big(), hasattr(C, "small"), hasattr(C, "i"), C.a, C.b, C.c)
print(C.locals_seen)


def make(n):
    class Local:
        value = n

        def get(self):
            return n + self.value

    return Local


print(make(1).value, make(2)().get(), make(1) is make(1), make(1).__qualname__)


class Outer:
    class Inner:
        class Core:
            pass

        def m(self):
            pass


print(Outer.Inner.Core.__qualname__, Outer.Inner.m.__qualname__, Outer.Inner().m.__name__)
