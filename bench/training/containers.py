# Lists, tuples, dicts and sets: built, searched, sorted, sliced, unpacked, compared.
def grid_walk(size):
    grid = [[(x * y + x) % 5 for x in range(size)] for y in range(size)]
    frontier, distance = [(0, 0)], {(0, 0): 0}
    while frontier:
        following = []
        for x, y in frontier:
            for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
                place = nx, ny = x + dx, y + dy
                if 0 <= nx < size and 0 <= ny < size and grid[ny][nx] != 1 and place not in distance:
                    distance[place] = distance[x, y] + 1
                    following.append(place)
        frontier = following
    return len(distance), max(distance.values())


def heap_sort(items):
    heap = []
    for item in items:
        heap.append(item)
        at = len(heap) - 1
        while at and heap[(at - 1) // 2] > heap[at]:
            parent = (at - 1) // 2
            heap[parent], heap[at] = heap[at], heap[parent]
            at = parent
    result = []
    while heap:
        last = heap.pop()
        if not heap:
            result.append(last)
            break
        result.append(heap[0])
        heap[0] = last
        at = 0
        while True:
            child = 2 * at + 1
            if child >= len(heap):
                break
            if child + 1 < len(heap) and heap[child + 1] < heap[child]:
                child += 1
            if heap[at] <= heap[child]:
                break
            heap[at], heap[child] = heap[child], heap[at]
            at = child
    return result


def inventory(rounds):
    stock, log = {}, []
    for i in range(rounds):
        key = "item%d" % (i % 97)
        stock.setdefault(key, []).append(i)
        if len(stock[key]) > 5:
            first, *rest = stock.pop(key)
            log.append((key, first, len(rest)))
        if i % 50 == 0:
            stock.update({f"extra{i}": [i], "last": [i, i + 1]})
        if key in stock and stock.get(key)[-1] % 11 == 0:
            del stock[key]
    totals = {key: sum(values) for key, values in stock.items()}
    merged = {**totals, "all": sum(totals.values())} | {"none": 0}
    ordered = sorted(merged.items(), key=lambda pair: (-pair[1], pair[0]))
    return len(log), ordered[:2], list(merged)[:2], dict(ordered[:1])


def sets(rounds):
    total = 0
    evens, threes = set(range(0, 300, 2)), {n for n in range(0, 300, 3)}
    for i in range(rounds):
        both = evens & threes
        either = evens | threes
        only = evens - threes
        total += len(both) + len(either) + len(only ^ threes) + (both <= either) + (i in both)
        evens.discard(i * 2)
        threes.add(i)
    return total, sorted(evens)[:3], frozenset(threes) == threes


def sequences(rounds):
    total = 0
    numbers = list(range(200))
    for i in range(rounds):
        part = numbers[i % 50 : 150]
        part.reverse()
        part[10:20] = [0, 1, 2]
        part.insert(3, i)
        part.extend((i, i + 1))
        part += [7, 8]
        part.sort()
        first, second, *_, last = part
        total += first + second + last + part.index(i) + part.count(7) + len(part[::2]) + len(part * 2)
        pairs = list(zip(part, part[1:]))
        total += sum(b - a for a, b in pairs) + any(a == b for a, b in pairs) + all(a <= b for a, b in pairs)
        for place, value in enumerate(part[:20]):
            total += place * value
        total += len([*part, *numbers]) + (tuple(part) < tuple(numbers)) + (part == numbers) + len(part + numbers)
        for value in reversed(part[:10]):
            total -= value
        while len(part) > 100:
            part.pop()
    return total


scrambled = [(i * 7919) % 1009 for i in range(1500)]
print(grid_walk(60), heap_sort(scrambled) == sorted(scrambled), inventory(12_000), sets(400), sequences(500))
print(sorted(["b", "a", "C"], key=str.lower), sorted(scrambled, reverse=True)[:3], min(scrambled), sum(scrambled))
print(heap_sort([f"w{n}" for n in scrambled])[:3], sorted(((n % 10, str(n)) for n in scrambled))[:2])
