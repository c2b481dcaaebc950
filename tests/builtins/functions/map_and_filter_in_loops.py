# Loops over map and filter with native and with Python functions.
def show(it):
    try:
        for x in it: print(x, end=" ")
        print()
    except Exception as e: print(type(e).__name__, e)
show(map(abs, [-1, 2.5, -2**80, True])); show(map(len, ["a", (), {}])); show(map(str.upper, ["a", "ñ"])); show(map(str, [1, "a", None]))
class A:
    def __abs__(self): return "abs!"
    def __bool__(self): print("bool", end=" "); return True
    def __len__(self): return 3
show(map(abs, [A(), -1])); show(map(len, ["ab", A()])); print(len(list(filter(None, [A(), 0, 1, "", "x", [], [0]]))))
try:
    for x in map(str.upper, ["a", 1]): print(x)
except TypeError as e: print(e)
try: list(map(abs, ["a"]))
except TypeError as e: print(e)
try: list(map(len, [1]))
except TypeError as e: print(e)
def sq(x): return x * x
def odd(x): return x & 1
def stop(x):
    if x == 2: raise StopIteration("end")
    return x
def fail(x):
    if x == 2: raise KeyError(x)
    return x
for x in map(sq, range(4)): print(x, end=" ")
for x in filter(odd, range(6)): print(x, end=" ")
print(x)
for x in filter(odd, [2, 4]): print("no")
print(x)
for x in map(stop, [0, 1, 2, 3]): print(x, end=" ")
else: print("else", x)
for x in filter(stop, [0, 1, 2, 3]): print(x, end=" ")
else: print("else", x)
print(list(map(stop, [0, 1, 2, 3])), list(filter(stop, [0, 1, 2, 3])))
m = map(stop, [0, 1, 2, 3])
for x in m: print(x, end=" ")
for x in m: print("again", x)
import traceback
for it in (map(fail, [1, 2, 3]), filter(fail, [1, 2, 3])):
    try:
        for x in it: print(x)
    except KeyError as e: print([f.name for f in traceback.extract_tb(e.__traceback__)], list(it))
class B:
    def __init__(self, v): self.v = v
    def __bool__(self):
        if self.v == 3: raise StopIteration
        if self.v == 4: raise ValueError("four")
        return self.v > 1
def mk(v): return B(v)
for x in filter(mk, [1, 2, 3, 5]): print(x, end=" ")
print("end")
try:
    for x in filter(mk, [2, 4]): print(x)
except ValueError as e: print(e)
def gen():
    for x in map(sq, range(3)): yield x
    for x in filter(odd, range(5)): yield x
    yield from map(sq, range(3))
    yield from "xy"
    for k in {1: 2}: yield k
    for k, v in {1: 2}.items(): yield k; yield v
    for c in "hi": yield c
    for c in reversed([1, 2]): yield c
print(list(gen())); g = gen()
for x in g: print(x, end=" ")
print()
def yielder(x): yield x
print([list(y) for y in map(yielder, [1, 2])])
for y in map(yielder, [1, 2]): print(list(y), end=" ")
def rec(n): return list(map(rec, range(n)))
print(rec(3))
def recf(n): return [x for x in filter(recf, range(n))]
print(recf(4))
def recg(n):
    t = 1
    for x in map(recg, range(n)): t += x
    return t
print(recg(6))
m = map(sq, iter([1, 2, 3, 4]))
for x in m:
    print(x, next(m), end=" ")
print()
print(list(filter(None, map(abs, [0, -1, 2]))), list(map(abs, filter(None, [0, -1]))), list(map(len, map(str, [1, 22, 333]))), list(map(int, map(str, filter(None, map(abs, [-1, 0, 5]))))))
x = iter([1])
for _ in range(200): x = map(abs, x)
print(list(x))
x = iter([1, -1])
for _ in range(10): x = filter(None, map(abs, x))
print(list(x), [y for y in map(sq, map(abs, [-2]))])
class M(map): pass
print(list(M(abs, [-1])), [x for x in M(sq, [3])])
class F(filter):
    pass
print(list(F(None, [0, 1])), [x for x in F(odd, [3, 4])])
print(list(map(max, [1, 2], [3, 0])), list(map(pow, [2, 3], [3, 2])), [x for x in map(lambda *a: a, [1, 2])], [x for x in map(lambda a, b=2: a + b, [1, 2])])
import copy
m = map(abs, [-1, -2, -3]); next(m)
try: print(copy.copy(m).__next__())
except Exception as e: print(type(e))
def clos():
    out = []
    for x in map(lambda v: out.append(v) or len(out), "abc"): out.append(x)
    return out
print(clos())
def trace_in_filter():
    import sys
    ev = []
    def tr(f, e, a): ev.append((e, f.f_code.co_name)); return tr
    def pred(x):
        if x == 1: sys.settrace(tr)
        return x
    r = [v for v in filter(pred, [0, 1, 2])]
    for v in filter(pred, [0, 1, 2]): r.append(v)
    sys.settrace(None)
    return r, len(ev) > 3
print(trace_in_filter())
