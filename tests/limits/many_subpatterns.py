# Patterns with more parts than there are registers.
n = 300
names = ", ".join(f"a{i}" for i in range(n))
exec(f"""def sequence(x):
    match x:
        case [{names}]:
            return 'all', a0, a{n - 1}
        case [1, *rest, {names}]:
            return 'star', rest, a0, a{n - 1}
        case [{names}, *_, "end"] if a0 == 5:
            return 'guard', a{n - 1}
""")
print(sequence(range(n)), sequence(list(range(1, n + 5))), sequence(range(n - 1)), sequence([5] + [0] * n + ["end"]), sequence(3))
exec(f"""def mapping(x):
    match x:
        case {{{", ".join(f"'k{i}': a{i}" for i in range(n))}, **rest}}:
            return a0, a{n - 1}, rest
""")
d = {f"k{i}": i for i in range(n)}
print(mapping(d), mapping({**d, "more": 1}), mapping({"k0": 1}))


class Point:
    __match_args__ = tuple(f"x{i}" for i in range(n))

    def __init__(self, value):
        for name in self.__match_args__:
            setattr(self, name, value)


exec(f"""def instance(x):
    match x:
        case Point({", ".join(f"x{i}=2" for i in range(n))}):
            return 'keywords'
        case Point({", ".join(f"[a{i}, _]" for i in range(n))}):
            return a0, a{n - 1}
        case Point({names}):
            return 'plain', a{n - 1}
""")
print(instance(Point(2)), instance(Point([7, 8])), instance(Point(3)), instance(5))
alternatives = " | ".join(f"[{i}, x, y]" for i in range(n))
exec(f"""def either(x):
    match x:
        case {" | ".join(map(str, range(n)))}:
            return 'number'
        case {alternatives} | {{'x': x, 'y': y}}:
            return x, y
        case [{", ".join("[_, 1]" for i in range(n))}] | [{", ".join(map(str, range(n)))}]:
            return 'long'
""")
print(either(n - 1), either([n - 1, 5, 6]), either({"x": 1, "y": 2}), either([[0, 1]] * n), either(list(range(n))), either([n, 1, 2]))
nested = "[" * 150 + "x" + "]" * 150
value = 7
for _ in range(150):
    value = [value]
exec(f"match value:\n    case {nested}:\n        print(x)")
