# Counters. `collections` loads them when a program asks for one.
from _collections import _count_elements

# Classes and functions belong where programs find them.
__name__ = "collections"


def _is_mapping(counts):
    return isinstance(counts, dict) or hasattr(counts, "items") and hasattr(counts, "keys")


def _count_of(item):
    return item[1]


class Counter(dict):
    """A dict from items to how often they were counted."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        """The sum of the counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """The n most common items and their counts, all if n is None."""
        if n is None:
            return sorted(self.items(), key=_count_of, reverse=True)
        if n == 1:
            most = max(self.items(), key=_count_of, default=None)
            return [] if most is None else [most]
        items = sorted(self.items(), key=_count_of, reverse=True)
        if n >= len(items):
            return items[:n]
        # What a range refuses is refused, and below 0 there is nothing.
        return items[: len(range(0, -n, -1))]

    def elements(self):
        """Each item as often as it was counted."""
        for item, count in self.items():
            for _ in range(count):
                yield item

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        """Add counts."""
        for counts in (iterable, kwds):
            if counts is None:
                continue
            if not _is_mapping(counts):
                _count_elements(self, counts)
            elif self:
                for item, count in counts.items():
                    self[item] = count + self.get(item, 0)
            else:
                super().update(counts)

    def subtract(self, iterable=None, /, **kwds):
        """Subtract counts."""
        for counts in (iterable, kwds):
            if counts is None:
                continue
            if _is_mapping(counts):
                for item, count in counts.items():
                    self[item] = self.get(item, 0) - count
            else:
                for item in counts:
                    self[item] = self.get(item, 0) - 1

    def copy(self):
        """A copy."""
        return type(self)(self)

    def __reduce__(self):
        return type(self), (dict(self),)

    def __delitem__(self, elem):
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            items = dict(self.most_common())
        except TypeError:
            items = dict(self)
        return f"{type(self).__name__}({items!r})"

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[item] == other[item] for counts in (self, other) for item in counts)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    __hash__ = None

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[item] <= other[item] for counts in (self, other) for item in counts)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[item] >= other[item] for counts in (self, other) for item in counts)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def _combined(self, other, operation):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item in list(self) + [item for item in other if item not in self]:
            count = operation(self[item], other[item])
            if count > 0:
                result[item] = count
        return result

    def __add__(self, other):
        return self._combined(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._combined(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._combined(other, max)

    def __and__(self, other):
        return self._combined(other, min)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _keep(self, counts):
        self.clear()
        dict.update(self, counts)
        return self

    def __iadd__(self, other):
        for item, count in other.items():
            self[item] += count
        return self._keep(+self)

    def __isub__(self, other):
        for item, count in other.items():
            self[item] -= count
        return self._keep(+self)

    def __ior__(self, other):
        for item, count in other.items():
            self[item] = max(self[item], count)
        return self._keep(+self)

    def __iand__(self, other):
        for item, count in self.items():
            self[item] = min(count, other[item])
        return self._keep(+self)
