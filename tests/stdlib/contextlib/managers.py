# python: 3.12
# Context managers of all kinds, with what they do to exceptions and their contexts.
import contextlib, sys, io, os
from contextlib import *


def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)).split(" at 0x")[0])
    except BaseException as e:
        chain = []
        c = e
        while c is not None:
            chain.append(type(c).__name__ + ":" + str(c))
            c = c.__context__
        print(chain, repr(e.__cause__))


@contextmanager
def cm(name, catch=(), extra=None):
    "the doc"
    print("enter", name)
    try:
        yield name.upper()
    except catch as e:
        print("caught", type(e).__name__)
    finally:
        print("exit", name)
    if extra:
        raise extra


def run(make, exc=None):
    with make() as x:
        print("body", x if isinstance(x, (str, int)) else type(x).__name__)
        if exc:
            raise exc
    return "done"


show(run, lambda: cm("a"))
show(run, lambda: cm("a"), ValueError("v"))
show(run, lambda: cm("a", ValueError), ValueError("v"))
show(run, lambda: cm("a", KeyError, OSError("x")))
show(run, lambda: cm("a", ValueError, OSError("x")), ValueError("v"))
show(run, lambda: cm("a"), StopIteration("s"))
show(run, lambda: cm("a"), RuntimeError("r"))
show(run, lambda: cm("a"), GeneratorExit())
show(run, lambda: cm("a", StopIteration), StopIteration("s"))
print(cm.__name__, cm.__doc__, cm("q").__doc__, cm.__wrapped__.__name__)


@contextmanager
def none():
    return
    yield


@contextmanager
def two():
    yield 1
    yield 2


@contextmanager
def twoc():
    try:
        yield 1
    except ValueError:
        yield 2


@contextmanager
def wraps_():
    try:
        yield
    except ValueError as e:
        raise KeyError("k") from e


show(run, none)
show(run, two)
show(run, twoc, ValueError("z"))
show(run, wraps_, ValueError("w"))
show(run, two, KeyError("kk"))


@cm("deco")
def f(x):
    "f doc"
    print("in f", x)
    return x


print(f(1), f(2), f.__name__, f.__doc__)


class CD(ContextDecorator):
    def __enter__(s):
        print("cd in")
        return s

    def __exit__(s, *a):
        print("cd out", a[0])
        return True


@CD()
def g():
    raise ValueError


print(g())


class Cl:
    def close(s):
        print("closed")


show(run, lambda: closing(Cl()))
show(run, lambda: closing(Cl()), KeyError(1))
show(run, lambda: suppress(KeyError), KeyError(1))
show(run, lambda: suppress(KeyError, ValueError), TypeError(1))
show(run, lambda: suppress(), TypeError(1))
show(run, lambda: nullcontext(5))
show(run, nullcontext, KeyError(2))
show(run, lambda: suppress(ValueError), ExceptionGroup("g", [ValueError(1)]))
show(run, lambda: suppress(ValueError), ExceptionGroup("g", [ValueError(1), KeyError(2)]))
show(run, lambda: suppress(ExceptionGroup), ExceptionGroup("g", [ValueError(1)]))
s = io.StringIO()
with redirect_stdout(s) as q:
    print("hidden")
print(q is s, s.getvalue())
r = redirect_stdout(s)
with r:
    with r:
        print("deep")
print(s.getvalue())
with redirect_stderr(s):
    print("err", file=sys.stderr)
print(s.getvalue())
old = os.getcwd()
with chdir("/"):
    print(os.getcwd())
print(os.getcwd() == old)


def stack1(exc=None, handlers=()):
    with ExitStack() as st:
        print(st.enter_context(cm("1")))
        print(st.enter_context(cm("2")))
        st.callback(print, "cb", 1, sep="-")
        for h in handlers:
            st.push(h)
        if exc:
            raise exc
    return "end"


show(stack1)
show(stack1, ValueError("q"))
show(stack1, ValueError("q"), [lambda *a: print("h", a[0], a[1]) or True])
show(stack1, None, [lambda *a: print("h", a[0]) or True])


def bad(*a):
    raise KeyError("bad")


show(stack1, ValueError("q"), [bad])
show(stack1, None, [bad])
show(stack1, ValueError("q"), [lambda *a: True, bad])
show(stack1, ValueError("q"), [bad, lambda *a: True])
show(stack1, ValueError("q"), [bad, lambda *a: 1 / 0])
show(lambda: ExitStack().enter_context(5))
show(lambda: ExitStack().push(5))
st = ExitStack()
st.callback(print, "later")
t = st.pop_all()
st.close()
print("between")
t.close()
t.close()
with ExitStack() as st:

    @st.callback
    def h():
        print("deco cb")

    @st.push
    def h2(*a):
        print("h2", a)
        return True

    st.push(CD())
    raise ValueError
try:
    try:
        raise OSError("outer")
    except OSError:
        with ExitStack() as st:
            st.push(bad)
            raise ValueError("inner")
except KeyError as e:
    while e:
        print(repr(e), end=" <- ")
        e = e.__context__
    print()
print(
    issubclass(Cl, AbstractContextManager),
    isinstance(CD(), AbstractContextManager),
    isinstance(cm("z"), AbstractContextManager),
    issubclass(nullcontext, AbstractAsyncContextManager),
)
show(AbstractContextManager)


def drive(co):
    try:
        while True:
            co.send(None)
    except StopIteration as e:
        return e.value


@asynccontextmanager
async def acm(name, catch=()):
    print("aenter", name)
    try:
        yield name
    except catch as e:
        print("acaught", e)
    finally:
        print("aexit", name)


async def arun(make, exc=None):
    async with make() as x:
        print("abody", type(x).__name__)
        if exc:
            raise exc
    return "adone"


for e in (None, ValueError("v"), StopIteration("s"), StopAsyncIteration("sa"), RuntimeError("r")):
    show(lambda: drive(arun(lambda: acm("n"), e)))
    show(lambda: drive(arun(lambda: acm("n", ValueError), e)))


@asynccontextmanager
async def anone():
    return
    yield


@asynccontextmanager
async def atwo():
    yield 1
    yield 2


show(lambda: drive(arun(anone)))
show(lambda: drive(arun(atwo)))
show(lambda: drive(arun(nullcontext, KeyError(1))))


class Ac:
    async def aclose(s):
        print("aclosed")


show(lambda: drive(arun(lambda: aclosing(Ac()))))


async def astack(exc=None):
    async with AsyncExitStack() as st:
        await st.enter_async_context(acm("s1"))
        st.enter_context(cm("s2"))
        st.push_async_callback(acb, 1)
        st.callback(print, "scb")

        async def px(*a):
            print("px", a[0])
            return exc is not None and exc.args == ("ok",)

        st.push_async_exit(px)
        if exc:
            raise exc
    return "as"


async def acb(x):
    print("acb", x)


show(lambda: drive(astack()))
show(lambda: drive(astack(ValueError("no"))))
show(lambda: drive(astack(ValueError("ok"))))


async def e5():
    await AsyncExitStack().enter_async_context(5)


show(lambda: drive(e5()))


@acm("adeco")
async def af():
    return 7


print(drive(af()), drive(af()))
print(sorted(contextlib.__all__))
