# A class can say by `None` that it is not hashable, iterable, a container, reversible or a path. Any other special
# method that is None is called, which fails.


def show(what, function):
    try:
        print(what, "->", function())
    except TypeError as error:
        print(what, "->", error)


class Nothing:
    __call__ = __len__ = __bool__ = __getitem__ = __next__ = None
    __add__ = __radd__ = __neg__ = __abs__ = __index__ = __int__ = __float__ = __complex__ = None
    __enter__ = __exit__ = __format__ = __dir__ = __bytes__ = __round__ = __repr__ = __lt__ = None
    __hash__ = __iter__ = __reversed__ = None


nothing = Nothing()
show("call", lambda: nothing())
show("callable", lambda: callable(nothing))
show("len", lambda: len(nothing))
show("bool", lambda: bool(nothing))
show("item", lambda: nothing[0])
show("next", lambda: next(nothing))
show("add", lambda: nothing + 1)
show("radd", lambda: 1 + nothing)
show("neg", lambda: -nothing)
show("abs", lambda: abs(nothing))
show("index", lambda: [1][nothing])
show("slice", lambda: [1][nothing:])
show("range", lambda: range(nothing))
show("hex", lambda: hex(nothing))
show("int", lambda: int(nothing))
show("float", lambda: float(nothing))
show("complex", lambda: complex(nothing))
show("format", lambda: format(nothing))
show("dir", lambda: dir(nothing))
show("bytes", lambda: bytes(nothing))
show("round", lambda: round(nothing))
show("repr", lambda: repr(nothing))
show("less", lambda: nothing < 1)
show("greater", lambda: 1 > nothing)
show("hash", lambda: hash(nothing))
show("iter", lambda: iter(nothing))
show("reversed", lambda: reversed(nothing))
show("isinstance", lambda: isinstance(1, nothing))


def enter():
    with nothing:
        pass


show("with", enter)


class Awaitable:
    __await__ = None


async def wait():
    await Awaitable()


show("await", lambda: wait().send(None))
