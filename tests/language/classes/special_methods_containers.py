class Box:
    def __init__(self, *items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        print("get", i)
        return self.items[i]

    def __setitem__(self, i, v):
        print("set", i, v)
        self.items[i] = v

    def __delitem__(self, i):
        print("del", i)
        del self.items[i]

    def __contains__(self, x):
        print("contains", x)
        return x in self.items

    def __reversed__(self):
        return ("reversed", len(self))

    def __missing__(self, k):
        return "missing"


b = Box(1, 2, 3)
print(len(b), b[0], b[1:], b[-1])
b[0] = 9
del b[1]
print(5 in b, 9 in b, reversed(b), bool(b), bool(Box()))
b[0] += 1
print(b.items)


class D(dict):
    def __missing__(self, key):
        return key * 2


d = D(a=1)
print(d["a"], d["b"], d.get("b"), "b" in d)


class NegLen:
    def __len__(self):
        return -1


class StrLen:
    def __len__(self):
        return "x"


class BigLen:
    def __len__(self):
        return 1 << 100


for c in (NegLen, StrLen, BigLen):
    try:
        len(c())
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
