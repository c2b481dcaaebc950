class A:
    real = 1

    def __getattr__(self, name):
        if name.startswith("dyn_"):
            return name[4:]
        raise AttributeError("no " + name)


a = A()
print(a.real, a.dyn_x, getattr(a, "zzz", "default"), hasattr(a, "dyn_"), hasattr(a, "q"))
try:
    a.q
except AttributeError as e:
    print(e)


class B:
    def __init__(self):
        self.x = 1

    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError(name)
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return "fallback " + name


b = B()
print(b.x, b.secret, b.other)


class S:
    def __setattr__(self, name, value):
        object.__setattr__(self, name.upper(), value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name.upper())


s = S()
s.abc = 1
print(s.__dict__)
del s.abc
print(s.__dict__)


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)

    def __getattr__(self, name):
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        setattr(self._target, name, value)


class T:
    v = 1


t = T()
p = Proxy(t)
p.v = 5
print(t.v, p.v)
proxy_list = Proxy([1, 2])
proxy_list.append(3)
print(proxy_list.count(3))
try:
    len(proxy_list)
except TypeError as e:
    print(e)
setattr(t, "not an identifier", 3)
print(getattr(t, "not an identifier"))
try:
    getattr(t, 5)
except TypeError as e:
    print(e)
