"""Pipelines, curried functions and dicts that are not changed."""

import toolz
from toolz import curried

stems = toolz.compose_left(str.lower, lambda word: word.rstrip(",.!:;'-\"").lstrip("'\""))
words = "This cat jumped over this other cat!".split(" ")
print(toolz.frequencies(map(stems, words)))
print(toolz.pipe(range(10), curried.filter(lambda x: x % 2), curried.map(lambda x: x * x), sum))
people = [{"id": 1, "name": "Ann", "town": "Ulm"}, {"id": 2, "name": "Ben", "town": "Bonn"}, {"id": 3, "name": "Cem", "town": "Ulm"}]
print(toolz.valmap(curried.pluck("name"), toolz.groupby("town", people)).keys())
print({town: list(toolz.pluck("name", found)) for town, found in toolz.groupby("town", people).items()})
print(toolz.assoc_in({"a": {"b": 1}}, ["a", "c"], 2), toolz.dissoc({"x": 1, "y": 2}, "x"), toolz.get_in(["a", 0], {"a": [7]}))
print(toolz.merge_with(sum, {"a": 1, "b": 2}, {"b": 40}), toolz.update_in({"n": 1}, ["n"], lambda n: n + 1))


@toolz.curry
def power(base, exponent, *, scale=1):
    """scale * base ** exponent"""
    return scale * base**exponent


print(power(2)(5), power(exponent=2)(9), power(2, scale=3)(2), power.__name__, power.__doc__)
print(list(toolz.sliding_window(2, "abc")), list(toolz.partition_all(2, range(5))), toolz.nth(3, "abcdef"))
print(list(toolz.join(0, [("a", 1), ("b", 2)], 0, [("b", 3), ("c", 4)], left_default=None)))
print(toolz.reduceby(lambda x: x % 2, lambda x, y: x + y, range(6), 0), list(toolz.unique([1, 2, 1, 3])))
print(toolz.memoize(lambda n: n * 2)(21), toolz.juxt(min, max)([3, 1, 2]), list(toolz.accumulate(max, [1, 3, 2, 5])))
