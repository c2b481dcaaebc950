# Expressions that need more values at once than there are registers.
# cpython: differs — 3.12 and 3.13 crash on comprehensions nested so deeply
for n in (5, 40, 90):
    print(eval("[" * n + "x" + " for x in [1]]" * n) == eval("[" * n + "1" + "]" * n))
    exec("def f(y):\n    return " + "[" * n + "y" + " for z in [y]]" * n + "\nprint(str(f(3)).count('3'))")
    print(eval("[x + 1 for x in " * n + "[1]" + "]" * n))
    print(eval("[" + " + ".join(f"x{i}" for i in range(n)) + "".join(f" for x{i} in (1, 2)" if i % 40 == 0 else f" for x{i} in (1,)" for i in range(n)) + "]"))
    print(str(eval("{1: " * n + "[x for x in 'ab']" + "}" * n))[-14:])
    print(eval("max(1, 2, 3, " * n + "4" + ")" * n), eval("(1, " * n + "(lambda: 5)()" + ")" * n) is not None)
    print(len(eval("[x, *" * n + "[]" + "]" * n, {"x": 2})))
    print(eval("[f() for f in [" + ", ".join(f"lambda: {'[' * 20}x + {i}{']' * 20}" for i in range(n)) + "]][-1]", {"x": 1}) == eval("[" * 20 + str(n) + "]" * 20))
n = 100
exec("def g():\n    yield " + "[(yield 1), " * n + "0" + "]" * n)
print(sum(x if isinstance(x, int) else 0 for x in g()))
exec("def h(x):\n    return " + "f(x, x, x, [x for x in [" * 40 + "x" + "]][0])" * 40, globals() | {"f": lambda a, b, c, d: a + d}, env := {})
print(env["h"](1))
exec("async def co(x):\n    return " + "[y async for y in a([x, " * 30 + "1" + "])]" * 30 + "\n")
print(co.__name__, eval("(" * 150 + "x" + ")" * 150, {"x": 5}), eval("x " + "if x else x " * 150, {"x": 5}))
print(eval("(y := " * 150 + "7" + ")" * 150), y)
print(eval("''.join([" * 60 + "'a', 'b'" + "])" * 60))
