print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(max, "ab", "ba", "cc")), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, range(4))))
print(list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip(*[(1, "a"), (2, "b")])), dict(zip("ab", range(2))), list(zip("ab", [1, 2], strict=True)))
for f in (lambda: list(zip("abc", [1], strict=True)), lambda: list(zip("a", [1, 2], strict=True)), lambda: list(zip("a", [1], [2, 3], strict=True)), lambda: map(5), lambda: list(map(5, [1])), lambda: filter(1), lambda: zip(1, 2), lambda: map(str, 5), lambda: zip([], 5)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
m = map(lambda x: 1 / x, [1, 0, 2])
print(next(m))
try:
    next(m)
except ZeroDivisionError:
    print("zero", next(m))
it = iter([1, 2, 3, 4])
print(list(zip(it, it)), type(map(str, [])).__name__, iter(m) is m)
log = []
z = zip((log.append(i) or i for i in range(3)), (log.append(-i) or -i for i in range(2)))
print(list(z), log)
