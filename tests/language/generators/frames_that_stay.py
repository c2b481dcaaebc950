# Generators whose frames stay on the stack between a yield and the next step: loops, send, throw, what looks at them.
import sys, gc
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
def f(x): return x + 1
def first(g):
    for x in g:
        return x
def use():
    g = count(5)
    print(first(g), first(g), list(g))
    g = count(6)
    for x in g:
        if x == 2: break
    print(x, next(g), g.send(None), g.gi_frame.f_locals, g.gi_suspended, g.gi_running)
    for x in g: print("rest", x, f(x))
    try: next(g)
    except StopIteration as e: print("stop", e.value)
    a, b = count(4), count(4)
    for x in a:
        for y in b:
            print(x, y)
            break
    print(list(a), list(b))
use()
# nested loops over the same generator, with calls in between
def nested():
    g = count(20)
    out = []
    for a in g:
        for b in g:
            out.append((a, f(b)))
            if b % 3 == 0: break
    return out
print(nested())
# yield from chains
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(sum(tree(6)), list(tree(3)), max(tree(4)), min(tree(4)), any(tree(3)), all(tree(3)))
t = 0
for x in tree(5): t = t * 3 + x & 0xffff
print(t)
t = 0
for x in tree(5): t = f(t * 3 + x) & 0xffff
print(t)
# send through chains
def echo():
    got = None
    while True:
        got = yield ("echo", got)
def outer():
    yield from echo()
o = outer(); print(next(o), [o.send(i) for i in range(3)])
def mean():
    total = n = 0
    while True:
        v = yield (total / n if n else None)
        total += v; n += 1
m = mean(); next(m)
for i in range(10): last = m.send(i)
print(last)
# throwing
def guard():
    while True:
        try:
            yield "item"
        except ValueError as e:
            yield ("caught", str(e), type(e.__context__).__name__)
g = guard()
for x in g:
    print(x)
    break
print(g.throw(ValueError("v")), next(g), next(g))
try: g.throw(KeyError("k"))
except KeyError as e: print("out", e, e.__traceback__.tb_next.tb_lineno - e.__traceback__.tb_lineno < 0)
print(list(g))
# exceptions handled around a yield
def handling():
    try:
        raise KeyError("inner")
    except KeyError:
        yield sys.exc_info()[0]
        yield sys.exc_info()[0]
        yield repr(sys.exc_info()[1])
for x in handling(): print(x, sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    for x in handling(): print(x, sys.exc_info()[0])
    print([sys.exc_info()[0] for _ in handling()], list(handling()))
    for x in count(2): print(sys.exc_info()[0])
def info():
    for _ in range(3): yield sys.exc_info()[0]
g = info(); print(next(g))
try: 1 / 0
except ZeroDivisionError:
    for x in g: print(x); break
for x in g: print(x)
# already executing
def again():
    yield 1
    try:
        for x in me: print("no")
    except ValueError as e: print(e)
    try: next(me)
    except ValueError as e: print(e)
    try: sum(me)
    except ValueError as e: print(e)
    try: me.send(2)
    except ValueError as e: print(e)
    yield 2
me = again(); print(list(me))
me = again()
for x in me: print(x)
me = again(); print(sum(me))
# fresh send
g = count(3)
try: g.send(1)
except TypeError as e: print(e)
print(g.send(None))
# return values and StopIteration in calls
def ret():
    yield 1
    return "done"
g = ret(); next(g)
try: g.send(5)
except StopIteration as e: print(e.value, e.__traceback__ is not None)
try: next(g)
except StopIteration as e: print(e.value)
def bad():
    yield 1
    raise StopIteration("x")
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
g = bad(); next(g)
try: next(g)
except RuntimeError as e: print(e, repr(e.__cause__))
try:
    for x in bad(): print(x)
except RuntimeError as e: print(e)
# a class instance's __init__ and operators with loops in them
class C:
    def __init__(self, g):
        for x in g:
            self.x = x
            break
    def __add__(self, g):
        for x in g: return x
        return NotImplemented
    @property
    def p(self):
        for x in self.g: return x
c = C(count(3)); g = count(9); c.g = g
print(c.x, c + g, c + g, c.p, c.p, next(g), C(g).x, list(g))
# recursion and generators that are dropped
def deep(n):
    if n: yield from deep(n - 1)
    yield n
print(sum(deep(200)), len(list(deep(100))))
def fin():
    try:
        yield 1; yield 2
    finally: print("fin")
g = fin()
for x in g: break
g.close(); print(list(g))
# delegation to what is no generator
def deleg():
    r = yield from [1, 2, 3]
    r2 = yield from iter("ab")
    return r, r2
print(list(deleg()), sum(x for x in deleg() if x != "a" and x != "b"))
for x in deleg(): print(x, end=" ")
print()
async def co():
    return 5
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
print(run(co()))
print(eval("sum(x for x in range(5))"))
import itertools
def inf():
    yield from itertools.count()
for x in inf():
    if x > 5: break
print(x, any(x > 1000 for x in inf()))
def pairs(items):
    items = iter(items)
    for a in items:
        for b in items:
            yield a, b
            break
print(list(pairs(x for x in range(7))), dict(pairs(x for x in range(6))))
