# slow: collecting a deep structure at every step takes minutes
# Structures far deeper than the machine's stack.
a = []
for _ in range(100000):
    a = [a]
d = {}
for _ in range(100000):
    d = {"k": d}
t = ()
for _ in range(100000):
    t = (t,)


class N:
    pass


n = None
for _ in range(100000):
    m = N()
    m.next = n
    n = m
import gc
gc.collect()
for f in (lambda: repr(a), lambda: a == [a[0]] and a[0] == [a[0][0]], lambda: repr(d), lambda: hash(t)):
    try:
        f()
        print("done or refused")
    except RecursionError:
        print("done or refused")
depth = 0
while a:
    a = a[0]
    depth += 1
print(depth)
del a, d, t, n, m
gc.collect()
print("freed")
