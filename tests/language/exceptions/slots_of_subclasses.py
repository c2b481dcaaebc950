# Subclasses of exceptions may have slots.
class A(OSError):
    __slots__ = ("a", "b")
    def __init__(self, *args):
        super().__init__(*args); self.a = [1]
class B(A):
    __slots__ = ("c",)
class G(ExceptionGroup):
    __slots__ = ("g",)
x = B(2, "no"); x.b = "b"; x.c = {}
print(x.a, x.b, x.c, x.errno, x.args, x)
del x.b
try: x.b
except AttributeError as e: print(e)
try: del x.b
except AttributeError as e: print(e)
try: A.a.__get__(5)
except TypeError as e: print(e)
try: print(A.a.__get__(ValueError()))
except TypeError as e: print(e)
g = G("m", [x]); g.g = 5; print(g.g, g.exceptions[0].a)
try: g.zz = 1; print(g.__dict__)
except AttributeError as e: print(e)
