# python: 3.13
# The texts of exceptions, chains, groups, stacks; summaries and what is needed to print later.
import io, sys, traceback, warnings

warnings.simplefilter("ignore")
from traceback import *


def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)).split(" at 0x")[0])
    except BaseException as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])


def f(n):
    if n:
        return f(n - 1)
    return 1 + (2 / 0) + 3


def catch(fn, *a):
    try:
        fn(*a)
    except BaseException as e:
        return e


e = catch(f, 2)


def out(lines):
    print("".join(lines).replace(__file__, "FILE"), end="")


out(format_exception(e))
out(format_exception(type(e), e, e.__traceback__))
out(format_exception(e, limit=1))
out(format_exception(e, limit=-1))
out(format_exception(e, limit=0))
out(format_tb(e.__traceback__))
out(format_exception_only(e))
out(format_exception_only(type(e), e))
print(
    len(format_exception(e)),
    [type(x).__name__ for x in extract_tb(e.__traceback__)],
    [(s.name, s.line, s.lineno == s.end_lineno, s.colno, s.end_colno) for s in extract_tb(e.__traceback__)],
)
out(format_exception(catch(f, 30)))


def chain1():
    try:
        f(0)
    except ZeroDivisionError as e:
        raise ValueError("v") from e


def chain2():
    try:
        chain1()
    except ValueError:
        raise KeyError("k")


def chain3():
    try:
        chain1()
    except ValueError:
        raise KeyError("k") from None


for c in (chain1, chain2, chain3):
    out(format_exception(catch(c)))
    out(format_exception(catch(c), chain=False))
n = catch(f, 0)
n.add_note("note 1")
n.add_note("two\nlines")
out(format_exception(n))
print(format_exception_only(n))
s = catch(compile, "x = = 1\n", "file.py", "exec")
out(format_exception_only(s))
print(len(format_exception_only(s)))
s = catch(compile, "def f(:\n  pass\n", "file.py", "exec")
t = TracebackException.from_exception(s)
print(t.filename, t.lineno, t.text, t.offset, t.msg, t.end_offset, str(t))


def grp():
    es = []
    for k in (ValueError("a"), TypeError("b")):
        try:
            raise k
        except Exception as x:
            es.append(x)
    raise ExceptionGroup("outer", [es[0], ExceptionGroup("inner", [es[1], KeyError("k")]), OSError(2, "x")])


g = catch(grp)
out(format_exception(g))
out(format_exception_only(g))
out(format_exception_only(g, show_group=True))
out(
    TracebackException.from_exception(
        ExceptionGroup("big", [ValueError(i) for i in range(20)]), max_group_width=3
    ).format()
)
d = ValueError("deep")
for i in range(5):
    d = ExceptionGroup(f"g{i}", [d])
out(TracebackException.from_exception(d, max_group_depth=2).format())


def gchain():
    try:
        grp()
    except ExceptionGroup as e:
        raise RuntimeError("after") from e


out(format_exception(catch(gchain)))
show(format_exception, None)
show(format_exception_only, None)
show(format_exception, 5)
show(format_exception, ValueError, None, None)
try:
    f(0)
except ZeroDivisionError:
    out(format_exc())
    out(format_exc(limit=1))
    b = io.StringIO()
    print_exc(file=b)
    out(b.getvalue())
show(format_exc)
b = io.StringIO()
print_tb(e.__traceback__, file=b)
print_exception(e, file=b)
print_exception(type(e), e, e.__traceback__, 1, b)
out(b.getvalue())


def st():
    return extract_stack()


def st2():
    return format_stack(limit=-2)


print([x.name for x in st()], len(st2()))
out(st2())
b = io.StringIO()


def ps():
    print_stack(file=b)


ps()
out(b.getvalue())
print([fr.f_code.co_name for fr, l in walk_tb(e.__traceback__)])
fs = FrameSummary("fn", 3, "nm", line=" the line ")
print(
    fs,
    tuple(fs),
    fs == ("fn", 3, "nm", "the line"),
    len(fs),
    fs[0],
    fs.line,
    fs == FrameSummary("fn", 3, "nm", line="the line"),
    fs.locals,
    fs.end_lineno,
)
out(
    format_list(
        [
            ("a.py", 1, "f", "x = 1"),
            FrameSummary("b.py", 2, "g", line="y", locals={"v": 5, "a": "q"}),
            ("c.py", 3, "h", None),
        ]
    )
)
print(StackSummary.from_list([("a.py", 1, "f", "x = 1")]), type(StackSummary.from_list([])))
out(StackSummary.from_list([("a.py", 1, "f", "x")] * 6).format())
e.__traceback__ = e.__traceback__.tb_next
t = TracebackException.from_exception(e, capture_locals=True)
out(t.format())
print(
    t.exc_type,
    t.exc_type_str,
    str(t),
    t.__cause__,
    t.__suppress_context__,
    t.stack[0].locals.keys() if t.stack[0].locals else None,
    t == TracebackException.from_exception(e, capture_locals=True),
    t == 5,
)
t2 = TracebackException.from_exception(catch(chain2))
print(t2.__context__.exc_type, t2.__context__.__cause__.exc_type)


class Bad(Exception):
    def __str__(self):
        raise ValueError


out(format_exception_only(Bad()))
class_ = type("Q", (Exception,), {"__module__": "mod"})
out(format_exception_only(class_("x")))
out(format_exception_only(class_()))
x = catch(f, 0)
x.__notes__ = 5
print(format_exception_only(x))
x.__notes__ = [1, "b"]
print(format_exception_only(x))
a, b2 = ValueError("a"), ValueError("b")
a.__cause__ = b2
b2.__cause__ = a
out(format_exception(a))
clear_frames(e.__traceback__)
print(sorted(traceback.__all__))
sys.tracebacklimit = 1
out(format_exception(e))
del sys.tracebacklimit
try:
    undefined_nam
except NameError as q:
    out(format_exception_only(q))
c = None
for i in range(2000):
    nw = ValueError(i)
    nw.__context__ = c
    c = nw
print(len(format_exception(c)))
