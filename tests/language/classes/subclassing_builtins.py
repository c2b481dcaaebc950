class L(list):
    def append(self, x):
        super().append(x * 2)

    def __getitem__(self, i):
        return ("item", super().__getitem__(i))


l = L([1])
l.append(5)
l.extend([7])
print(l, l[0], len(l), [x for x in l], l == [1, 10, 7], isinstance(l, list), l + [1], type(l + [1]).__name__, type(l[:]).__name__)
l.attr = "x"
print(l.attr, sorted(l), L() or "empty")


class D(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k, str(v))


d = D(a=1)
d["b"] = 2
d.update(c=3)
print(d, d["b"], dict(d), type(d.copy()).__name__, list(d))


class I(int):
    def __str__(self):
        return "I!"

    def double(self):
        return self * 2


i = I(5)
print(i, repr(i), i + 1, type(i + 1).__name__, i.double(), [10, 20, 30, 40, 50, 60][i], i == 5, {5: "five"}[i], f"{i}", f"{i:d}", "%d" % i)


class S(str):
    def shout(self):
        return self.upper() + "!"


s = S("abc")
print(s.shout(), s + "d", type(s + "d").__name__, type(s.upper()).__name__, s[1], {"abc": 1}[s], s == "abc", "-".join([s, s]), hash(s) == hash("abc"))


class T(tuple):
    pass


class F(float):
    pass


class St(set):
    pass


class B(bytes):
    pass


print(T([1, 2]), T([1]) + (2,), type(T([1]) + (2,)).__name__, F(1.5) * 2, type(F(1) + 1).__name__, St([1]) | {2}, type(St() | {1}).__name__, B(b"x") + b"y")
for bad in ("bool", "type(None)", "type(...)", "range", "slice", "type(lambda: 0)", "type(len)", "memoryview"):
    try:
        exec(f"class X({bad}): pass")
    except TypeError as e:
        print(e)
