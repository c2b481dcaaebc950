# A key function or a comparison that touches the list being sorted.
import gc


def attempt(what, action, *args, **keywords):
    try:
        print(what, "->", action(*args, **keywords))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Item:
    def __init__(self, number, action=None):
        self.number = number
        self.action = action

    def __lt__(self, other):
        for item in (self, other):
            if item.action:
                action, item.action = item.action, None
                action()
        return self.number < other.number

    def __repr__(self):
        return f"Item({self.number})"


def sorting(name, action):
    items = [Item(number) for number in (5, 3, 9, 1)]
    items[2].action = lambda: action(items)
    attempt(name, items.sort)
    print(items)


sorting("append", lambda items: items.append(0))
sorting("clear", lambda items: items.clear())
sorting("extend", lambda items: items.extend([1, 2]))
sorting("collect", lambda items: gc.collect())
sorting("look", lambda items: print("seen", items, len(items)))
sorting("sort within", lambda items: items.sort())
sorting("fail", lambda items: 1 / 0)


def keyed(name, action):
    items = [3, 1, 2]
    done = []

    def key(item):
        if not done:
            done.append(action(items))
        return item

    attempt(name, items.sort, key=key)
    print(items, done)


keyed("key appends", lambda items: items.append(7))
keyed("key pops", lambda items: items.pop() if items else "empty")
keyed("key collects", lambda items: (gc.collect(), None)[1])
keyed("key looks", lambda items: list(items))
keyed("key sorts another", lambda items: sorted([2, 1]))
keyed("key fails", lambda items: {}["missing"])


def reverse_fails():
    class Truth:
        def __bool__(self):
            raise RuntimeError("no truth")

    items = [2, 1]
    attempt("reverse", items.sort, reverse=Truth())
    print(items)


class Incomparable:
    def __lt__(self, other):
        return NotImplemented


attempt("not implemented", sorted, [Incomparable(), Incomparable()])


class NoTruth:
    def __lt__(self, other):
        return NoTruth()

    def __bool__(self):
        raise ValueError("neither true nor false")


attempt("no truth", sorted, [NoTruth(), NoTruth()])


class Deep:
    def __lt__(self, other):
        return sorted([Deep(), Deep()]) is None


attempt("recursion", lambda: sorted([Deep(), Deep()]))
