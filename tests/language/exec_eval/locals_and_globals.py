x = 1


def f(a, b=2):
    c = 3
    l = locals()
    d = 4
    return sorted(l.items(), key=str) if "d" not in l else "snapshot changed"


print(f(1))
print("x" in globals(), globals()["x"], globals() is globals(), locals() is globals())
globals()["made"] = "by globals()"
print(made)


class C:
    y = 1
    seen = "y" in locals()
    locals()["z"] = 5


print(C.seen, C.z)


def g():
    q = 1

    def h():
        return q, sorted(locals())

    return h()


print(g())


def no_write():
    v = 1
    locals()["v"] = 2
    return v


print(no_write())


def via_exec():
    v = 1
    exec("v = 2")
    return v


print(via_exec())


def explicit():
    ns = {}
    exec("w = 5", globals(), ns)
    return ns


print(explicit())
print(vars() is globals(), [k for k in vars(C) if not k.startswith("__")])
