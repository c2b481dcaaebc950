# A key's hash is asked for when it comes into its first table; tables give it to each other.


class Key:
    asked = 0

    def __init__(self, name):
        self.name = name

    def __hash__(self):
        Key.asked += 1
        return hash(self.name)

    def __eq__(self, other):
        return self.name == other.name

    def __repr__(self):
        return self.name


a, b, c = Key("a"), Key("b"), Key("c")
d = {a: 1, b: 2}
s = {a, b}
t = {b, c}
for title, operation in {
    "dict(d)": lambda: dict(d),
    "d.copy()": lambda: d.copy(),
    "dict.fromkeys(d)": lambda: dict.fromkeys(d),
    "dict.fromkeys(s)": lambda: dict.fromkeys(s),
    "d | d": lambda: d | d,
    "update": lambda: {}.update(d),
    "{**d, **d}": lambda: {**d, **d},
    "set(d)": lambda: set(d),
    "set(s)": lambda: set(s),
    "set(d.keys())": lambda: set(d.keys()),
    "{*s, *d}": lambda: {*s, *d},
    "s | t": lambda: s | t,
    "s & t": lambda: s & t,
    "s - t": lambda: s - t,
    "s ^ t": lambda: s ^ t,
    "s <= t": lambda: s <= t,
    "s == t": lambda: s == t,
    "isdisjoint": lambda: s.isdisjoint(t),
    "difference of a dict": lambda: s.difference(d),
    "symmetric difference with a dict": lambda: s.symmetric_difference(d),
    "d == d": lambda: d == dict(d),
    "growing": lambda: dict(d).update((number, number) for number in range(100)),
    "new ones": lambda: {Key("x"), Key("y")},
    "looked up": lambda: (a in d, a in s, d[b], d.get(c)),
}.items():
    Key.asked = 0
    result = operation()
    if isinstance(result, set):
        result = sorted(map(repr, result))
    print(f"{title}: asked {Key.asked} times, {result}")

# What changes the table meanwhile is found anew.


class Clears(Key):
    target = None

    def __eq__(self, other):
        if Clears.target:
            target, Clears.target = Clears.target, None
            target.clear()
            target.update({Key(str(number)) for number in range(20)})
        return self.name == other.name

    __hash__ = Key.__hash__


for operation in (set.union, set.intersection, set.difference, set.symmetric_difference, set.isdisjoint, set.issubset):
    these = {Clears("a"), Key("b")}
    those = {Clears("a"), Key("c")}
    Clears.target = those
    try:
        result = operation(these, those)
        print(operation.__name__, type(result).__name__, Key("c") in those, Key("7") in those)
    except RuntimeError as error:
        print(operation.__name__, type(error).__name__)
