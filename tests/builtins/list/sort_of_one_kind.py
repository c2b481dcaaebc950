# Lists whose items are all of one kind, which small machines compare without looking further.
inf, nan = float("inf"), float("nan")
floats = [1.5, -0.0, 0.0, -1.5, inf, -inf, 5e-324, -5e-324, 1e300, -1e300, 2.5, 1.5]
print(sorted(floats), sorted(floats, reverse=True))
print([str(x) for x in sorted([0.0, -0.0, 0.0])], [str(x) for x in sorted([-0.0, 0.0])])
print(sorted([2.0, 1, 3.0, 2, 1.0, True]))
print([str(x) for x in sorted([nan, nan])], len(sorted([2.0, nan, 1.0])))

texts = ["b", "a", "", "ab", "a\0", "a\0b", "aa", "äb", "zz", "\U0001f600", "a" * 12, "a" * 13, "a" * 11 + "b", "Z", "\xff"]
print([ascii(x) for x in sorted(texts)])
print([ascii(x) for x in sorted(["k%05d" % (i * 7919 % 1009) for i in range(20)], reverse=True)])

longs = [1 << 40, -(1 << 40), 1 << 31, (1 << 40) + 1, -(1 << 62), 1 << 62, 1 << 70, -(1 << 70), (1 << 64) - 1]
print(sorted(longs), sorted(longs + [5, -5, 0, 1 << 29, -(1 << 30)]))

pairs = [(i % 3, float(i % 5)) for i in range(12)]
print(sorted(pairs), sorted(pairs, key=lambda pair: pair[1]))
print(sorted([(1, "b"), (1, "a"), (0, "z"), (1,), ()]), sorted([[2.5, 1], [2.5, 0], [-1.0]]))
print(sorted([(1, 2**40), (1, 3), (1, -(2**40))]))

for mixed in (["a", 1], [1.0, "a"], [(1,), 1], [2**40, "a"], [None, None]):
    try:
        print(sorted(mixed))
    except TypeError as error:
        print(error)
