# Loops over iterators that are written in Python: their ends, their errors, and what their __next__ may be.
class Count:
    def __init__(self, n): self.n = n; self.i = 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
print([x for x in Count(5)], sum(Count(10)))
t = 0
for x in Count(1000):
    if x % 2: continue
    if x > 900: break
    t += x
print(t)
def deep():
    raise StopIteration("inner")
class Stops:
    def __iter__(self): return self
    def __next__(self): return deep()
for x in Stops(): print("never")
else: print("ended")
class Bad:
    def __iter__(self): return self
    def __next__(self): raise ValueError("bad")
try:
    for x in Bad(): pass
except ValueError as e:
    tb = e.__traceback__
    names = []
    while tb: names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
    print(e, names)
class Nested:
    def __init__(self): self.inner = Count(3)
    def __iter__(self): return self
    def __next__(self):
        for y in self.inner:
            return y * 10
        raise StopIteration
print(list(Nested()), [v for v in Nested()])
for v in Nested(): print(v, end=" ")
print()
class Gen:
    def __iter__(self): return self
    def __next__(self):
        yield 1
n = 0
for g in Gen():
    n += 1
    print(type(g).__name__, list(g))
    if n == 2: break
class Args:
    def __iter__(self): return self
    def __next__(self, extra=7):
        self.k = getattr(self, "k", 0) + 1
        if self.k > 2: raise StopIteration
        return extra
print([a for a in Args()])
for a in Args(): print(a)
class Static:
    def __iter__(self): return self
    left = 2
    @staticmethod
    def __next__():
        Static.left -= 1
        if Static.left < 0: raise StopIteration
        return Static.left
for s in Static(): print("static", s)
it = Count(2)
print(next(it), next(it))
try: next(it)
except StopIteration as e: print("stop", e.value, e.args)
print(next(it, "default"))
def gen():
    yield next(Count(0))
try: list(gen())
except RuntimeError as e: print(e)
def fall():
    for i in Count(3):
        yield next(Count(2)) + i
print(list(fall()))
