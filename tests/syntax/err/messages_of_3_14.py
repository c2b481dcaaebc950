# python: 3.14
sources = ["raise from x\n", "raise x from\n", "if x:\n    pass\nelse:\n    pass\nelif y:\n    pass\n", "x = 1 if 2 else pass\n", "import a as b.c\n", "import a as 1\n", "from a import b as c[1]\n", "try: pass\nexcept A as b.c: pass\n", "ub'x'\n", "'a' t'b'\n", "f'a' t'b'\n"]
for s in sources:
    try:
        compile(s, "f", "exec")
        print(repr(s), "| compiles")
    except SyntaxError as e:
        print(repr(s), "|", e.msg)
