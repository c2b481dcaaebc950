# Iterators that are asked for the next item while they look for it, and callbacks that use the iterator they serve.

import gc


def attempt(what, action):
    try:
        print(what, "->", repr(action())[:100])
    except RecursionError:
        print(what, "-> RecursionError")
    except Exception as error:
        print(what, "->", f"{type(error).__name__}: {error}")


class Asks:
    """An iterator whose `__next__` asks another iterator, which asks this one."""

    def __init__(self, limit, collects=False):
        self.count, self.limit, self.outer, self.collects = 0, limit, None, collects

    def __iter__(self):
        return self

    def __next__(self):
        self.count += 1
        if self.count > self.limit:
            raise StopIteration
        mine = self.count
        if self.collects:
            gc.collect()
        if self.outer is not None and mine % 2:
            return (mine, next(self.outer, "end"))
        return mine


def with_itself(make, limit=5, collects=False):
    asks = Asks(limit, collects)
    asks.outer = make(asks)
    return list(asks.outer)


for name, make in {
    "zip": lambda it: zip(it),
    "zip two": lambda it: zip(it, "abcdef"),
    "zip it twice": lambda it: zip(it, it),
    "zip strict": lambda it: zip(it, "abcde", strict=True),
    "map": lambda it: map(lambda item: item, it),
    "map two": lambda it: map(lambda *items: items, it, "abcdef"),
    "filter": lambda it: filter(None, it),
    "filter by function": lambda it: filter(lambda item: True, it),
    "enumerate": lambda it: enumerate(it),
    "enumerate from far": lambda it: enumerate(it, 2**62),
    "iter": lambda it: iter(it),
    "callable": lambda it: iter(it.__next__, "never"),
    "generator": lambda it: (item for item in it),
}.items():
    attempt(name, lambda: with_itself(make))
    attempt(name + ", collecting", lambda: with_itself(make, collects=True))


# A function that takes from the iterator that calls it.
def stealing(make):
    taken = []

    def function(*items):
        taken.append(next(iterator, None))
        return (items, taken[-1])

    source = iter(range(6))
    iterator = source
    found = list(make(function, source))
    return found, taken


attempt("map steals", lambda: stealing(lambda function, source: map(function, source)))
attempt("filter steals", lambda: stealing(lambda function, source: filter(function, source)))
attempt("sorted steals", lambda: stealing(lambda function, source: sorted(source, key=lambda item: function(item)[1] or 0)))
attempt("min steals", lambda: stealing(lambda function, source: [min(source, key=lambda item: function(item)[1] or 0)]))
attempt("comprehension steals", lambda: stealing(lambda function, source: [function(item) for item in source]))


# Generators that are resumed, closed and thrown into while they run.
def resumed(action):
    def generator():
        yield 1
        yield action(me)
        yield 3

    me = generator()
    return [*me]


attempt("generator next", lambda: resumed(next))
attempt("generator list", lambda: resumed(list))
attempt("generator send", lambda: resumed(lambda me: me.send(1)))
attempt("generator throw", lambda: resumed(lambda me: me.throw(KeyError)))
attempt("generator close", lambda: resumed(lambda me: me.close()))
attempt("generator unpacked", lambda: resumed(lambda me: [*me]))
attempt("generator in", lambda: resumed(lambda me: 5 in me))


def delegating():
    def inner():
        yield 1
        yield next(me)

    def outer():
        yield from inner()

    me = outer()
    return list(me)


attempt("yield from", delegating)


def closing():
    def generator():
        try:
            yield 1
        finally:
            print("  in finally", len([*others]))

    others = [1, 2]
    me = generator()
    next(me)
    others.append(me)
    try:
        me.close()
    except ValueError as error:
        return error


attempt("close in close", closing)


# Lists, dicts and sets that change while they are unpacked, joined, summed and called with.
class Shrinks:
    """Takes an item from the list whenever it gives one."""

    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return self

    def __next__(self):
        if not self.items:
            raise StopIteration
        return self.items.pop()


def both(function, items=(1, 2, 3, 4)):
    items = list(items)
    return function(items, Shrinks(items)), items


attempt("slice of itself", lambda: both(lambda items, it: items.__setitem__(slice(1, 3), it)))
attempt("slice behind", lambda: both(lambda items, it: items.__setitem__(slice(4, 4), it)))
attempt("all of itself", lambda: both(lambda items, it: items.__setitem__(slice(None), it)))
attempt("steps of itself", lambda: both(lambda items, it: items.__setitem__(slice(None, None, 2), it)))
attempt("init", lambda: both(lambda items, it: items.__init__(it)))
attempt("zip with itself", lambda: both(lambda items, it: list(zip(items, it))))
attempt("star", lambda: both(lambda items, it: (lambda *all: all)(*items, *it, *items)))
attempt("unpack", lambda: both(lambda items, it: [*items, *it, *items]))
attempt("tuple", lambda: both(lambda items, it: tuple(it) + tuple(items)))
attempt("join", lambda: both(lambda items, it: "-".join(str(item) for item in items if next(it))))
attempt("join of an iterator", lambda: both(lambda items, it: "-".join(it), "abcd"))
attempt("bytes join", lambda: both(lambda items, it: b"-".join(it), [b"a", b"b"]))
attempt("sum", lambda: both(lambda items, it: sum(it)))
attempt("sum of both", lambda: both(lambda items, it: sum(item + next(it, 100) for item in items)))
attempt("any", lambda: both(lambda items, it: any(item == next(it) for item in items)))
attempt("dict", lambda: both(lambda items, it: dict(zip(items, it))))
attempt("set", lambda: both(lambda items, it: sorted(set(items).union(it))))
attempt("reversed", lambda: both(lambda items, it: [(item, next(it, None)) for item in reversed(items)]))
attempt("enumerate", lambda: both(lambda items, it: [(item, next(it, None)) for item in enumerate(items)]))
attempt("for", lambda: both(lambda items, it: [(a, b) for a in items for b in it]))
attempt("print", lambda: both(lambda items, it: print("  ", *items, *it)))
attempt("min", lambda: both(lambda items, it: min(items, key=lambda item: next(it, 0))))
attempt("sort", lambda: both(lambda items, it: items.sort(key=lambda item: next(it, 0))))
attempt("bytes", lambda: both(lambda items, it: bytes(it)))
attempt("unpacking", lambda: both(lambda items, it: unpacking(it)))
attempt("starred unpacking", lambda: both(lambda items, it: starred(items, it)))


def unpacking(it):
    first, second, third, fourth = it
    return first, second, third, fourth


def starred(items, it):
    first, *rest, last = (item + next(it, 50) for item in items)
    return first, rest, last


class Length:
    def __init__(self, items):
        self.items = items

    def __len__(self):
        self.items.append("asked")
        return len(self.items)

    def __length_hint__(self):
        self.items.append("hinted")
        return 10

    def __iter__(self):
        return iter(self.items)

    def __reversed__(self):
        self.items.append("reversed")
        return reversed(self.items)

    def __contains__(self, item):
        self.items.append("contains")
        return item in self.items


for name, action in {
    "list": list,
    "reversed": lambda it: list(reversed(it)),
    "in": lambda it: "contains" in it,
    "star": lambda it: [*it],
    "bool": bool,
    "sorted": sorted,
    "set": lambda it: sorted(set(it)),
    "dict": lambda it: dict.fromkeys(it),
    "join": lambda it: ",".join(it),
}.items():
    it = Length(["a", "b"])
    attempt(name, lambda: action(it))
    print("   ", it.items)
