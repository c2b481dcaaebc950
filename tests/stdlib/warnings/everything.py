# python: 3.13
# Warnings: what is shown how often, filters, recording, functions of the program in place of those of the module.
import warnings, sys, io
from warnings import *

sys.stderr = sys.stdout


def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)).split(" at 0x")[0])
    except BaseException as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])


def w(m="msg", c=None, s=1):
    warnings.warn(m, c, s)


def base():
    return


import os


def fw(message, category, filename, lineno, line=None):
    return f"{os.path.basename(filename)}:{lineno}: {category.__name__}: {message} [{line}]\n"


warnings.formatwarning = fw
w()
w()
w("other")
w(UserWarning("inst"))
w("dep", DeprecationWarning)
w("pend", PendingDeprecationWarning)
w("res", ResourceWarning)
w("rt", RuntimeWarning, 2)
for i in range(3):
    w("loop", s=2)
show(w, "x", int)
show(w, "x", 5)
show(warnings.warn, "y", UserWarning, 100)
with catch_warnings(record=True) as log:
    simplefilter("always")
    w("a")
    w("a")
    w("b", DeprecationWarning)
    print(
        len(log),
        [(str(x.message), x.category.__name__, x.lineno > 0, x.file, x.line, x.source) for x in log],
        type(log[0].message),
    )
    print(str(log[0]).replace(log[0].filename, "FILE"))
with catch_warnings(record=True) as log:
    simplefilter("default")
    for i in range(3):
        w("d")
    print(len(log))
with catch_warnings(record=True) as log:
    simplefilter("once")
    w("o")
    w("o", s=2)
    w("o", s=2)
    print(len(log))
with catch_warnings(record=True) as log:
    simplefilter("module")
    w("m")
    w("m", s=2)
    w("m2")
    print(len(log))
with catch_warnings():
    simplefilter("error")
    show(w, "err")
    show(w, "err2", RuntimeWarning)
    simplefilter("ignore", RuntimeWarning)
    show(w, "quiet", RuntimeWarning)
    filterwarnings("ignore", message="Quiet")
    show(w, "quietly")
    show(w, "not quiet")
with catch_warnings(action="ignore"):
    w("nothing")
with catch_warnings(record=True, action="always", category=UserWarning) as log:
    w("1")
    w("2")
    print(len(log))
show(filterwarnings, "bad")
show(filterwarnings, "ignore", message=5)
show(filterwarnings, "ignore", category=int)
show(filterwarnings, "ignore", lineno=-1)
show(simplefilter, "x")
show(filterwarnings, "ignore", module=3)
show(simplefilter, "ignore", lineno="a")
c = catch_warnings()
show(lambda: c.__exit__())
c.__enter__()
show(c.__enter__)
c.__exit__()
print(repr(catch_warnings(record=True)), repr(catch_warnings()))
n = len(warnings.filters)
with catch_warnings():
    resetwarnings()
    print(len(warnings.filters))
print(len(warnings.filters) == n, [f[0] for f in warnings.filters], [f[2].__name__ for f in warnings.filters])
reg = {}
warn_explicit("ex", UserWarning, "file.py", 7, registry=reg)
warn_explicit("ex", UserWarning, "file.py", 7, registry=reg)
warn_explicit("ex", UserWarning, "file.py", 8, "mod", reg)
print(sorted(map(str, reg)))
warnings.formatwarning = (
    warnings._own_format if hasattr(warnings, "_own_format") else warnings._formatwarning_orig
)
print(
    formatwarning("m", UserWarning, "nofile", 3),
    formatwarning("m", UserWarning, "nofile", 3, "  the line "),
    end="",
)
showwarning("m", UserWarning, "nofile", 4, sys.stdout, "src")
s = io.StringIO()
showwarning(UserWarning("q"), UserWarning, "nofile", 4, s)
print(s.getvalue(), end="")


def sw(message, category, filename, lineno, file=None, line=None):
    print("custom", message, category.__name__)


warnings.showwarning = sw
w("to custom")


@deprecated("old f")
def f(x):
    "doc"
    return x


with catch_warnings(record=True) as log:
    simplefilter("always")
    print(
        f(5),
        f.__name__,
        f.__deprecated__,
        f.__doc__,
        len(log),
        log[0].category,
        str(log[0].message),
        log[0].lineno,
    )


@deprecated("old C", category=UserWarning)
class C:
    def __init__(self, a):
        self.a = a


with catch_warnings(record=True) as log:
    simplefilter("always")
    print(C(5).a, C.__deprecated__)

    class D(C):
        pass

    D(3)
    print([(str(x.message), x.category.__name__) for x in log])


@deprecated("quiet", category=None)
def g():
    pass


print(g.__deprecated__, g())
show(deprecated, 5)
show(lambda: deprecated("x")(5))
print(sorted(warnings.__all__))
import linecache

print(
    repr(linecache.getline(__file__, 3)),
    linecache.getline(__file__, 10**6) == "",
    linecache.getline("nofile", 1) == "",
    len(linecache.getlines(__file__)) > 10,
)
linecache.checkcache()
linecache.clearcache()
