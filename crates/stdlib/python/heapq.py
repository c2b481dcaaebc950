"""Heaps: lists whose smallest item comes first, and can be taken or replaced in little time.

    >>> heap = [5, 1, 4]
    >>> heapify(heap)
    >>> heappush(heap, 0)
    >>> heappop(heap)
    0
"""

from _heapq import (
    heapify, heapify_max, heappop, heappop_max, heappush, heappush_max, heappushpop, heappushpop_max, heapreplace,
    heapreplace_max,
)  # fmt: skip

__all__ = [
    "heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop", "heapify_max",
    "heappop_max", "heappush_max", "heapreplace_max", "heappushpop_max",
]  # fmt: skip

# Programs for Python 3.13 know some of these by such names.
_heapify_max, _heappop_max, _heapreplace_max = heapify_max, heappop_max, heapreplace_max
_heappush_max, _heappushpop_max = heappush_max, heappushpop_max


def merge(*iterables, key=None, reverse=False):
    """The items of several sorted iterables, all together sorted, one at a time.

    Items that are equal come in the order of the iterables.
    """
    heapify_, pop, replace = (heapify_max, heappop_max, heapreplace_max) if reverse else (heapify, heappop, heapreplace)
    # Of items that are equal the earlier iterable's comes first.
    direction = -1 if reverse else 1
    heap = []
    for number, iterator in enumerate(map(iter, iterables)):
        for item in iterator:
            rank = item if key is None else key(item)
            heap.append([rank, number * direction, item, iterator])
            break
    heapify_(heap)
    while heap:
        entry = heap[0]
        iterator = entry[3]
        if len(heap) == 1:
            # What is left comes from one of them.
            yield entry[2]
            yield from iterator
            return
        yield entry[2]
        for item in iterator:
            entry[0] = item if key is None else key(item)
            entry[2] = item
            replace(heap, entry)
            break
        else:
            pop(heap)


def _best(n, iterable, key, by_largest):
    """The n best of an iterable, the best first; of equal ones those that come first."""
    heapify_, replace = (heapify, heapreplace) if by_largest else (heapify_max, heapreplace_max)
    # Later items are worse than earlier ones that are equal to them.
    direction = -1 if by_largest else 1
    iterator = iter(iterable)
    heap = []
    for number, item in zip(range(n), iterator):
        heap.append((item if key is None else key(item), number * direction, item))
    if not heap:
        return heap
    heapify_(heap)
    worst = heap[0][0]
    number = n * direction
    for item in iterator:
        rank = item if key is None else key(item)
        if worst < rank if by_largest else rank < worst:
            replace(heap, (rank, number, item))
            worst = heap[0][0]
            number += direction
    heap.sort(reverse=by_largest)
    return [item for rank, number, item in heap]


def nsmallest(n, iterable, key=None):
    """The n smallest items, as sorted(iterable, key=key)[:n]."""
    if n == 1:
        nothing = object()
        smallest = min(iterable, default=nothing, key=key)
        return [] if smallest is nothing else [smallest]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    return _best(n, iterable, key, False)


def nlargest(n, iterable, key=None):
    """The n largest items, as sorted(iterable, key=key, reverse=True)[:n]."""
    if n == 1:
        nothing = object()
        largest = max(iterable, default=nothing, key=key)
        return [] if largest is nothing else [largest]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    return _best(n, iterable, key, True)
