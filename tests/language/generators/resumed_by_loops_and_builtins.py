# Generators that loops, builtins and other generators resume; iterators that others step meanwhile.
import sys
def g(n):
    for i in range(n):
        try:
            x = yield i
            if x: print("got", x)
        finally:
            pass
it = g(5)
for a in it:
    print(a)
    if a == 1: print(it.send("hey"))
# recursion: a generator over itself
def own():
    for x in gen: yield x
gen = own()
try: next(gen)
except ValueError as e: print(e)
for_loop = []
try:
    for x in gen: for_loop.append(x)
except ValueError as e: print(e)
print(for_loop)
# yields while handling an exception
def h():
    try: 1/0
    except ZeroDivisionError:
        yield sys.exception()
        yield sys.exception()
    yield sys.exception()
try:
    raise KeyError("outer")
except KeyError:
    for e in h(): print(repr(e), repr(sys.exception()))
for e in h(): print(repr(e), repr(sys.exception()))
# deep
def deep(n):
    if n: 
        for x in deep(n-1): yield x
    yield n
print(sum(deep(150)))
def deepy(n):
    if n: yield from deepy(n-1)
    yield n
print(sum(deepy(300)))
def inf():
    yield from inf()
try: list(inf())
except RecursionError as e: print("rec", e)
def inf2():
    for x in inf2(): yield x
try: list(inf2())
except RecursionError as e: print("rec", e)
# changed code while suspended
def a1():
    yield 1; yield 2
def a2():
    x = 5; y = 6; z = 7
    yield x; yield y; yield z
k = a1(); print(next(k)); a1.__code__ = a2.__code__; print(list(k)); print(list(a1()))
# genexp over range/list mutated
l = [1,2,3]
e = (x*2 for x in l)
print(next(e)); l.append(4); print(list(e)); l.append(5); print(list(e))
e = (x for x in range(3)); print(next(e), list(e), list(e))
e = (x for x in (1,2)); print(next(e)); print(list(e))
try: e = (x for x in 5)
except TypeError as t: print(t)
e = (x for x in l)
next(e); del l[:]; print(list(e)); l.extend([1,2,3,4,5,6]); print(list(e))
class L(list):
    def __iter__(self): return iter("sub")
print(list(x for x in L([1,2])))
# zip/enumerate
z = zip([1,2,3],[4,5]); 
for a,b in z: print(a,b)
print(list(z))
it1, it2 = iter([1,2,3]), iter([4])
for a,b in zip(it1,it2): print(a,b)
print(list(it1), list(it2))
for i,c in enumerate("aé€b", 10**18): print(i,c)
for i,c in enumerate(range(2**62, 2**62+2)): print(i,c)
for i,(a,b) in enumerate(zip("ab", range(5))): print(i,a,b)
lst=[1,2,3]
en = enumerate(lst)
for i,x in en:
    if i < 5: lst.append(x)
print(len(lst)); lst.append(0); print(list(en))
r = iter(range(5)); 
for x in r:
    print(x, next(r, None), r.__length_hint__())
s = iter("abc")
for c in s: print(c, list(s))
print(list(s))
