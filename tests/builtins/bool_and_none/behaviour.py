# python: 3.13
print(True, False, None, repr(True), str(None), bool(), bool(0), bool("x"), True + 1, True * "a", int(True), True == 1, True is True, not None, None is None, type(None).__name__, type(True).__mro__[1].__name__)
print(True & False, True | False, True ^ True, ~True if False else "-", True & 3, -True, +False, True / 2, True // 1, True ** 2, divmod(True, 1), round(True), abs(False), hash(True), hash(False), True.bit_length(), True.real)
print(f"{True} {True:d} {None} {True!r}", "%s %d" % (True, True), [True, None], {True: 1}[1], sorted([True, False]), sum([True, True]), max(True, 2), "yes" if True else "no")
for f in (lambda: None + 1, lambda: None.x, lambda: None < None, lambda: bool(1, 2), lambda: len(None), lambda: type(None)(1), lambda: iter(None), lambda: -None, lambda: int(None), lambda: f"{None:d}", lambda: True.x):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(type(None)(), None == False, None in [None], bool(None), type(NotImplemented)() is NotImplemented, type(...)() is ...)
