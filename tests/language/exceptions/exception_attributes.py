e = Exception("a", 1)
print(e.args, str(e), repr(e))
print(str(Exception()), repr(Exception()), str(Exception("x")), repr(Exception("x")), str(Exception(5)), str(Exception(None)))
print(str(KeyError("k")), str(KeyError("a", "b")), str(KeyError()), repr(KeyError("k")))
e.args = (1, 2, 3)
print(e.args, e)
e.extra = "attr"
print(e.extra, e.__dict__)
s = StopIteration(5)
print(s.value, s.args, StopIteration().value)
x = SystemExit(3)
print(x.code, SystemExit().code, SystemExit("a", "b").code)
o = OSError(2, "No such file", "name")
print(o.errno, o.strerror, o.filename, o.args, o, repr(o), type(o).__name__)
print(type(OSError(13, "x")).__name__, type(OSError(17, "x")).__name__, type(OSError("one")).__name__, OSError("one").errno, OSError(1, 2, 3, 4, 5))
n = NameError("m", name="nm")
print(n.name, n, AttributeError("a", name="b", obj=3).obj, ImportError("i", name="mod", path="p").path)
u = UnicodeDecodeError("utf-8", b"ab\xff", 2, 3, "invalid")
print(u.encoding, u.object, u.start, u.end, u.reason, u)
v = UnicodeEncodeError("ascii", "a\xe9", 1, 2, "bad")
print(v, UnicodeTranslateError("x", 0, 1, "r"))
se = SyntaxError("msg", ("file", 1, 2, "text"))
print(se.msg, se.filename, se.lineno, se.offset, se.text, se)
for f in (lambda: UnicodeDecodeError("a"), lambda: ValueError(x=1), lambda: Exception.__new__(int), lambda: setattr(e, "args", 5)):
    try:
        f()
    except TypeError as err:
        print(err)


class Own(Exception):
    def __init__(self, code):
        self.code = code


print(Own(5).args, repr(Own(5)), str(Own(5)))


class Fmt(Exception):
    def __str__(self):
        return "custom text"


print(Fmt(1), repr(Fmt(1)))
print(BaseException.__subclasses__()[0].__name__ in ("Exception", "BaseExceptionGroup", "GeneratorExit", "KeyboardInterrupt", "SystemExit"))
