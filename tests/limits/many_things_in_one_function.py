# More locals, constants, arguments, names and jumps than eight bits hold.
# python: 3.13
n = 400
source = "def f():\n" + "".join(f"    v{i} = {i}\n" for i in range(n)) + "    return " + " + ".join(f"v{i}" for i in range(n)) + "\n"
exec(source)
print(f())
source = "def g(" + ", ".join(f"a{i}={i}" for i in range(n)) + "):\n    return " + " + ".join(f"a{i}" for i in range(n)) + "\n"
exec(source)
print(g(), g(*range(n)), g(a399=0))
print(eval("[" + ", ".join(str(i) for i in range(3000)) + "]")[-1], len(eval("{" + ", ".join(f"{i}: {i}" for i in range(3000)) + "}")), len(eval("(" + ", ".join(f"'{i}'" for i in range(3000)) + ")")))
exec("def h(*a, **k): return len(a), len(k)")
print(eval("h(" + ", ".join(str(i) for i in range(600)) + ", " + ", ".join(f"k{i}={i}" for i in range(600)) + ")"))
source = "def j(x):\n    total = 0\n    while x > 0:\n        x -= 1\n" + "".join(f"        if x == {i}: total += {i}\n" for i in range(2000)) + "    return total\n"
exec(source)
print(j(100))
source = "class C:\n" + "".join(f"    def m{i}(self): return {i}\n" for i in range(500))
exec(source)
print(C().m499(), len([k for k in dir(C) if k.startswith("m")]))
source = "def k():\n    def inner():\n        return " + " + ".join(f"c{i}" for i in range(300)) + "\n" + "".join(f"    c{i} = {i}\n" for i in range(300)) + "    return inner()\n"
exec(source)
print(k())
print(eval(" + ".join(["1"] * 3000)), eval("'" + "x" * 100000 + "'")[-1:], len(eval("f'" + "{1}" * 500 + "'")))
source = "x = 0\n" + "x += 1\n" * 20000
ns = {}
exec(source, ns)
print(ns["x"])
source = "def deep():\n" + "".join("    " * (i + 1) + f"for i{i} in [0]:\n" for i in range(15)) + "    " * 16 + "return 'deep'\n"
exec(source)
print(deep())
a, *rest, z = eval("(" + ", ".join(str(i) for i in range(500)) + ")")
print(a, len(rest), z)
exec(", ".join(f"u{i}" for i in range(300)) + " = range(300)")
print(u299)
