# The library's containers and iterators with callbacks that change them, raise, come again or collect.

import bisect
import copy
import functools
import gc
import heapq
import itertools
import json
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque


class State:
    action = None
    calls = 0
    target = None
    again = None


def hit():
    State.calls += 1
    if State.calls != 2:
        return
    target = State.target
    if State.action == "clear":
        target.clear()
    elif State.action == "grow":
        if hasattr(target, "update"):
            target.update({f"new{number}": number for number in range(30)})
        else:
            target.extend([7] * 30)
    elif State.action == "raise":
        raise ValueError("callback")
    elif State.action == "again":
        State.again()
    elif State.action == "collect":
        gc.collect()


@functools.total_ordering
class Key:
    def __init__(self, rank):
        self.rank = rank

    def __eq__(self, other):
        hit()
        return isinstance(other, Key) and self.rank == other.rank

    def __lt__(self, other):
        hit()
        return self.rank < getattr(other, "rank", other)

    def __hash__(self):
        hit()
        return 1

    def __repr__(self):
        hit()
        return f"K{self.rank}"


def new_list():
    return [Key(1), Key(3), Key(5)]


def new_deque():
    return deque([Key(1), Key(3), Key(5)])


def new_ordered():
    return OrderedDict([(Key(1), 1), (Key(2), Key(2)), ("s", 3)])


def new_default():
    return defaultdict(lambda: hit() or 5, {Key(1): 1, Key(2): 2})


def new_counter():
    return Counter({Key(1): 1, Key(2): 2, "s": 3})


def new_chain():
    return ChainMap({Key(1): 1}, {Key(2): 2, "s": 3})


def new_user_list():
    return UserList([Key(1), Key(3), Key(5)])


def new_user_dict():
    return UserDict({Key(1): 1, Key(2): 2})


def new_plain():
    return [1, 2, 3, 4]


def called(item):
    hit()
    return item


class Items:
    def __init__(self, source):
        self.source = source

    def __iter__(self):
        for item in self.source:
            hit()
            yield item


class Copied:
    def __deepcopy__(self, memo):
        hit()
        return "copied"

    __copy__ = None


def deep_copied(x):
    x.append(Copied())
    x.append(Copied())
    return len(copy.deepcopy(x))


def dumped(x):
    x[:] = [1, [Copied()], {"k": Copied()}, 4]

    def default(value):
        hit()
        return "default"

    return json.dumps(x, default=default)


def loaded(x):
    def pairs(pairs):
        hit()
        return dict(pairs)

    return json.loads('[{"a": {"b": 1}}, {"c": 2}]', object_pairs_hook=pairs)


def teed(x):
    first, second = itertools.tee(Items(x))
    return [list(zip(first, second)), list(first), list(second)]


def cached(x):
    @functools.lru_cache(maxsize=2)
    def double(key, n):
        hit()
        return n * 2

    return [double(Key(n % 3), n) for n in range(4)], double.cache_info()[:2]


