# A collection may go on in steps between instructions. Whatever a program does meanwhile, by moving the only reference to
# an object from a place that was not yet looked at to one that was, must leave the object alive.
import collections
import sys
import types

try:
    import weakref
except ImportError:
    # Small boards have none.
    weakref = None

ROUNDS = 40
BOARD = sys.maxsize < 1 << 40
if BOARD:
    ROUNDS = 8


class Plain:
    pass


class Slotted:
    __slots__ = ("first", "second", "third")


class Other:
    pass


def fresh(number):
    return [number, (number, [str(number) * 3])]


def check(value, number):
    assert value == [number, (number, [str(number) * 3])], (value, number)


def many(count=30):
    return [fresh(number) for number in range(count)]


def list_items():
    source, target = many(), [None] * 30
    for index in range(30):
        target[29 - index], source[index] = source[index], None
    for index in range(30):
        check(target[29 - index], index)


def list_ends():
    source, target = many(), []
    while source:
        target.append(source.pop())
        if source:
            target.insert(0, source.pop(0))
    assert sorted(item[0] for item in target) == list(range(30))
    for item in target:
        check(item, item[0])


def list_middles():
    items = many()
    for _ in range(9):
        item = items.pop(len(items) // 2)
        check(item, item[0])
        items.insert(1, item)
        del items[3:5]
        items[4:6] = [items[5]]
        items[0:0] = [fresh(77)]
    for item in items:
        check(item, item[0])


def list_orders():
    items = many()
    for turn in range(6):
        items.reverse()
        items.sort(key=lambda item: -item[0] if turn % 2 else item[0])
        items.sort(key=lambda item: item[0] % 7, reverse=True)
        items += items[:3]
        del items[-3:]
        items[::2] = items[::-2]
        items = items[10:] + items[:10]
    for item in items:
        check(item, item[0])


def list_clears():
    source = many()
    copy = source[:]
    source.clear()
    source.extend(copy)
    copy[:] = []
    swapped = list(source)
    source *= 0
    for item in swapped:
        check(item, item[0])
    a, b = many(10), many(10)
    a[:], b[:] = b[3:], a[:7]
    for item in a + b:
        check(item, item[0])


def dicts():
    source, target = {number: fresh(number) for number in range(30)}, {}
    for number in range(0, 30, 3):
        target[number] = source.pop(number)
        target[number + 1] = source[number + 1]
        source[number + 1] = None
        target[number + 2] = source[number + 2]
        del source[number + 2]
    for number in range(100, 130):
        source[number] = number
    for number, item in target.items():
        check(item, number)
    moved = dict(target)
    target.clear()
    while moved:
        number, item = moved.popitem()
        target.setdefault(number, item)
    target = {**target}
    target |= {5: target[5]}
    for number in range(30):
        check(target[number], number)


def keys():
    class Key:
        def __init__(self, number):
            self.number = number

        def __hash__(self):
            return self.number % 5

        def __eq__(self, other):
            return self.number == other.number

    table = {Key(number): fresh(number) for number in range(20)}
    group = set(table)
    taken = []
    while group:
        key = group.pop()
        taken.append(key)
        check(table.pop(key), key.number)
        group -= {Key(3)}
    names = {name: None for name in ["a%d" % number for number in range(20)]}
    for name in list(names):
        del names[name]
        names[name + "b"] = name
    assert len(names) == 20 and all(key == name + "b" for key, name in names.items())
    assert len(taken) >= 19


def sets():
    source, target = {(number, str(number) * 9) for number in range(30)}, set()
    while source:
        item = source.pop()
        target.add(item)
        target ^= {item}
        target |= {item}
        source.intersection_update(source)
    assert target == {(number, str(number) * 9) for number in range(30)}
    target &= {(number, str(number) * 9) for number in range(15)}
    assert len(frozenset(target) - {1}) == 15


def attributes():
    source = [Plain() for _ in range(8)]
    target = [Plain() for _ in range(8)]
    for number, one in enumerate(source):
        one.first, one.second, one.third = fresh(number), fresh(number + 1), fresh(number + 2)
    for number, (one, other) in enumerate(zip(source, target)):
        other.third, one.first = one.first, None
        other.second = one.second
        del one.second
        other.first = one.__dict__.pop("third")
        other.fourth = vars(one)
    for number, other in enumerate(target):
        check(other.third, number)
        check(other.second, number + 1)
        check(other.first, number + 2)
        other.__dict__ = {"all": other.__dict__}
        check(other.all["first"], number + 2)
    one, two = Slotted(), Slotted()
    one.first = fresh(4)
    two.second, one.first = one.first, 3
    two.third = two.second
    del two.second
    check(two.third, 4)


def classes():
    class Temporary:
        label = fresh(9)

    one = Temporary()
    one.value = fresh(8)
    held = type(one)
    one.__class__ = Other
    held.other = held.label
    del held.label
    Temporary = None
    check(held.other, 9)
    check(one.value, 8)
    one.__class__ = held
    assert one.other is held.other


def cells():
    value = fresh(1)

    def take():
        nonlocal value
        taken, value = value, None
        return taken

    def give(item):
        nonlocal value
        value = item

    holder = [None]
    for number in range(10):
        give(fresh(number))
        holder[0] = take()
        assert value is None
        check(holder[0], number)


def functions():
    def one(a=fresh(3), *, b=fresh(4)):
        return a, b

    def two():
        return "two", fresh.__name__

    kept = one.__defaults__, one.__kwdefaults__
    one.__defaults__ = None
    one.__kwdefaults__ = None
    check(kept[0][0], 3)
    check(kept[1]["b"], 4)
    code = one.__code__
    one.__code__ = two.__code__
    assert one() == ("two", "fresh")
    again = types.FunctionType(code, globals(), "again")
    check(again(fresh(5), b=1)[0], 5)
    bound = Plain.__init__.__get__(Plain())
    del bound


def generators():
    def items(count):
        held = fresh(count)
        rest = []
        for number in range(count):
            item = fresh(number)
            rest.append(item)
            yield item, held
        yield rest, held

    running = [items(7), items(5), (item for item in many(6))]
    given = []
    for _ in range(6):
        for one in running:
            given.append(next(one))
    for found in given:
        if type(found) is tuple:
            assert len(found[1]) == 2
        else:
            check(found, found[0])

    def nested():
        inner = yield from items(4)
        return inner

    chain = nested()
    last = [next(chain) for _ in range(3)]
    check(last[2][0], 2)
    frame = chain.gi_frame if hasattr(chain, "gi_frame") else None
    chain.close()
    del frame


async def step(number):
    return fresh(number)


def coroutines():
    async def main():
        first = await step(1)
        second = await step(2)
        return first, second

    running = main()
    try:
        running.send(None)
    except StopIteration as ended:
        check(ended.value[0], 1)
        check(ended.value[1], 2)


def references():
    if weakref is None:
        return
    holder = [Plain() for _ in range(10)]
    for number, one in enumerate(holder):
        one.value = fresh(number)
    weak = [weakref.ref(one) for one in holder]
    strong = []
    for number in range(10):
        strong.append(weak[number]())
        holder[number] = None
        check(strong[number].value, number)
    table = weakref.WeakValueDictionary()
    for number in range(10):
        table[number] = strong[number]
    strong.clear()
    for number in range(10):
        found = table.get(number)
        if found is not None:
            check(found.value, number)
        del found


def texts():
    names = {}
    for number in range(20):
        name = sys.intern("name_%d_of_many" % number)
        setattr(Plain, name, number)
        names[sys.intern("name_%d" % number + "_of_many")] = name
        delattr(Plain, name)
    assert all(key == name for key, name in names.items())
    long = "x" * 700 + "y" * 700
    parts = [long[index:] for index in range(20)]
    grown = "start" * 20
    starts = []
    for number in range(40):
        grown += str(number) * 4
        starts.append(grown)
    del long
    for index, part in enumerate(parts):
        assert part == "x" * (700 - index) + "y" * 700
    for start in starts:
        assert grown.startswith(start)
    data = bytes(range(256)) * 8
    views = [data[index : index + 2000] for index in range(8)]
    del data
    assert all(view == (bytes(range(256)) * 8)[index : index + 2000] for index, view in enumerate(views))


def queues():
    queue = collections.deque(many())
    for _ in range(40):
        queue.append(queue.popleft())
        queue.appendleft(queue.pop())
        queue.rotate(3)
    while queue:
        item = queue.pop()
        check(item, item[0])
    ordered = collections.OrderedDict((number, fresh(number)) for number in range(10))
    for number in range(10):
        ordered.move_to_end(number, last=False)
        check(ordered[number], number)


def errors():
    caught = []
    for number in range(8):
        try:
            try:
                raise ValueError(fresh(number))
            except ValueError as error:
                raise KeyError(number) from error
        except KeyError as error:
            caught.append(error)
    for number, error in enumerate(caught):
        cause, error.__cause__, error.__context__ = error.__cause__, None, None
        check(cause.args[0], number)
        cause.args = (1,)


def iterators():
    source = iter(many())
    pairs = zip(many(), iter(many()))
    chosen = filter(lambda item: item[0] % 2, map(lambda item: item, many()))
    for number in range(10):
        check(next(source), number)
        left, right = next(pairs)
        check(left, number)
        check(right, number)
        check(next(chosen), 2 * number + 1)


def chains():
    head = None
    for number in range(60):
        head = [head, fresh(number)] if number % 2 else (fresh(number), head)
    count = 0
    while head is not None:
        if type(head) is list:
            rest, item = head
            head[:] = []
        else:
            item, rest = head
        check(item, 59 - count)
        head = rest
        count += 1
    assert count == 60


CASES = [
    list_items, list_ends, list_middles, list_orders, list_clears, dicts, keys, sets, attributes, classes, cells, functions,
    generators, coroutines, references, texts, queues, errors, iterators, chains,
]
held = [fresh(number) for number in range(300 if BOARD else 2000)]
for turn in range(ROUNDS):
    for case in CASES:
        case()
    held[turn] = fresh(turn)
for number, item in enumerate(held):
    check(item, number)
print("all alive")
