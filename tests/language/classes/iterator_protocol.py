class Range:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return RangeIter(self.n)


class RangeIter:
    def __init__(self, n):
        self.i, self.n = 0, n

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= self.n:
            raise StopIteration(self.i)
        self.i += 1
        return self.i

    def __length_hint__(self):
        return self.n


r = Range(3)
print(list(r), tuple(r), sum(r), max(r), sorted(r, reverse=True), [*r], dict(zip(r, r)), 2 in r, set(r))
a, b, c = r
print(a, b, c, list(map(str, r)), list(zip(r, "ab")), list(enumerate(r)))
it = iter(r)
print(next(it), next(it), next(it), next(it, "end"))
try:
    next(it)
except StopIteration as e:
    print("stop", e.value)
n = iter([1, 2, 3].pop if False else (lambda l=[3, 2, 1]: l.pop()), 3)
print(list(n))


class Weird:
    def __iter__(self):
        return self

    def __next__(self):
        raise KeyError("from next")


try:
    list(Weird())
except KeyError as e:
    print(e)
