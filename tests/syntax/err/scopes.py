# Errors that are found after parsing.
# python: 3.14
sources = ["def f():\n    x = 1\n    global x\n", "def f():\n    print(x)\n    global x\n", "def f(x):\n    global x\n", "def f():\n    nonlocal x\n", "nonlocal x\n", "def f():\n    x = 1\n    def g():\n        nonlocal x, y\n",
           "def f():\n    global x\n    nonlocal x\n", "def f(x):\n    nonlocal x\n", "return 1\n", "yield 1\n", "class C:\n    yield 1\n", "class C:\n    return\n", "await x\n", "def f():\n    await x\n", "def f():\n    async with x: pass\n", "def f():\n    async for x in y: pass\n",
           "async def f():\n    yield from x\n", "async def f():\n    yield 1\n    return 2\n", "break\n", "continue\n", "if 1:\n    break\n", "def f():\n    break\n", "for x in y:\n    def f():\n        continue\n", "class C:\n    break\n", "x: int = 1\nglobal x\n",
           "def f():\n    x: int\n    global x\n", "def f():\n    from x import *\n", "class C:\n    from x import *\n", "[(yield) for x in y]\n", "def f():\n    return [(yield x) for x in y]\n", "[await x for x in y]\n", "def f():\n    [x async for x in y]\n", "def f(a, *, a): pass\n",
           "lambda: (yield)\n", "class C:\n    [x := 1 for y in z]\n", "[[(x := 1) for y in z] for x in w]\n", "[x for x in (y := z)]\n", "[x for x in [1] if (x := 2)]\n", "def f():\n    __debug__ = 1\n", "f(__debug__=1)\n", "del __debug__\n", "import a as __debug__\n", "def __debug__(): pass\n",
           "try: pass\nexcept: pass\nexcept ValueError: pass\n", "try: pass\nexcept* : pass\n", "try: pass\nexcept A: pass\nexcept* B: pass\n", "try: pass\nexcept* A: break\n", "for x in y:\n    try: pass\n    except* A: continue\n", "def f():\n    try: pass\n    except* A: return\n",
           "from __future__ import annotations\nx = 1\nfrom __future__ import division\n", "x = 1\nfrom __future__ import annotations\n", "from __future__ import braces\n", "from __future__ import nope\n", "a, *b, *c = d\n", "*a = b\n", "*a\n", "del *a\n", "for *a in b: pass\n", "x = *a\n", "print(*a for a in b)\n", "(*a)\n", "a = (*b)\n", "del (a, *b)\n", "[*a] = *b\n"]
for s in sources:
    try:
        compile(s, "f", "exec")
        print(repr(s), "| compiles")
    except SyntaxError as e:
        print(repr(s), "|", e.msg, "|", e.lineno, e.offset)
