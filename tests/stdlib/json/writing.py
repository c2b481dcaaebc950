# python: 3.14
# What objects look like, with each of the options; and in which pieces iterencode() gives them.
import json


class S(str):
    pass


class I(int):
    def __repr__(self):
        return "X"

    __str__ = __repr__


class F(float):
    def __repr__(self):
        return "Y"


class D(dict):
    pass


class L(list):
    pass


class T(tuple):
    pass


class OwnItems(dict):
    def items(self):
        return [("z", 1), ("y", 2)]


class OwnIterator(list):
    def __iter__(self):
        return iter("abc")


nan, inf = float("nan"), float("inf")
values = [
    None, True, False, 0, -1, 10**30, 1.5, 1e100, 1e16, 1e-7, -0.0, nan, inf, -inf, "", 'a"b\\/\b\f\n\r\t\x00\x1f\x7f\x80é€😀\u2028', "\ud83d",
    "\ude00\ud83d", [], [1], [1, [2, [3]]], (), (1,), {}, {"a": 1}, {"a": {}, "b": [], "c": {"d": [1, {"e": None}]}},
    {1: 2, None: 3, True: 4, 1.5: 5, False: 6, nan: 7, 10**20: 8, inf: 9}, S("x"), I(5), F(2.5), F(nan), D(a=1), L([1]), T((1, 2)), D(), L(), T(),
    {S("k"): S("v")}, {I(5): 1}, {F(2.5): 1}, OwnItems(a=1), OwnIterator([1]), OwnItems(), OwnIterator(), {"b": 1, "a": 2}, {(1, 2): 3}, {b"a": 1},
    {1, 2}, b"x", 1j, [1, object], {"a": [1, {"b": {2}}]}, ({"k": (1, {3})},), len, range(3), {"x": 1, (1,): 2, "y": 3}, {(1,): 2}, [[]], [{}],
]  # fmt: skip
options = [
    {}, {"indent": 2}, {"indent": 0}, {"indent": "\t"}, {"indent": "--"}, {"indent": -1}, {"sort_keys": True}, {"skipkeys": True},
    {"skipkeys": True, "indent": 1}, {"ensure_ascii": False}, {"allow_nan": False}, {"separators": (",", ":")},
    {"separators": ("; ", " = "), "indent": 1}, {"default": lambda o: [1, "d"]}, {"check_circular": False},
    {"indent": 1, "sort_keys": True, "ensure_ascii": False},
]  # fmt: skip


def text(function, *args, **keywords):
    try:
        return ascii(function(*args, **keywords))
    except (TypeError, ValueError) as error:
        return f"{type(error).__name__} {error} {getattr(error, '__notes__', None)}"


for option in options:
    print("----", {name: "..." if name == "default" else value for name, value in option.items()})
    plain = [text(json.dumps, value) for value in values]
    for value, before in zip(values, plain):
        now = text(json.dumps, value, **option)
        if now != before or not option:
            print(now)

for option in ({}, {"indent": 2}, {"separators": (",", ":"), "sort_keys": True}):
    for value in (
        1,
        "a",
        [1, "a", [], {}, [2.5, None], {"b": [True], "a": {"c": "d"}}],
        {},
        {1: 2, "x": (3, [4])},
        {"a": [object]},
        {(1,): 2},
    ):
        print(text(lambda: list(json.JSONEncoder(**option).iterencode(value))))


class Sink:
    parts = []

    def write(self, part):
        self.parts.append(part)


json.dump({"a": [1, {"b": []}]}, Sink(), indent=1)
print(Sink.parts)
