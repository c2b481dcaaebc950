s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice(1, None), s == slice(1, 10, 2), s != slice(1), slice(1, 2) < slice(1, 3), slice("a", [1], None))
print(s.indices(5), s.indices(100), slice(None).indices(3), slice(None, None, -1).indices(3), slice(-3, -1).indices(5), slice(5, 1, -2).indices(10), slice(100, -100, -1).indices(4), slice(-100, 100).indices(4))
print([1, 2, 3, 4, 5][s], "abcdef"[slice(1, 4)], (1, 2, 3)[slice(None, None, -1)], list(range(10))[slice(-2, None)])
for f in (lambda: slice(), lambda: slice("a").indices(5), lambda: slice(0, 5, 0).indices(5), lambda: s.indices(-1), lambda: slice(1, 2, 3, 4), lambda: setattr(s, "start", 1), lambda: s.indices("a")):
    try:
        print(f())
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)


class I:
    def __index__(self):
        return 2


print([1, 2, 3, 4][I():], slice(I(), None).indices(4), [1, 2, 3][-(10 ** 30):10 ** 30])
