# What __len__ returns, for len() and where a truth is wanted; __bool__ comes first.
class L:
    def __init__(self, r): self.r = r
    def __len__(self):
        if isinstance(self.r, Exception): raise self.r
        return self.r
for r in (0, 3, True, -1, 1.5, "x", None, 2**70, KeyError("k")):
    for what in (len, bool, lambda o: "yes" if o else "no", lambda o: not o, lambda o: [1 for _ in range(2) if o], lambda o: o and 1, lambda o: o or 1):
        for again in range(2):
            try:
                v = what(L(r))
                print(repr(v) if not isinstance(v, L) else "L", end=" ")
            except Exception as e:
                print(type(e).__name__, e, end=" ")
    print()
class I:
    def __index__(self): return 4
class LI:
    def __len__(self): return I()
print(len(LI()), bool(LI()), 1 if LI() else 0, len(LI()), 1 if LI() else 0)
class Both:
    def __bool__(self): return False
    def __len__(self): return 5
print(len(Both()), 1 if Both() else 0, bool(Both()))
class BadBool:
    def __bool__(self): return 5
    def __len__(self): return 5
for _ in range(2):
    try: print(1 if BadBool() else 0)
    except TypeError as e: print(e)
class Sub(L): pass
print(len(Sub(2)), 1 if Sub(0) else 0); 
Sub.__bool__ = lambda self: True
print(1 if Sub(0) else 0)
del Sub.__bool__
print(1 if Sub(0) else 0)
w = L(2)
while w:
    w.r -= 1
print(w.r)
