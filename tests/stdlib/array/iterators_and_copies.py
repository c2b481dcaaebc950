"""Iterators over arrays that grow, in pickles; comparing what holds NaN; what arrays can be made of."""

import array
import pickle
import warnings

numbers = array.array("i", [1, 2])
done, left = iter(numbers), iter(numbers)
for _ in done:
    next(left)
numbers.append(3)
print(list(done), list(left))
for moved in 0, 1, 3, 4:
    walk = iter(numbers)
    for _ in range(moved):
        next(walk, None)
    made = walk.__reduce__()
    print(made)
    print([list(pickle.loads(pickle.dumps(walk, protocol))) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)])
for state in 1, -5, 99:
    walk = iter(numbers)
    walk.__setstate__(state)
    print(list(walk))

for code in "fd":
    one, two = array.array(code, [1, float("nan")]), array.array(code, [1, float("nan")])
    print(one == two, one != two, one < two, one <= two, one > two, one >= two, one == one)
    print(array.array(code, [1, 2]) == array.array(code, [1, 2]), array.array(code, [1]) < array.array(code, [1, 0]))


class Named(array.array):
    def __init__(self, code, name=None):
        super().__init__()
        self.name = name


print(Named("b", name="x").name)
warnings.simplefilter("always")
for arguments, keywords in [
    (("b", "text"), {}), (("b", array.array("w", "text")), {}), (("w", array.array("w", "text")), {}), (("b",), {"name": 1}),
]:  # fmt: skip
    try:
        print(array.array(*arguments, **keywords))
    except TypeError as error:
        print(error)
with warnings.catch_warnings(record=True) as caught:
    array.array("u", "ab")
print([(each.category.__name__, str(each.message)) for each in caught])
