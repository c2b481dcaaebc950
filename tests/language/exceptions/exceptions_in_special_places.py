def boom(*a):
    raise ValueError("boom")


class B:
    __add__ = __getitem__ = __len__ = __iter__ = __call__ = __contains__ = __eq__ = __lt__ = __neg__ = __str__ = __bool__ = __enter__ = boom
    __hash__ = boom

    def __exit__(self, *a):
        pass

    def __del__(self):
        pass


b = B()


def with_b():
    with b:
        pass


tests = [lambda: b + 1, lambda: b[0], lambda: len(b), lambda: list(b), lambda: b(), lambda: 1 in b, lambda: b == 1, lambda: b < 1,
         lambda: -b, lambda: str(b), lambda: bool(b), lambda: {b: 1}, lambda: {b}, with_b, lambda: [b].index(1), lambda: sorted([b, b]),
         lambda: f"{b}", lambda: "%s" % b, lambda: max(b, b), lambda: [x for x in b], lambda: print(*b), lambda: 1 if b else 2,
         lambda: (lambda a=boom(): 0), lambda: [boom() for _ in [1]], lambda: [boom()], lambda: list(map(boom, [1])), lambda: sorted([1, 2], key=boom)]
for i, t in enumerate(tests):
    try:
        t()
        print(i, "nothing raised")
    except ValueError as e:
        print(i, e, end="; ")
print()
try:
    class K:
        boom()
except ValueError as e:
    print("class body", e)
try:
    @boom
    def f():
        pass
except ValueError as e:
    print("decorator", e)
