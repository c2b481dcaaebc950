# Instances that are returned at once, by functions that somebody waits for in different ways.
class B:
    def __init__(self, x):
        self.x = x
class A:
    def __init__(self):
        return B(1)
def gen():
    yield 1
    return B(2)
def deleg():
    r = yield from gen()
    print("got", r.x)
async def co():
    return B(3)
def plain(n):
    return B(n)
class P:
    @property
    def p(self):
        return B(5)
    def __getitem__(self, k):
        return B(k)
    def __iter__(self):
        return iter([B(1), B(2)])
    def __add__(self, o):
        return B(o)
    def __eq__(self, o):
        return B(o)
    def __bool__(self):
        return B(1)
    def __len__(self):
        return B(1)
    def __str__(self):
        return B(1)
    def __hash__(self):
        return B(1)
for _ in range(4):
    try: A()
    except TypeError as e: print(e)
    print(list(deleg()))
    c = co()
    try: c.send(None)
    except StopIteration as e: print(e.value.x)
    print(plain(7).x, P().p.x, P()[9].x, (P() + 4).x, (P() == 3).x, [b.x for b in P()], [plain(i).x for i in range(3)], list(map(plain, [1]))[0].x)
    for f in (bool, len, str, hash):
        try: f(P())
        except TypeError as e: print(e)
    def rec(n):
        if n == 0: return B(0)
        return B(rec(n - 1))
    r = rec(50); d = 0
    while isinstance(r, B): r = r.x; d += 1
    print(d)
    x = sorted([3,1,2], key=lambda v: B(v).x)
    print(x)
