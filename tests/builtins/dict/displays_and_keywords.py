# Displays and calls that make dicts and sets, and the extremes and sums of them.
nan = float("nan")
print({1: 'a', 1.0: 'b', True: 'c'}, {1, 1.0, True}, {(1, 2): 3, (1.0, 2): 4}, {'a': 1, **{'b': 2}}, dict(a=1, b=2), dict(b=1, a=3), dict({1: 2}, a=5), dict([(1, 2)], z=3), dict(**{'x': 1}), dict(self=1))
for bad in ("{[]: 1}", "{1, []}", "{(1, []): 2}", "dict(a=1, **{'a': 2})", "set(a=1)", "list(a=1)", "dict([1])", "dict([(1,2,3)])", "{}.clear(1)", "set().remove(5)", "set().discard([])", "set().discard(set())", "max([])", "min(())", "max(1)", "sum(['a'])", "sum('a')", "max([1, 'a'])", "dict(1)", "frozenset(a=1)", "bytearray(1, x=2)"):
    try: print(bad, eval(bad))
    except Exception as e: print(bad, type(e).__name__)
print(max([3, 1, 2]), min({3, 1, 2}), max({'b': 1, 'a': 2}), min(range(10, 0, -3)), max(range(10, 0, -3)), min(range(5)), max(range(5)), max([1.0, 1, True]), max([1, 1.0]), min('b', 'a'), sum(range(10)), sum(range(10, 0, -3), 5), sum(range(0)), sum(range(10), 1.5), sum({1, 2, 3}), max([float('nan'), 1.0]) , max([1, float('nan')]), max((), default=3), max([1, 2, 3], key=lambda x: -x), sum(range(10**5)))
print([complex(1, 2) * complex(3, -4), complex(1, 2) / complex(3, -4), complex(1, 2) - complex(3, -4), 2.5 ** 3, 2 ** 0.5, (-8) ** (1 / 3) if 0 else 0, 2.0 ** -1, 7.5 // 2, -7.5 % 2, 7 // 0.5, 5 % 1.5])
