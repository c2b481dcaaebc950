# python: 3.14
d = {"a": 1, "b": 2, "c": 3}
print(d["a"], d.get("a"), d.get("z"), d.get("z", 0), "a" in d, "z" not in d, len(d), d.setdefault("a", 9), d.setdefault("n"), d.setdefault("m", []), d)
print(d.pop("n"), d.pop("zz", "default"), d.popitem(), d, d.pop("a"))
d.update({"x": 1}, y=2)
d.update([("z", 3)])
d.update()
d.update(w=4)
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()), d.copy() == d, d.copy() is d)
d["b"] = "new"
d.pop("x")
print(d, list(reversed(d)), list(reversed(d.items()))[0], next(iter(d)), d | {"q": 1}, {"b": 0} | d, d.clear(), d)
for f in (lambda: d["no"], lambda: d.pop("no"), lambda: {}.popitem(), lambda: d.get(), lambda: d.update(5), lambda: d.update([1]), lambda: d | [1], lambda: d.__delitem__("q"), lambda: d.pop(), lambda: d + d, lambda: d < d, lambda: d[1:2] if False else d.setdefault(),
          lambda: {1: 2}[(1, 2)], lambda: {}[1.5], lambda: {}["it's"]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
e = {"k": 1}
e |= {"l": 2}
e |= [("m", 3)]
print(e)
