"""Lists, tuples, dicts, sets and bytes."""

from rows import row


def append(n):
    items = []
    for i in range(n):
        items.append(i)
    return items


def index(n):
    items = list(range(64))
    for i in range(n):
        items[i & 63] = items[i + 1 & 63] + 1
    return items


def slices(n):
    items = list(range(64))
    for i in range(n):
        items[8:16] = items[24:32]
    return items


def unpack(n):
    a, b, c = 1, 2, 3
    for i in range(n):
        a, b, c = b, c, a
    return a


def dict_insert(n):
    table = {}
    for i in range(n):
        table[i] = i
    return table


def dict_strings(n):
    table = {"red": 0, "green": 0, "blue": 0}
    for i in range(n):
        table["red"] += 1
        table["blue"] += table["green"]
    return table


def set_of(n):
    seen = set()
    for i in range(n):
        seen.add(i * 7 % 101)
    return seen


def sort(n):
    items = [i * 7919 % 1009 for i in range(n)]
    items.sort()
    return sorted(items, key=lambda item: -item)


def buffer(n):
    data = bytearray(64)
    for i in range(n):
        data[i & 63] ^= i & 255
    return data


row("append", append, 2000)
row("index", index, 3000)
row("slices", slices, 1000)
row("unpack", unpack, 5000)
row("dict_insert", dict_insert, 800)
row("dict_strings", dict_strings, 2000)
row("set", set_of, 2000)
row("sort", sort, 500)
row("bytearray", buffer, 4000)
