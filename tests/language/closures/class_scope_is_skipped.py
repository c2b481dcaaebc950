x = "global"


class C:
    x = "class"
    y = x

    def m(self):
        return x

    z = [x for _ in range(1)]
    w = [i for i in x]
    f = lambda: x


print(C.y, C().m(), C.z, C.w, C.f())


def outer():
    x = "outer"

    class D:
        a = x
        x = "inner"
        b = x

        def m(self):
            return x

    return D.a, D.b, D().m()


print(outer() if False else "skip")


def outer2():
    v = "outer"

    class E:
        a = v

        class F:
            b = v

        def m(self):
            return v

    return E.a, E.F.b, E().m()


print(outer2())


def outer3():
    v = 1

    class G:
        nonlocal v
        v = 2

    return v


print(outer3())
