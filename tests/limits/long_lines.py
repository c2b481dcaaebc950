# A line of a megabyte compiles as fast as the same program on many lines.
# slow: a megabyte of source
n = 30000
d = eval("{" + ", ".join(f"'key {i}': [{i}, 'é']" for i in range(n)) + "}")
print(len(d), d["key 29999"])
x = 3
print(eval(" or ".join(f"x == {i}" for i in range(10, n))), len(eval("f'" + "{x!r:>2}é" * n + "'")))
print(max(eval("max(" + ", ".join(f"x - {i}" for i in range(n)) + ")"), 0))
exec("; ".join(f"x = x + {i}" for i in range(n)))
print(x)
