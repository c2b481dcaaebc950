# python: 3.14
# How the iterators behave half way: groups, copies, texts, ends with a value, errors below, calls of themselves.
import copy
from itertools import *

groups = [(key, group) for key, group in groupby("aabb")]
print([list(group) for key, group in groups])
iterator = groupby("aabbcc")
key, first = next(iterator)
print(next(first))
key, second = next(iterator)
print(list(first), next(second), list(second), [(key, list(group)) for key, group in iterator])

print(
    count(5),
    count(5, 2),
    count(1.5),
    count(0, 1.0),
    repeat("x"),
    repeat("x", 3),
    repeat("x", times=0),
    count(5, True),
)
iterator = repeat(1, 5)
next(iterator)
print(iterator.__length_hint__(), iterator)
try:
    repeat(1).__length_hint__()
except TypeError as error:
    print(error)


class Count(count):
    pass


print(next(Count(4)), Count(4), isinstance(Count(), count), chain[int], count.__module__, type(tee("")[0]))

a, b = tee([1, 2, 3])
print(next(a), list(b), list(a))
a, b = tee(iter(range(5)))
next(a)
c = copy.copy(a)
d, e = tee(a)
print(list(c), list(b), list(e), list(d), next(type(a)(iter("xy"))))


class Reentrant:
    def __iter__(self):
        return self

    def __next__(self):
        return next(self.inner)


iterator = Reentrant()
iterator.inner, _ = tee(iterator)
try:
    next(iterator.inner)
except RuntimeError as error:
    print(error)


class Pairs:
    steps = 5

    def __iter__(self):
        return self

    def __next__(self):
        self.steps -= 1
        if self.steps == 3:
            return next(self.inner)
        if self.steps < 0:
            raise StopIteration
        return self.steps


iterator = Pairs()
iterator.inner = pairwise(iterator)
print(list(iterator.inner))


def generator():
    yield 1
    return 5


print("the value of the end:")
for make in (
    lambda: islice(generator(), 5), lambda: takewhile(bool, generator()), lambda: chain(generator()), lambda: accumulate(generator()),
    lambda: pairwise(generator()), lambda: zip_longest(generator()), lambda: filterfalse(None, generator()), lambda: compress(generator(), [1, 1]),
    lambda: batched(generator(), 1), lambda: dropwhile(bool, generator()), lambda: tee(generator())[0], lambda: groupby(generator()),
):  # fmt: skip
    iterator = make()
    try:
        while True:
            next(iterator)
    except StopIteration as end:
        print(type(iterator).__name__, end.value)


class Failing:
    number = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.number += 1
        if self.number == 2:
            raise ValueError
        return self.number


print("after an error below:")
for make in (
    lambda: zip_longest(Failing(), "abcd"), lambda: chain(Failing(), "ab"), lambda: cycle(Failing()), lambda: islice(Failing(), 5),
    lambda: batched(Failing(), 2), lambda: takewhile(bool, Failing()), lambda: accumulate(Failing()), lambda: tee(Failing())[0],
):  # fmt: skip
    iterator, found = make(), []
    for _ in range(5):
        try:
            found.append(next(iterator))
        except ValueError:
            found.append("error")
        except StopIteration:
            found.append("end")
    print(type(iterator).__name__, found)

for call in (lambda: copy.copy(chain([1])), lambda: islice([], 1).__setstate__(0)):
    try:
        print(call())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__)
print(
    sum(islice(count(), 100000)),
    len(list(permutations(range(6)))),
    sum(1 for _ in product(range(10), repeat=4)),
)
print(
    len(list(combinations(range(12), 5))),
    len(list(combinations_with_replacement(range(8), 4))),
    list(islice(permutations(range(5), 3), 50, 60)),
)
# What is passed over is let go.
print(next(islice(filterfalse(lambda n: n < 60000, (str(n).__len__() + n for n in count())), 3, None)))
