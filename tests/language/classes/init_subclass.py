class Plugin:
    registry = []

    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry.append((cls.__name__, tag))
        cls.tag = tag


class A(Plugin, tag="a"):
    pass


class B(Plugin):
    pass


class C(A, tag="c"):
    pass


print(Plugin.registry, C.tag, B.tag, hasattr(Plugin, "tag"))
try:
    class D(A, unknown=1):
        pass
except TypeError as e:
    print(e)
try:
    class E(x=1):
        pass
except TypeError as e:
    print(e)
