# Loops over strings, bytes, dicts, sets and reversed sequences, which change meanwhile.
def show(it):
    try:
        for x in it: print(x, end=" ")
        print()
    except Exception as e: print(type(e).__name__, e)
for s in ("", "abc", "aé€😀b", "x" * 3, "\ud800z"): print([c.encode("utf-8", "surrogatepass") for c in s]); n = 0
for c in "aé€😀b": n += ord(c)
print(n)
for b in (b"", b"abc\xff", bytearray(b"xyz")): show(b)
ba = bytearray(b"ab")
for x in ba:
    if len(ba) < 6: ba.append(x + 1)
print(ba)
ba = bytearray(b"abcd")
for x in ba:
    del ba[-1:]
    print(x, end=" ")
print()
d = {i: str(i) for i in range(5)}
show(d); show(d.keys()); show(d.values()); show(d.items())
for k, v in d.items(): print(k, v, end=",")
for k in d.items(): print(k, end=",")
for (k, v) in {}.items(): print("no")
for [k, v] in {"ab": 1}.items(): print(k, v)
print()
del d[0]; del d[3]
show(d); d[7] = 7; show(d.items())
def change(d, it):
    try:
        for k in it:
            print(k, end=" ")
            d[len(d) + 100] = 1
        print("done")
    except RuntimeError as e: print(e)
change({1: 1, 2: 2}, {1: 1}); x = {1: 1, 2: 2}; change(x, x); x = {1: 1}; change(x, x.items()); x = {1: 1}; change(x, x.values())
def swap2(d):
    try:
        for i, k in enumerate(d):
            print(k, end=" ")
            if i == 0: del d["b"]; d["d"] = 0
        print("done")
        for k in (e := dict.fromkeys("abc")):
            print(k, end=" ")
            if k == "a": del e["b"]; e["d"] = 0
        print("done")
    except RuntimeError as e: print(e)
swap2(dict.fromkeys("abc"))
def shrink(d):
    try:
        for k in d: d.popitem()
        print("done")
    except RuntimeError as e: print(e)
shrink({1: 1}); shrink({1: 1, 2: 2, 3: 3})
def lastadd():
    d = {1: 1, 2: 2}
    try:
        for k in d:
            if k == 2: d[3] = 3
    except RuntimeError as e: print(e)
lastadd()
s = {1, 2, 3}
def chset(s):
    try:
        for x in s: s.add(x + 100)
        print("done")
    except RuntimeError as e: print(e)
chset(s); chset(set())
def swapset(s):
    try:
        for x in s: s.discard(x); s.add(x)
        print("same")
    except RuntimeError as e: print(e)
swapset({1, 2})
print(sorted(x for x in frozenset("hello")))
class D(dict):
    def __iter__(self): return iter(["own"])
show(D(a=1)); show(D(a=1).items())
class D2(dict): pass
show(D2(a=1))
class S(str):
    def __iter__(self): return iter("mine")
show(S("x"))
class S2(str): pass
show(S2("xyz"))
l = [1, 2, 3]
for x in reversed(l): print(x, end=" ")
for x in reversed((1, 2, 3)): print(x, end=" ")
for x in reversed(range(5)): print(x, end=" ")
for x in reversed(range(10, 0, -3)): print(x, end=" ")
for x in reversed(range(0)): print("no")
for x in reversed(range(1, 100, 33)): print(x, end=" ")
for x in reversed(range(2**70, 2**70 + 2)): print(x, end=" ")
for x in reversed({"a": 1, "b": 2}): print(x, end=" ")
for x in reversed("abc"): print(x, end=" ")
print()
l = [1, 2, 3, 4]
for x in reversed(l):
    print(x, end=" "); del l[-2:]
print(l)
l = [1, 2, 3]
for x in reversed(l): l.append(9)
print(x, l)
try:
    for x in reversed(5): pass
except TypeError as e: print(e)
try:
    for x in reversed({1}): pass
except TypeError as e: print(e)
for x in reversed(list=[1]) if False else []: pass
try: reversed()
except TypeError as e: print(e)
# nested loops over the same dict, string
for a in "ab":
    for b in "ab": print(a + b, end=" ")
for a in d:
    for b in d: print(a, b, end=" ")
print()
print(list(range(10)), tuple(range(5, 0, -2)), list(range(10**5))[-1], len(list(range(10000))), list(iter(range(3))), [*range(4)], list(reversed(range(4))))
it = iter(range(10)); next(it); print(list(it), list(it)); l = [0]; l.extend(range(3)); print(l, list(range(2**46, 2**46 + 2)), list(range(2**47 - 3, 2**47 + 2)), list(range(-2**47 - 2, -2**47 + 2)), list(range(0, 2**60, 2**59)))
print(max("hello"), min("hello"), max("aé€"), min("😀é"), max("x"), max("", default=0))
try: max("")
except ValueError as e: print(e)
