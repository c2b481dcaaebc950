d = {}
for k in "zebra":
    d[k] = d.get(k, 0) + 1
print(d)
del d["e"]
d["e"] = "last"
d["z"] = "stays first"
print(d, list(d.values()))
k, v, i = d.keys(), d.values(), d.items()
d["new"] = 1
print(len(k), "new" in k, 1 in v, ("new", 1) in i, ("new", 2) in i, k, v, i)
print(sorted(k & {"z", "q"}), sorted(k - {"z"}), sorted(k | {"q"}), sorted(k ^ {"z", "q"}), k == set(d), {"a": 1}.items() == {("a", 1)}, {"a": 1}.keys() <= {"a", "b"}, k.isdisjoint(["q"]), i.isdisjoint([]))
print({"a": 1}.values() == {"a": 1}.values(), {"a": 1}.keys() == {"a": 2}.keys(), type(k).__name__, type(iter(k)).__name__, type(iter(i)).__name__, list(reversed(k))[0], k.mapping["z"])
for f in (lambda: k + k, lambda: v & v, lambda: k[0], lambda: hash(k), lambda: k < 5, lambda: k.mapping.__setitem__("a", 1)):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
it = iter(d)
next(it)
d["more"] = 1
try:
    next(it)
except RuntimeError as e:
    print(e)
print({1: 1, 2: 2} == {2: 2, 1: 1}, {1: 1} == {1: 1.0}, {} == [], {1: 2} != {1: 3}, {"a": [1]} == {"a": [1]})
big = {i: str(i) for i in range(1000)}
for i in range(0, 1000, 2):
    del big[i]
print(len(big), list(big)[:5], big[999], 500 in big, sum(big))
for i in range(500):
    big[i] = "again"
print(len(big), list(big)[-1], list(big)[0])
