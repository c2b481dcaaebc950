class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, len(bases), kw)
        return {"injected": 1}

    def __new__(mcs, name, bases, namespace, **kw):
        print("new", name, sorted(k for k in namespace if not k.startswith("__")))
        return super().__new__(mcs, name, bases, dict(namespace))

    def __init__(cls, name, bases, namespace, **kw):
        print("init", name)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args):
        print("call", cls.__name__)
        return super().__call__(*args)

    def __len__(cls):
        return 42

    def __getattr__(cls, name):
        return "meta " + name

    def method(cls):
        return cls.__name__

    @property
    def prop(cls):
        return "prop of " + cls.__name__

    def __repr__(cls):
        return "<Meta %s>" % cls.__name__

    def __contains__(cls, x):
        return x == 1


class A(metaclass=Meta, option=5):
    x = 1


class B(A):
    pass


print(A.injected, len(A), A.anything, A.method(), B.prop, type(B).__name__, A, 1 in B, isinstance(A, Meta))
b = B()
try:
    b.method
except AttributeError as e:
    print(e)
print(Meta("Dyn", (A,), {"y": 2}).y)


class M2(type):
    pass


try:
    class Conflict(A, metaclass=M2):
        pass
except TypeError as e:
    print(e)


def function_meta(name, bases, ns):
    return name.upper()


class F(metaclass=function_meta):
    pass


print(F)
