import gc
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled(), isinstance(gc.collect(), int))


class Node:
    pass


for _ in range(1000):
    a, b = Node(), Node()
    a.other, b.other = b, a
    l = [a]
    l.append(l)
    d = {}
    d["self"] = d
gc.collect()
print("cycles are collected", type(a.other).__name__)
keep = [[i] for i in range(1000)]
gc.collect()
print(sum(k[0] for k in keep))
del keep
gc.collect()
s = "".join(str(i) for i in range(100))
for i in range(50):
    junk = [s + str(i)] * 10
    if i % 10 == 0:
        gc.collect()
print(len(s), junk[0][-2:])
