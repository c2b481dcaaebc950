# python: 3.13
# Methods and attributes as objects: what can be called, bound and read, and of what.

def attempt(what, action, *args):
    try:
        print(what, "->", repr(action(*args))[:100])
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class C:
    __slots__ = ("slot",)

    def method(self, x):
        return x

    @property
    def value(self):
        return 1


c = C()
attempt("method", lambda: (c.method.__call__(5), C.method.__get__(c, C)(3), C.method.__get__(None, C) is C.method))
attempt("bound again", lambda: c.method.__get__(5)(7))
attempt("function", lambda: (len.__call__([1]), hasattr(len, "__get__"), hasattr([].append, "__get__")))
attempt("descriptor", lambda: (str.join.__call__(",", ["a", "b"]), str.join.__get__("-")(["a", "b"])))
attempt("of the class", lambda: str.join.__get__(None, str) is str.join)
attempt("of nothing", lambda: str.join.__get__(None))
attempt("of another", lambda: str.join.__get__(5))
attempt("wrapper", lambda: (int.__add__.__get__(3)(4), (1).__add__.__call__(2), hasattr((1).__add__, "__get__")))
attempt("attribute", lambda: int.real.__get__(5))
attempt("attribute of another", lambda: int.real.__get__("x"))
attempt("attribute set", lambda: int.real.__set__(5, 6))
attempt("attribute deleted", lambda: int.real.__delete__(5))
fromkeys = dict.__dict__["fromkeys"]
attempt("class method", lambda: (fromkeys.__get__(None, dict)([1]), fromkeys.__get__({})([1])))
attempt("class method of another", lambda: fromkeys.__get__(None, int))
attempt("class method of a value", lambda: fromkeys.__get__(None, 5))
attempt("class method of nothing", lambda: fromkeys.__get__(None))
attempt("slot", lambda: (C.slot.__set__(c, 5), C.slot.__get__(c), C.slot.__delete__(c)))
attempt("empty slot", lambda: C.slot.__get__(c))
attempt("slot of another", lambda: C.slot.__get__(5))
attempt("slot of another set", lambda: C.slot.__set__(5, 5))
attempt("property set", lambda: C.value.__set__(c, 5))
attempt("property deleted", lambda: C.value.__delete__(c))
attempt("nameless property", lambda: property().__set__(c, 5))
attempt("super", lambda: type(super(C).__get__(c)))
for value in (len, [].append, str.join, int.__add__, (1).__add__, fromkeys, int.real, C.slot):
    shown = {name: hasattr(value, name) for name in ("__self__", "__objclass__", "__module__", "__get__", "__call__")}
    print(type(value).__name__, *[name for name, has in shown.items() if has])


def function(a):
    pass


for name, value in [
    ("__annotations__", 5),
    ("__annotations__", {"a": 1}),
    ("__annotations__", None),
    ("__type_params__", 5),
    ("__type_params__", (1,)),
    ("__code__", 5),
    ("__defaults__", 5),
    ("__kwdefaults__", 5),
]:
    attempt(f"{name} = {value}", lambda: setattr(function, name, value))
attempt("no type parameters", lambda: delattr(function, "__type_params__"))
attempt("code", type(function), 5, {})
attempt("globals", type(function), function.__code__, 5)


def places():
    first = 1
    return first


first = places.__code__.co_firstlineno
print(sorted({line - first for _, _, line in places.__code__.co_lines() if line} - {0}))
print(sorted({place[0] - first for place in places.__code__.co_positions() if place[0]} - {0}))


def counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count

    return step


full, same, empty = counter().__closure__[0], counter().__closure__[0], type(counter().__closure__[0])()
print(full == same, full != same, full < same, empty < full, empty == type(full)(), full == 0)
attempt("hash", hash, full)
