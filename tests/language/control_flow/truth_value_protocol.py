class B:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        return self.v


class L:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Both(L):
    def __bool__(self):
        return True


print(bool(B(True)), bool(B(False)), bool(L(0)), bool(L(2)), bool(Both(0)), bool(object()))
print("a" if L(0) else "b", not B(False), L(3) and "and", L(0) or "or")
for o in (B(1), B("x"), B(None), L(-1), L("a"), L(1.5)):
    try:
        if o:
            pass
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    bool(L(1 << 100))
except OverflowError as e:
    print(e)
