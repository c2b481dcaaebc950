# Attributes of an exception's own: a dict that can be replaced, and slots of subclasses.
e = ValueError(1)
e.x = 5
print(e.__dict__, vars(e), e.x)
e.__dict__ = {"y": 2}
print(e.y, hasattr(e, "x"), e.__dict__)
for v in (5, None):
    try: e.__dict__ = v
    except TypeError as x: print(x)
class E(ValueError):
    z = 1
    def __init__(self, *a): self.q = 3
f = E(2); f.w = 9
print(f.__dict__, f.q, sorted(vars(f)))
f.__dict__ = {"q": 4}; print(f.q, f.__dict__)
f.add_note("n"); print(f.__notes__, f.__dict__)
class S(ValueError):
    __slots__ = ("a",)
s = S(1); s.a = 3; s.b = 4; print(s.a, s.b, s.__dict__)
try: del e.__dict__
except TypeError as x: print(x)
print("__dict__" in dir(e), "__dict__" in BaseException.__dict__, "__dict__" in E.__dict__)
