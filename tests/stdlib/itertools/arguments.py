# python: 3.14
# What each of the iterators gives, and which arguments it refuses.
import sys
from itertools import *


def show(function, *args, **keywords):
    try:
        result = function(*args, **keywords)
        if function is tee:
            result = [list(iterator) for iterator in result]
        elif function is groupby:
            result = [(key, list(group)) for key, group in result]
        else:
            result = list(islice(result, 12))
        print(function.__name__, result)
    except (TypeError, ValueError, OverflowError) as error:
        print(function.__name__, type(error).__name__, error)


def below_3(number):
    return number < 3


table = {
    count: [(), (5,), (5, 2), (2.5,), (1, 0.5), ("a",), (1, "a"), (10**30,), (sys.maxsize - 1,), (1, 2, 3), (5, -1), (True, 1), (0, 0), (None,)],
    cycle: [("ab",), ("",), (5,), (), (iter([1, 2, 3]),)],
    repeat: [(), (1,), (1, 2), (1, -2), (1, "a"), (1, 0), (1, 2.5), (1, 10**30)],
    chain: [(), ([1], "ab", ()), (5,), ([1], 5), ((i for i in range(3)), [9])],
    chain.from_iterable: [(["ab", "c"],), (5,), ([1],), ()],
    compress: [("abc", [1, 0, 1]), ("abc", [1]), ("a", [1, 1, 1]), ("abc",), (1, 2)],
    dropwhile: [(below_3, [1, 2, 3, 1]), (None, [1]), (None,)],
    takewhile: [(below_3, [1, 2, 3, 1]), (None, [1])],
    filterfalse: [(below_3, range(5)), (None, [0, 1, "", 2]), (bool, [0, 1]), (5, [1])],
    starmap: [(pow, [(2, 3), (3, 2)]), (pow, [[2, 3], iter((2, 2))]), (pow, [5]), (pow, 5), (max, [])],
    accumulate: [([1, 2, 3],), ([],), ([3, 1, 2], max), (["a", "b"],), ([1, "a"],), (5,), ([1, 2, 3], None)],
    islice: [
        ("abcdef", 3), ("abcdef", 1, 5, 2), ("abcdef", 2, None), ("abcdef", None, None, 2), ("abc", -1), ("abc", "a"), ("abc", 1, -1),
        ("abc", 1, -2), ("abc", -1, 2), ("abc", 0, 5, 0), ("abc", 0, 5, "a"), ("abc", 5), ("abc", 1.5), (), ("a",), ("a", 1, 2, 3, 4), (5, 1),
        ("abc", 10**30), ("abc", None), ("abc", 0), ("abcdefg", 2, 3, 10),
    ],
    groupby: [("aabba",), (5,), (), ([1, 2], 5), ([1, 5, 2], below_3)],
    pairwise: [("abcd",), ("a",), ("",), (5,)],
    batched: [("abcde", 2), ("abcde", 0), ("abcde", 10), ("", 2), ("ab",), (5, 1), ("abc", "a")],
    product: [(), ("ab",), ("ab", [1, 2]), ("ab", ""), (5,), ("ab", "cd", "ef")],
    permutations: [("abc",), ("abc", 2), ("abc", 0), ("abc", 4), ("abc", -1), ("abc", "a"), ("",), (5,), ("abcd", 3), ("abc", None), ("abc", 1.0)],
    combinations: [("abcd", 2), ("abc", 0), ("abc", 4), ("abc", -1), ("abc", "a"), ("abc",), ("abc", 3), (5, 1)],
    combinations_with_replacement: [("ab", 2), ("abc", 3), ("", 1), ("", 0), ("abc", 0), ("abc", -1)],
    zip_longest: [(), ("ab", [1]), ("a", "bcd", "xy"), (5,), ("", "")],
    tee: [("ab",), ("ab", 3), ("ab", 0), ("ab", -1), (5,), ("ab", "x"), ()],
}  # fmt: skip
for function, calls in table.items():
    for args in calls:
        show(function, *args)

show(accumulate, [1, 2], initial=10)
show(accumulate, [], initial=10)
show(accumulate, [1, 2], initial=None)
show(accumulate, [1, 2], func=lambda a, b: a * 10 + b)
show(accumulate, iterable=[1])
show(product, "ab", repeat=2)
show(product, "ab", repeat=0)
show(product, "ab", repeat=-1)
show(product, "ab", repeat="a")
show(product, repeat=3)
show(product, "a", "bc", repeat=2)
show(product, "ab", x=1)
show(zip_longest, "ab", "c", fillvalue="-")
show(batched, "abcd", 3, strict=True)
show(batched, "abcd", 2, strict=True)
show(groupby, "aAbB", key=str.lower)
show(count, start=3)
show(count, step=3)
show(repeat, 1, times=2)
show(repeat, object=1, times=1)
show(chain, x=1)
show(permutations, "ab", r=1)
show(combinations, iterable="ab", r=1)
show(compress, data="ab", selectors=[0, 1])
show(cycle, iterable="a")
show(islice, "ab", 1, x=1)
show(batched, "ab", n=1)
