"""Groups, windows, peeks and partitions of iterators."""

import more_itertools as mi

print(mi.chunked("abcdefg", 3).__next__(), list(mi.chunked(range(7), 3)))
print(list(mi.windowed([1, 2, 3, 4, 5], 3, step=2)))
print(list(mi.sliding_window("abcd", 2)))
print([list(group) for group in mi.split_when([1, 2, 3, 7, 8, 1], lambda a, b: b != a + 1)])
peekable = mi.peekable(range(4))
print(peekable.peek(), next(peekable), peekable[1:], bool(peekable), list(peekable), peekable.peek("none"))
small, large = mi.partition(lambda x: x > 5, [1, 9, 3, 7])
print(list(small), list(large))
print(mi.first([], "empty"), mi.one(["only"]), mi.ilen(x for x in range(10) if x % 3))
print(dict(mi.bucket(["a1", "b1", "a2"], key=lambda x: x[0]).__iter__() and mi.map_reduce("hello", str, len, sum)))
print(list(mi.interleave_longest([1, 2, 3], "ab")), list(mi.collapse([1, [2, (3, [4])]])))
print(mi.seekable("xyz").__class__.__name__, list(mi.distinct_permutations([1, 0, 1])))
print(list(mi.consecutive_groups([1, 2, 5, 6], ordering=lambda x: x).__next__()), mi.all_equal("aaa"))
print(sorted(map(sorted, mi.set_partitions([1, 2, 3], 2))), mi.nth_product(5, "ab", "cd", "ef"))
print(list(mi.run_length.encode("aabccc")), list(mi.numeric_range(1.5, 3.5, 0.5)))
try:
    mi.one([1, 2])
except ValueError as error:
    print("ValueError:", error)
