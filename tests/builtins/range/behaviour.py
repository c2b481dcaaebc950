# python: 3.14
# requires: 64-bit
r = range(2, 20, 3)
print(list(r), len(r), r[0], r[-1], r[1:3], r[::-1], r[::2], 5 in r, 6 in r, "5" in r, 5.0 in r, r.index(8), r.count(8), r.count(9), r.start, r.stop, r.step, r == range(2, 18, 3) if False else r == range(2, 21, 3), hash(r) == hash(range(2, 18 + 2, 3)))
print(range(5), range(1, 5), range(5, 1, -1), list(range(5, 1, -1)), list(range(0)), list(range(3, 0)), range(0) == range(5, 5), list(reversed(range(4))), max(range(5)), sum(range(101)), bool(range(0)), bool(range(1)))
print(list(range(-3, 3)), list(range(3, -3, -2)), range(10)[3:7], range(10)[-3:], range(0, 10, 3)[1:], range(10 ** 20, 10 ** 20 + 3)[1], len(range(10 ** 15)), 10 ** 14 in range(0, 10 ** 15, 7), list(range(True, 3)))
for f in (lambda: range(1.5), lambda: range("a"), lambda: range(1, 2, 0), lambda: r[9], lambda: r["a"], lambda: r.index(9), lambda: range(), lambda: range(1, 2, 3, 4), lambda: r + r, lambda: r < r, lambda: setattr(r, "start", 1), lambda: len(range(10 ** 30)), lambda: range(stop=5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
it = iter(range(3))
print(next(it), it.__length_hint__(), list(it), list(it), type(it).__name__)


class I:
    def __index__(self):
        return 3


print(list(range(I())), I() in range(5), repr(range(0, 10, 1)), repr(range(0, 10, 2)), str(range(-1)))
print([list(range(*slice(None, None, s).indices(5))) for s in (1, 2, -1)])
