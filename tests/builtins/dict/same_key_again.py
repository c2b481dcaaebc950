# The same key object is looked up again after the dict, or what it holds, has changed.
import gc


def key(text):
    return "".join(list(text))


def after_removal(k):
    d = {"a": 1, k: 2}
    seen = [k in d, d[k]]
    del d[k]
    seen.append(k in d)
    try:
        d[k]
    except KeyError as error:
        seen.append(repr(error))
    d[k] = 3
    seen += [k in d, d[k], d.get(k)]
    d.clear()
    seen += [k in d, d.get(k, "none")]
    d[k] = 4
    d[k] += 1
    seen += [d[k], d.pop(k), k in d, d]
    return seen


for k in (key("some"), key("a text that is longer than a slot"), 7, 2.5, (1, "x"), "é", None, b"bytes", "q"):
    print(after_removal(k))


def two_dicts(k):
    one, other = {k: "one"}, {k: "other"}
    seen = [one[k], other[k], one[k]]
    one[k] = 1
    seen += [one[k], other[k]]
    other = dict(one)
    other[k] = 2
    seen += [one[k], other[k]]
    one |= {"x": 0}
    seen += [one[k], k in other, "x" in other]
    return seen


print(two_dicts(key("key")))
print(two_dicts(12))


def growing():
    k = key("kept")
    d = {k: 0}
    for i in range(300):
        d[i] = i
        d[k] += 1
        if i % 3 == 0:
            del d[i]
    return d[k], len(d), list(d)[:4]


print(growing())


def collected():
    total = 0
    d = {}
    for i in range(200):
        k = "k" + str(i % 10)
        if k in d:
            d[k] += 1
        else:
            d[k] = 1
        if i % 50 == 0:
            gc.collect()
        total += d["k" + str(i % 10)]
    return total, d


print(collected())


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        print("==", self.name, getattr(other, "name", other))
        return self.name == getattr(other, "name", other)


k = Key("n")
d = {k: 1}
print(k in d, d[k], "n" in d, d["n"])
d["n"] = 5
print(d[k], len(d))


# A module's variables are a dict whose functions are remembered elsewhere as well.
def f():
    return "first"


def call():
    return f()


name = "f"
print(call(), name in globals())
globals()[name] = lambda: "second"
print(call())
globals()[name] = lambda: "third"
print(call(), globals()[name]())
value = 1
name = "value"
globals()[name] += 1
globals()[name] += 1
print(value)

# A set is no dict, whatever the key.
s = {"value"}
print(name in s, name in {}, name in globals())
s.discard(name)
print(name in s)
