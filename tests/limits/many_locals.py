# More local variables than eight bits can number.
n = 400
exec("def f():\n" + "".join(f"    v{i} = {i}\n" for i in range(n)) + "    return " + " + ".join(f"v{i}" for i in range(n)) + "\n")
print(f())
exec("def g():\n" + "".join(f"    v{i} = {i}\n" for i in range(n)) + "    v399 += 1\n    v0, v399 = v399, v0\n    for v300 in range(3): pass\n    d = {v1: v2, v398: v397}\n    del v5\n    return v0, v399, v300, [v350, *(v1, v2)], d, f'{v399}-{v398}'\n")
print(g())
exec("def h():\n" + "".join(f"    v{i} = {i}\n" for i in range(n)) + "    return [v390 + i for i in range(3)], (lambda: v391)(), sum(v392 for _ in range(2))\n")
print(h())
