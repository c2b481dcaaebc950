# python: 3.14
# Expressions that can't wait until an annotation, a bound or an alias is asked for.
programs = [
    "class C[T: (yield)]: pass",
    "def f[T: (int, (yield))](): pass",
    "def f[T: (x := 1)](): pass",
    "def f[T = (yield)](): pass",
    "def f[**P = (yield)](): pass",
    "def f[*P = (x := 1)](): pass",
    "type A = (yield)",
    "type A[T] = (x := 1)",
    "type A = [y := 1 for z in w]",
    "async def g():\n type A = await 1",
    "async def g():\n def f(x: (await 1)): pass",
    "def f(x: (yield)): pass",
    "x: (y := 1)",
    "def g():\n x: (yield)",
    "class C[T](x := 1): pass",
    "class C[T]((yield)): pass",
    "def f[T=int, U](): pass",
    "type A[**P=int, U] = 1",
    "def f[T, T](): pass",
    "def f[T](x: lambda: (yield)): pass",
    "def f(x: (lambda: (y := 1))): pass",
]
for program in programs:
    try:
        compile(program, "f", "exec")
        print("fine |", program)
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset, e.end_offset, "|", program)
