print([1, 2] == [1, 2], [1, 2] != [2, 1], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9], [1, 2] <= [1, 2], [1] == (1,), [[1]] == [[1.0]], [1, "a"] < [2, 5])
print([1] + [2], [1] * 3, 3 * [0], [1] * 0, [1] * -5, [1, 2] * True, len([0] * 1000), [1].__add__([2]), [1].__mul__(2), [1].__eq__((1,)), [1].__contains__(1))
for f in (lambda: [1] < [None], lambda: [1] < (1,), lambda: [1] + "a", lambda: [1] * [1], lambda: [1] * 1.5, lambda: [1] - [1], lambda: [1, "a"] < [1, 5], lambda: [1] * (1 << 80)):
    try:
        print(f())
    except (TypeError, OverflowError, MemoryError) as e:
        print(type(e).__name__, e)
a = [1, 2, 3]
print(a[1], a[-1], a[True], len(a), sum(a), max(a), min(a), any([]), all([]), list(reversed(a)), a.__reversed__().__next__(), bool([]), bool([0]), [*a], not a)


class I:
    def __index__(self):
        return 1


print(a[I()], a[: I()], a * I())
x = [[]]
print(x == [[]], x is x[:], x[0] is x[:][0])
