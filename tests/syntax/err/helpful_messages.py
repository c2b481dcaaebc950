# Messages that say what was probably meant.
# python: 3.13
sources = ["if x = 3:\n    pass\n", "print 'hello'\n", "x = {1: 2, 3: }\n", "f(a b)\n", "[a b]\n", "(a b, c)\n", "d = {'a': 1 'b': 2}\n", "class C\n    pass\n", "def f()\n    pass\n", "for i in range(3)\n    pass\n", "while True\n    pass\n", "if True\n    pass\n", "try\n    pass\n", "else\n", "with open() as f\n    pass\n",
           "import a.b.c from d\n", "from a import b,\n", "x = [1, 2, 3\ny = 5\n", "foo(1, 2\nx = 3\n", "a = 'unterminated\n", "a = \"\"\"unterminated\n\n", "f(a for a in b, c for c in d)\n", "x = 1 if 2\n", "raise X, Y\n", "except X, Y:\n", "lambda x y: 1\n", "return = 5\n", "class = 5\n", "def class(): pass\n", "None()=1\n",
           "x = yield = 1\n", "for x in range(10): pass else: pass\n", "0777\n", "0xZZ\n", "1.2.3\n", "5x\n", "'a' = b\n", "f'{a}' = b\n", "a.b: int, c\n", "with a as f(): pass\n", "for f() in x: pass\n", "for 1 in x: pass\n", "[x for 1 in y]\n", "(a, 1) = x\n", "a + b += 1\n", "not a = b\n", "a < b = c\n", "-a = 1\n", "{a} = 1\n", "{a: b} = 1\n", "[] = ()\n", "... = 1\n", "a if b else c = 1\n", "lambda: x = 1\n", "(yield) = 1\n", "f(x)[1](2) = 1\n", "import *\n", "from . import\n",
           "x = \u201chello\u201d\n", "x = 5\u00a0+ 3\n", "x = a\u2192b\n", "x\u200b = 1\n", "\x00", "a = 1;; b\n", "; a\n", "x = \\ \n", "(\n\n)\n]\n", "{(}\n", "(()\n", "a[1\n", "'\\N{no such name}'\n", "'\\x1'\n", "'\\u12'\n", "'\\U00110000'\n", "b'\\x1'\n"]
for s in sources:
    try:
        compile(s, "f", "exec")
        print(repr(s), "| compiles")
    except SyntaxError as e:
        print(repr(s), "|", e.msg, "|", e.lineno, e.offset)
