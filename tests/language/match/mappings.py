def m(x):
    match x:
        case {"type": "point", "x": x, "y": y}:
            return ("point", x, y)
        case {"type": kind, **rest}:
            return ("typed", kind, rest)
        case {1: "one" | "eins"}:
            return "one"
        case {"nested": {"deep": [a, *_]}}:
            return ("deep", a)
        case {"v": int(n)}:
            return ("int", n)
        case {None: None}:
            return "none key"
        case {}:
            return "mapping"
        case _:
            return "no"


for v in ({"type": "point", "x": 1, "y": 2, "z": 3}, {"type": "q", "a": 1}, {1: "eins"}, {"nested": {"deep": (5, 6)}}, {"v": 3}, {"v": "s"}, {}, {None: None}, [], "a"):
    print(m(v))


class D(dict):
    def __missing__(self, k):
        return "made up"


match D():
    case {"absent": v}:
        print("matched", v)
    case _:
        print("missing is not asked")
from collections import OrderedDict
match OrderedDict(a=1):
    case {"a": 1, **kw}:
        print(kw)


class K:
    key = "dotted"


match {"dotted": 5}:
    case {K.key: v}:
        print(v)
