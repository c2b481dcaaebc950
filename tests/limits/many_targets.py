# Unpacking to more targets than there are registers.
n = 700
names = ", ".join(f"a{i}" for i in range(n))
exec(f"{names} = range({n})\nprint(a0, a1, a{n - 2}, a{n - 1})")
exec(f"def f(x):\n    {names} = x\n    return a0, a{n // 2}, a{n - 1}\n")
print(f(range(n)), f([str(i) for i in range(n)]), f(dict.fromkeys(range(n))))
for wrong in (range(n - 1), iter(range(n + 1)), iter(""), 5):
    try:
        f(wrong)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
head = ", ".join(f"h{i}" for i in range(255))
exec(f"def g(x):\n    {head}, *rest, {names} = x\n    return h0, h254, rest, a0, a{n - 1}\n")
print(g(range(n + 255)), g(iter(range(n + 258))))
try:
    g(range(9))
except ValueError as e:
    print(e)
try:
    exec(", ".join(f"h{i}" for i in range(256)) + ", *rest = x")
except SyntaxError as e:
    print(e.msg)
d = {}
exec(f"[{', '.join(f'd[{i}]' for i in range(n))}] = range({n})")
print(len(d), d[n - 1])
exec(f"for {names} in [range({n}), range(1, {n + 1})]:\n    print(a0, a{n - 1})")
print(eval(f"[a0 + a{n - 1} for {names} in [range({n})] * 2]"), eval(f"[(lambda: a{n - 1})() for {names} in [range({n})]]"))
exec(f"def nested(x):\n    (b, ({names}), c) = x\n    return b, a{n - 1}, c\nprint(nested((1, range({n}), 2)))")
exec(" = ".join(f"t{i}" for i in range(n)) + f" = []\nprint(t0 is t{n - 1})")
