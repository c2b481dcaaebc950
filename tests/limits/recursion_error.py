def f(n):
    return f(n + 1)


for _ in range(2):
    try:
        f(0)
    except RecursionError as e:
        print(type(e).__name__, isinstance(e, RuntimeError))


class A:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __eq__(self, o):
        return self == o

    def __repr__(self):
        return repr(self)

    def __hash__(self):
        return hash(self)

    def __call__(self):
        return self()

    def __add__(self, o):
        return self + o

    def __iter__(self):
        return iter(self)

    def __bool__(self):
        return bool(self)

    def __len__(self):
        return len(self)

    def __contains__(self, o):
        return o in self

    def __getitem__(self, i):
        return self[i]


a = A()
for test in (lambda: a.q, lambda: a == 1, lambda: repr(a), lambda: hash(a), lambda: a(), lambda: a + 1, lambda: iter(a), lambda: bool(a), lambda: 1 in a, lambda: a[0], lambda: sorted([a, a], key=lambda v: v + 1), lambda: [a] == [A()], lambda: {a: 1}, lambda: str([a])):
    try:
        test()
        print("no error")
    except RecursionError:
        print("RecursionError", end=" ")
print()


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


print(deep(500))
