print(eval("[" + ", ".join(str(i) for i in range(3000)) + "]")[-1], len(eval("{" + ", ".join(f"{i}: {i}" for i in range(3000)) + "}")), len(eval("(" + ", ".join(f"'{i}'" for i in range(3000)) + ")")))
x = 1
print(len(eval("[" + ", ".join("x" for i in range(1000)) + "]")), len(eval("{" + ", ".join(f"x + {i}: x" for i in range(1000)) + "}")), len(eval("{" + ", ".join(f"x + {i}" for i in range(1000)) + "}")), sum(eval("(" + "x, " * 1000 + ")")))
print(len(eval("[" + ", ".join("*(x, x)" for i in range(500)) + "]")), len(eval("{" + ", ".join("**{x + %d: x}" % i for i in range(500)) + "}")))
print(len(eval("f'" + "{x}" * 500 + "'")), len(eval("f'" + "{x}a" * 500 + "'")), len(eval(" ".join(["'ab'"] * 2000))))
