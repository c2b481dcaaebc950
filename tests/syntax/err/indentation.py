sources = ["if x:\npass\n", "if x:\n    a\n  b\n", "  x = 1\n", "if x:\n\ta\n        b\n", "def f():\n", "class C:\nx = 1\n", "for i in x:\n\n\ny\n", "if x:\n    pass\n  else:\n    pass\n", "x = 1\n  y = 2\n", "try:\n    a\nexcept:\nb\n",
           "while 1:\n# only a comment\nx\n", "if a:\n    if b:\n    c\n", "with a:\nb\n", "if x:\n        a\n\tb\n", "try:\n    a\nfinally:\nb\n", "if a:\n    b\nelse:\nc\n", "if a:\n    b\nelif c:\nd\n", "match x:\ncase 1: pass\n", "match x:\n    case 1:\n    pass\n", "async def f():\npass\n"]
for s in sources:
    try:
        compile(s, "f", "exec")
        print(repr(s), "| compiles")
    except SyntaxError as e:
        print(repr(s), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, repr(e.text))
