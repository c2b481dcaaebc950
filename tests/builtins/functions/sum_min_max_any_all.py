# python: 3.13
print(sum([]), sum([1, 2]), sum([1, 2], 10), sum([1.5, 2]), sum([[1], [2]], []), sum((x for x in range(5)), start=1), sum([True, True]), sum([10 ** 20, 1]))
print(min(3, 1, 2), max([3, 1]), min("b", "a"), max("abc", key=lambda c: -ord(c)), min([], default="none"), max([], default=None), max([1, 2], [1, 3]), min({"b": 1, "a": 2}), max(1, 1.0), min((2, "x"), (1, "y")))
print(max(["aa", "b", "cc"], key=len), min(["aa", "b", "c"], key=len), max(3, 5, key=lambda v: v % 5), max(range(10), default=5))
print(any([]), all([]), any([0, "", 3]), all([1, "a", []]), any(x > 2 for x in range(5)), all(isinstance(x, int) for x in [1, 2]))
for f in (lambda: sum(["a", "b"]), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum(5), lambda: min([]), lambda: max(), lambda: max(1), lambda: min(1, "a"), lambda: max(1, 2, default=3), lambda: max([1], bad=1), lambda: min(5, key=3), lambda: any(5), lambda: sum([1], [2]), lambda: all(None), lambda: min([1, 2], key=lambda: 0)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
