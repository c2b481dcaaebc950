# Whatever is done to a deque gives what a list would hold after the same, however far the ring has turned.
import random
from collections import deque

choose = random.Random(5)


def cut(items, maxlen, left):
    while maxlen is not None and len(items) > maxlen:
        items.pop(0 if left else -1)


def step(number, row, items):
    kind = choose.randrange(16 if number % 200 < 100 else 13)
    maxlen, size = row.maxlen, len(items)
    place = choose.randrange(-size, size) if items else None
    if kind in (0, 13, 14):
        row.append(number)
        items.append(number)
        cut(items, maxlen, True)
    elif kind in (1, 15):
        row.appendleft(number)
        items.insert(0, number)
        cut(items, maxlen, False)
    elif kind == 4:
        turn = choose.randrange(-12, 12)
        row.rotate(turn)
        if items:
            turn %= size
            items[:] = items[size - turn :] + items[: size - turn]
    elif kind == 6 and (maxlen is None or size < maxlen):
        place = choose.randrange(-size - 2, size + 3)
        row.insert(place, number)
        items.insert(place, number)
    elif kind == 7:
        row.reverse()
        items.reverse()
    elif kind in (8, 9):
        more = [number, str(number)] * choose.randrange(3)
        if kind == 8:
            row.extend(more)
            items.extend(more)
        else:
            row.extendleft(more)
            items[:0] = more[::-1]
        cut(items, maxlen, kind == 8)
    elif kind == 12 and size < 40:
        times = choose.randrange(4)
        row *= times
        items *= times
        cut(items, maxlen, True)
    elif not items:
        for take in row.pop, row.popleft:
            try:
                take()
            except IndexError as error:
                assert str(error) == "pop from an empty deque"
    elif kind == 2:
        assert row.pop() == items.pop()
    elif kind == 3:
        assert row.popleft() == items.pop(0)
    elif kind == 5:
        del row[place]
        del items[place]
    elif kind == 10:
        row[place] = items[place] = number
    elif kind == 11:
        value = items[place]
        assert row.index(value) == items.index(value) and row.count(value) == items.count(value)
        row.remove(value)
        items.remove(value)


for maxlen in None, 0, 1, 3, 20:
    row, items = deque(maxlen=maxlen), []
    for number in range(400):
        step(number, row, items)
        assert list(row) == items and list(reversed(row)) == items[::-1], (maxlen, number)
        assert len(row) == len(items) and bool(row) == bool(items)
        if items:
            place = choose.randrange(-len(items), len(items))
            assert row[place] == items[place] and items[place] in row
    assert row == deque(items) == row.copy() and row.copy().maxlen == maxlen
    print(maxlen, len(row), row.__reduce__()[1])

# What a long queue held does not stay, and it goes on after that.
queue = deque(range(1000))
while len(queue) > 3:
    queue.popleft()
queue.extendleft("ab")
print(queue, sum(queue.pop() for _ in range(3)), queue)