mapping = [
    ("[k]", lambda d: d[Key(9)]),
    ("[k] =", lambda d: d.__setitem__(Key(9), 9)),
    ("del [k]", lambda d: d.__delitem__(Key(2))),
    ("in", lambda d: Key(9) in d),
    ("get", lambda d: d.get(Key(2))),
    ("pop", lambda d: d.pop(Key(2), None)),
    ("setdefault", lambda d: d.setdefault(Key(9), 9)),
    ("update", lambda d: d.update({Key(9): 9, Key(8): 8})),
    ("update pairs", lambda d: d.update(Items([("k", 1), ("l", 2)]))),
    ("==", lambda d: d == {Key(1): 1, Key(2): 2, "s": 3}),
    ("repr", lambda d: len(repr(d)) > 3),
    ("copy", lambda d: len(d.copy()) > 0),
    ("loop", lambda d: [called(key) and 1 for key in d]),
    ("items loop", lambda d: [called(key) and 1 for key, value in d.items()]),
]
# Operations of OrderedDict in which CPython's crashes, or iterates in words of its own.
SKIPPED = {"del [k]", "pop", "copy", "repr", "loop", "items loop"}
sequence = [
    ("index", lambda x: x.index(Key(1))),
    ("count", lambda x: x.count(Key(3))),
    ("remove", lambda x: x.remove(Key(5))),
    ("in", lambda x: Key(9) in x),
    ("==", lambda x: x == type(x)([Key(1), Key(3), Key(5)])),
    ("<", lambda x: x < type(x)([Key(1), Key(3), Key(6)])),
    ("repr", lambda x: len(repr(x)) > 3),
    ("extend", lambda x: x.extend(Items([8, 9]))),
    ("loop", lambda x: [called(item) and 1 for item in x]),
    ("sorted", lambda x: len(sorted(x)) > 0),
    ("copy", lambda x: len(copy.copy(x))),
]
cases = {
    new_list: [
        ("heapify", lambda x: heapq.heapify(x)),
        ("heappush", lambda x: heapq.heappush(x, Key(0))),
        ("heappop", lambda x: heapq.heappop(x)),
        ("heappushpop", lambda x: heapq.heappushpop(x, Key(4))),
        ("heapreplace", lambda x: heapq.heapreplace(x, Key(4))),
        ("nsmallest", lambda x: heapq.nsmallest(2, x)),
        ("nlargest", lambda x: heapq.nlargest(2, x, key=called)),
        ("merge", lambda x: len(list(heapq.merge(x, [Key(2)]))) > 0),
        ("bisect", lambda x: bisect.bisect(x, Key(2))),
        ("bisect key", lambda x: bisect.bisect_left(x, Key(2), key=called)),
        ("insort", lambda x: bisect.insort(x, Key(2))),
        ("insort key", lambda x: bisect.insort_left(x, Key(2), key=called)),
        ("deepcopy", deep_copied),
        ("min", lambda x: min(x)),
        ("max", lambda x: max(x)),
    ],
    new_plain: [
        ("dumps", dumped),
        ("loads", loaded),
        ("lru_cache", cached),
        ("reduce", lambda x: functools.reduce(lambda a, b: called(a + b), x)),
        ("accumulate", lambda x: list(itertools.accumulate(x, lambda a, b: called(a + b)))[:6]),
        ("groupby", lambda x: [(key, list(group)) for key, group in itertools.groupby(x, called)][:6]),
        ("takewhile", lambda x: list(itertools.takewhile(called, x))[:6]),
        ("dropwhile", lambda x: list(itertools.dropwhile(called, x))[:6]),
        ("filterfalse", lambda x: list(itertools.filterfalse(called, x))[:6]),
        ("starmap", lambda x: list(itertools.starmap(called, [[1], [2], [3]]))),
        ("islice", lambda x: list(itertools.islice(Items(x), 0, 6, 2))),
        ("chain", lambda x: list(itertools.chain(Items(x), x))[:6]),
        ("cycle", lambda x: list(itertools.islice(itertools.cycle(Items(x)), 6))),
        ("zip_longest", lambda x: list(itertools.zip_longest(Items(x), "ab"))[:6]),
        ("product", lambda x: len(list(itertools.product(Items(x), "ab"))) > 3),
        ("permutations", lambda x: len(list(itertools.permutations(Items(x[:3]), 2)))),
        ("compress", lambda x: list(itertools.compress(x, Items([1, 0, 1])))),
        ("pairwise", lambda x: list(itertools.pairwise(Items(x)))[:6]),
        ("batched", lambda x: list(itertools.batched(Items(x), 2))[:6]),
        ("tee", lambda x: [len(part) > 3 for part in teed(x)]),
        ("repeat", lambda x: list(map(called, itertools.repeat(1, 3)))),
        ("cmp_to_key", lambda x: x.sort(key=functools.cmp_to_key(lambda a, b: called(b) - a))),
        ("singledispatch", lambda x: functools.singledispatch(called)(x[0])),
        ("partial", lambda x: functools.partial(called)(x[0])),
    ],
    new_deque: [
        *sequence,
        ("rotate", lambda x: x.rotate(1)),
        ("insert", lambda x: x.insert(1, 7)),
        ("appendleft", lambda x: x.extendleft(Items([8, 9]))),
        ("reversed", lambda x: [called(item) and 1 for item in reversed(x)]),
    ],
    new_user_list: sequence,
    new_ordered: [entry for entry in mapping if entry[0] not in SKIPPED],
    new_default: [*mapping, ("missing", lambda d: (d["x"], d["y"], d["z"]))],
    new_counter: [
        *mapping,
        ("+", lambda d: len(d + Counter([Key(1), Key(7)])) > 0),
        ("update", lambda d: d.update(Items(["a", "b"]))),
        ("most_common", lambda d: len(d.most_common(1))),
    ],
    new_chain: mapping,
    new_user_dict: mapping,
}

for new, operations in cases.items():
    print(new.__name__)
    for name, operation in operations:
        print(f"  {name}")
        for action in (None, "clear", "grow", "raise", "again", "collect"):
            State.calls = 10
            target = new()
            State.action, State.target, State.calls = action, target, 0
            State.again = lambda: operation(target)
            try:
                result = repr(operation(target))
            except RecursionError:
                result = "RecursionError"
            except Exception as error:
                result = f"{type(error).__name__}: {error}"
            State.action = None
            print(f"    {action!s:8} {result[:80]} | {len(target)}")
