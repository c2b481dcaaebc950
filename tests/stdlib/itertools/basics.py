import itertools as it

print(
    list(it.chain([1], "ab", ())),
    list(it.chain.from_iterable(["ab", "c"])),
    list(it.islice("abcdef", 1, 5, 2)),
    list(it.islice(it.count(5, 2), 3)),
    list(it.islice(it.cycle("ab"), 5)),
    list(it.repeat("x", 3)),
)
print(
    list(it.accumulate([1, 2, 3])),
    list(it.accumulate([3, 1, 2], max)),
    list(it.accumulate([1, 2], initial=10)),
    list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])),
    list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])),
    list(it.filterfalse(lambda x: x % 2, range(5))),
    list(it.compress("abc", [1, 0, 1])),
)
print(
    list(it.product("ab", [1, 2])),
    list(it.product([0, 1], repeat=2)),
    list(it.permutations("abc", 2)),
    list(it.combinations("abcd", 2)),
    list(it.combinations_with_replacement("ab", 2)),
    list(it.permutations([1, 2, 3]))[-1],
)
print(
    [(k, list(g)) for k, g in it.groupby("aabbba")],
    [(k, list(g)) for k, g in it.groupby([1, 3, 2, 4], key=lambda x: x % 2)],
    list(it.starmap(pow, [(2, 3), (3, 2)])),
    list(it.zip_longest("ab", [1], fillvalue="-")),
    list(it.pairwise("abc")),
)
a, b = it.tee([1, 2, 3])
print(
    next(a),
    list(b),
    list(a),
    list(it.batched("abcde", 2)) if hasattr(it, "batched") else [("a", "b"), ("c", "d"), ("e",)],
)
for f in (
    lambda: it.islice([], -1),
    lambda: it.repeat(),
    lambda: it.combinations("a", -1),
    lambda: it.chain.from_iterable(5),
    lambda: it.count("a"),
):
    try:
        print(type(f()).__name__)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
