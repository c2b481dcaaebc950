"""Builtin iterators and the functions that take iterables."""

L = [(i * 7919) % 10007 for i in range(5000)]
STRS = [str(i) for i in L]
FLOATS = [i / 7 for i in L]
LISTS = [[1, 2], [3, 4]] * 100
TRUE = [True] * 5000
D = dict(zip(L, STRS))


def first(pair):
    return pair[0]


def numbers():
    for i in range(1000):
        yield i


OPERATIONS = {
    "map list": "list(map(str, L))",
    "map abs": "list(map(abs, L))",
    "map int": "list(map(int, STRS))",
    "map len": "list(map(len, STRS))",
    "map function": "list(map(lambda x: x, L))",
    "map two": "list(map(max, L, L))",
    "map for": "for x in map(abs, L): pass",
    "map method": "list(map(str.upper, STRS))",
    "filter None": "list(filter(None, L))",
    "filter function": "list(filter(lambda x: x, L))",
    "filter method": "list(filter(str.isdigit, STRS))",
    "zip list": "list(zip(L, STRS))",
    "zip for": "for x, y in zip(L, STRS): pass",
    "zip star": "list(zip(*LISTS))",
    "zip strict": "list(zip(L, STRS, strict=True))",
    "enumerate list": "list(enumerate(L))",
    "enumerate for": "for i, x in enumerate(L): pass",
    "reversed list": "list(reversed(L))",
    "reversed for": "for x in reversed(L): pass",
    "reversed range": "list(reversed(range(5000)))",
    "min": "min(L)",
    "min, strs": "min(STRS)",
    "min, floats": "min(FLOATS)",
    "min of two": "min(3, 5)",
    "max": "max(L)",
    "max by function": "max(L, key=lambda x: -x)",
    "max by builtin": "max(L, key=abs)",
    "max, default": "max([], default=0)",
    "sum": "sum(L)",
    "sum, floats": "sum(FLOATS)",
    "sum, lists": "sum(LISTS, [])",
    "sum generator": "sum(x for x in L)",
    "sum range": "sum(range(5000))",
    "any": "any(x > 20000 for x in L)",
    "any list": "any([0] * 1000)",
    "all": "all(TRUE)",
    "iter next": "next(iter(L))",
    "iter next, default": "next(iter([]), None)",
    "iter callable": "list(iter(lambda: 1, 1))",
    "generator list": "list(numbers())",
    "generator for": "for x in numbers(): pass",
    "generator expression": "for x in (y for y in L): pass",
    "dict iterator": "for k, v in D.items(): pass",
    "sorted by first": "sorted(D.items(), key=first)",
    "list of filter of map": "list(filter(None, map(abs, L)))",
    "star call": "max(*L)",
    "unpack in call": "divmod(*(7, 2))",
}
