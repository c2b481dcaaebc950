print([i * i for i in range(6) if i % 2], {i % 3 for i in range(10)} == {0, 1, 2}, {k: len(k) for k in ("a", "bb")})
print([a + b for a in "xy" for b in "12"], [c for row in [[1], [2, 3]] for c in row])
print([i if i > 1 else -i for i in range(4)], [i for i in range(20) if i % 2 == 0 if i % 3 == 0])
print([(a, b) for a, (b, c) in [(1, (2, 3))]], [x for x, in [(1,), (2,)]], [first for first, *_ in ["ab", "cd"]])
print({i: i for i in (1, 1.0, True)}, {(lambda: i)() for i in range(2)} == {0, 1})
log = []


def t(v):
    log.append(v)
    return v


{t(k): t(v) for k, v in [("a", 1), ("b", 2)]}
[t(1) for _ in t([0]) if t(True)]
print(log)
print([[i * j for j in range(3)] for i in range(3)], [[r[i] for r in [[1, 2], [3, 4]]] for i in range(2)])
try:
    {[1] for _ in range(1)}
except TypeError:
    print("unhashable")
try:
    [1 for a, b in [(1,)]]
except ValueError as e:
    print(e)
print([x for x in [1, 2, 3] if x in [y for y in range(3)]])
print([0 for _ in range(0)], {0 for _ in ()} == set(), {0: 0 for _ in ()})
d = {"b": 1, "a": 2}
print({v: k for k, v in d.items()}, sorted(d[k] for k in d), [*(i for i in range(2))])
