log = []


def f(x):
    log.append(x)
    return x


def call(*args, **kwargs):
    return len(args) + len(kwargs)


f(1) + f(2) * f(3)
call(f(1), *[f(2)], f(3), x=f(4), **{"y": f(5)})
{f("k1"): f("v1"), f("k2"): f("v2")}
[f(1), f(2)][f(0)]
d = {}
d[f("a")] = f("b")
x = f("value")
print(log)
log.clear()


class O:
    def __getattr__(self, name):
        log.append("get " + name)
        return self

    def __setitem__(self, k, v):
        log.append("setitem")

    def __getitem__(self, k):
        log.append("getitem")
        return 1


o = O()
o.a[f("index")] = f("rhs")
o.b[f("i")] += f(5)
(f(1) if f(0) else f(2))
print(log)
