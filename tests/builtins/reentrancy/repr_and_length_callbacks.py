# __repr__, __len__, __bool__, __iter__ and iterators that change, recurse, lie or fail.
import gc


def attempt(what, action, *args):
    try:
        print(what, "->", action(*args))
    except RecursionError:
        print(what, "-> RecursionError")
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Shown:
    def __init__(self, action):
        self.action = action

    def __repr__(self):
        self.action()
        return "shown"


for name, change in {
    "clear": lambda c: c.clear(),
    "pop": lambda c: c.popitem() if isinstance(c, dict) else c.pop(),
    "collect": lambda c: gc.collect(),
    "fail": lambda c: 1 / 0,
}.items():
    items = []
    items += [Shown(lambda: change(items)), 2, 3]
    attempt(f"{name} in repr of a list", repr, items)
    print("   ", len(items))
    numbers = set()
    numbers.add(Shown(lambda: change(numbers)))
    attempt(f"{name} in repr of a set", repr, numbers)
    if name != "clear" and name != "pop":
        table = {}
        table["a"] = Shown(lambda: change(table))
        table["b"] = 2
        attempt(f"{name} in repr of a dict", repr, table)

items = []
items.append(Shown(lambda: len(items) < 5 and items.append(0)))
print(items)


class Circle(list):
    def __repr__(self):
        return f"Circle({list.__repr__(self)})"


circle = Circle()
circle.append(circle)
print(circle)
both = [1]
other = {"list": both, "tuple": (both,)}
both.append(other)
print(both, other)
print({"view": other.values()}["view"])

deep = []
for _ in range(20000):
    deep = [deep]
attempt("deep repr", lambda: len(repr(deep)))
attempt("deep equality", lambda: deep == [deep[0][:]] and deep == eval("deep"))
del deep


class Length:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        if callable(self.length):
            return self.length()
        return self.length

    def __iter__(self):
        return iter((1, 2))


for length in (2, -1, 2**70, "x", 1.0, True, None, lambda: 1 / 0, lambda: (gc.collect(), 2)[1]):
    shown = "function" if callable(length) else repr(length)
    attempt(f"len {shown}", len, Length(length))
    attempt(f"bool {shown}", bool, Length(length))
    attempt(f"list {shown}", list, Length(length))
    attempt(f"sorted {shown}", sorted, Length(length))


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration

    def __length_hint__(self):
        if isinstance(self.hint, type):
            raise self.hint("hint")
        return self.hint


for hint in (5, -1, "x", None, NotImplemented, TypeError, ValueError):
    attempt(f"hint {hint}", list, Hint(hint))


class Stops:
    def __iter__(self):
        raise StopIteration("early")


class Truth:
    def __init__(self, answer):
        self.answer = answer

    def __bool__(self):
        return self.answer() if callable(self.answer) else self.answer


attempt("iter stops", list, Stops())
attempt("iter stops in a call", lambda: print(*Stops()))
for answer in (True, 1, None, "x", lambda: 1 / 0):
    attempt(f"truth {answer if not callable(answer) else 'fails'}", bool, Truth(answer))
    attempt("    any", any, [Truth(answer)])
    attempt("    filter", lambda: len(list(filter(None, [Truth(answer)]))))


class Greedy:
    """An iterator that uses the iterator that is walking over it."""

    def __iter__(self):
        return self

    def __next__(self):
        return next(outer)


outer = map(lambda item: item, Greedy())
attempt("map in itself", next, outer)
outer = zip(Greedy(), Greedy())
attempt("zip in itself", next, outer)
outer = filter(None, Greedy())
attempt("filter in itself", next, outer)
outer = enumerate(Greedy())
attempt("enumerate in itself", next, outer)
outer = iter(lambda: next(outer), None)
attempt("callable iterator in itself", next, outer)
