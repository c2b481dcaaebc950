# Sources that nest too deeply are refused, not crashed on.
for source in ("(" * 5000 + ")" * 5000, "[" * 5000 + "]" * 5000, "-" * 100000 + "1", "not " * 50000 + "1", "{" * 5000 + "}" * 5000, "a" + ".b" * 50000, "f" + "()" * 5000, "lambda: " * 5000 + "1", "1 if 1 else " * 5000 + "1", "x" + "[0]" * 5000, "**".join(["1"] * 5000), "(" * 300):
    try:
        compile(source, "f", "eval")
        print("compiles" if len(source) < 0 else "ok or refused")
    except (SyntaxError, MemoryError, RecursionError, OverflowError):
        print("ok or refused")
source = "".join("    " * i + "if 1:\n" for i in range(150)) + "    " * 150 + "pass\n"
try:
    compile(source, "f", "exec")
    print("compiled")
except SyntaxError as e:
    print(type(e).__name__, e.msg)
