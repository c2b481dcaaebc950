# dict() of a zip or of tuples, and what is left of the iterators.
keys, values = ["a", "b", "c"], [1, 2, 3]
print(dict(zip(keys, values)), dict(zip(keys, (1, 2))), dict(zip((), values)), dict(zip(keys, keys[:0])))
print(dict([("a", 1), ("b", 2), ("a", 3)]), dict((("x", 1), (2, "y"))), dict([]), dict([("a", 1), ["b", 2]]))
print(dict(zip(["a", "b", "a"], values)), dict(zip([1, True, 1.0], values)), dict(zip(range(3), values)))
pairs = zip(keys, values)
print(next(pairs), dict(pairs), dict(pairs), list(pairs))
for first, second in (["a", "b", "c"], [1]), (["a"], [1, 2, 3]), (["a", "b"], [1, 2]):
    left, right = iter(first), iter(second)
    print(dict(zip(left, right)), list(left), list(right))
same = iter(["a", "b", "c", "d"])
print(dict(zip(same, same)))
for first, second in (keys, [1, 2]), (keys, values), (["a"], values):
    try:
        print(dict(zip(first, second, strict=True)))
    except ValueError as problem:
        print(problem)
for pairs in [("a", 1, 2)], [1], ["ab", "cd"], ["abc"], [([], 1)], zip([[]], [1]), zip("ab"), zip("ab", "cd", "ef"):
    try:
        print(dict(pairs))
    except (TypeError, ValueError) as problem:
        print(type(problem).__name__)


class Key:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        print("asked")
        return True


left, right = iter([1, Key(), 5]), iter([1, 2, 3, 4])
print(list(dict(zip(left, right)).values()), list(left), list(right))
many = [str(number) for number in range(10_000)]
table = dict(zip(many, range(10_000)))
print(
    len(table),
    table["9999"],
    len(dict(zip(many, many))),
    len(dict(zip(many[:100], many))),
    list(dict(zip(many[:9], many)))[-1],
)
grown = ["a", "b"]
walk = iter(grown)
print(dict(zip(walk, [1, 2, 3])))
grown.append("c")
print(list(walk))
