# Trees that are compiled, and trees that can't be.
import ast
import traceback

SOURCE = """
def f(a, /, b=2, *args, c=3, **kw):
    "doc"
    total = a + b * c - -1
    for i in range(3):
        if i == 1: continue
        elif i > 5: break
        else: total += i
    else:
        total *= 2
    try:
        1 / 0
    except ZeroDivisionError as e:
        total += len(str(e))
    finally:
        total -= 1
    with open_() as x, open_():
        total += x
    return total, args, kw, [i * j for i in range(3) if i for j in (1, 2)], {k: v for k, v in kw.items()}
import contextlib
@contextlib.contextmanager
def open_():
    yield 7
print(f(1, 2, 3, c=4, d=5), f.__doc__)
class A[T](dict, metaclass=type):
    x: int = 5
    def m(self): return super().__len__()
print(A().m(), A.x, A.__type_params__)
match [1, {'a': 2, 'b': 3}, 'x', None]:
    case [int(x), {'a': y, **rest}, 'x' | 'y' as z, None] if x: print(x, y, rest, z)
    case _: print('no')
print(f'{1 + 1!r:>{5}}|{"é"}', *[1, *(2, 3)], sep='-')
print((lambda x, *, y=1: x if y else 0)(5), not 1 < 2 <= 2, 1 and 0 or 3, (n := 4) + n, 2 ** -1, 7 // 2, ~5)
print(10 ** 30, -5, 1.5, 2j, b'x', ..., None, True, 123456789012345678901234567890)
def g():
    global G
    G = 1
    def h():
        nonlocal v
        v += 1
        return v
    v = 1
    x = yield h()
    yield from [x, v]
print(list(g()), G)
a, *b = 'abc'; print(a, b); del a; x = [1, 2, 3, 4]; x[1:3] = [9]; print(x, x[::2], x[-1])
assert x, 'message'
while x: x.pop()
async def co(): return [i async for i in ag()]
async def ag():
    yield 1
type Alias[T] = list[T]
print(Alias.__value__, Alias)
"""
tree = ast.parse(SOURCE)
exec(compile(tree, "tree", "exec"), {"__name__": "tree"})
print(eval(compile(ast.parse("1 + 2", mode="eval"), "f", "eval")))
exec(compile(ast.parse("1 + 2", mode="single"), "f", "single"))
wide = ast.Expression(ast.Constant((1, -2, "a", (b"b", None), 1 + 2j, -0.5)))
print(eval(compile(ast.fix_missing_locations(wide), "f", "eval")))

tree = ast.parse("def f():\n    return undefined + 1\nf()")
ast.increment_lineno(tree, 10)
try:
    exec(compile(tree, "nowhere.py", "exec"))
except NameError as error:
    for frame in traceback.extract_tb(error.__traceback__)[1:]:
        print(frame.filename, frame.lineno, frame.colno, frame.end_colno, frame.name)


def attempt(tree, mode="exec"):
    try:
        compile(
            tree if not isinstance(tree, list) else ast.fix_missing_locations(ast.Module(tree, [])), "f", mode
        )
        print("compiled")
    except Exception as error:
        print(type(error).__name__, error)


load, store = ast.Load(), ast.Store()
attempt(ast.Module([ast.Pass()], []))
attempt([ast.Expr(ast.Name("x", store))])
attempt([ast.Assign([ast.Name("x", load)], ast.Constant(1))])
attempt([ast.Assign([], ast.Constant(1))])
attempt([ast.Assign([ast.Constant(1)], ast.Constant(1))])
attempt([ast.If(ast.Constant(1), [], [])])
attempt([ast.While(ast.Constant(1), [], [])])
attempt([ast.Delete([])])
attempt([ast.Try([ast.Pass()], [], [], [])])
attempt([ast.Raise(None, ast.Constant(1))])
attempt([ast.Expr(ast.Constant([1]))])
attempt([ast.Expr(ast.Name("True", load))])
attempt([ast.Expr(ast.Name(1, load))])
attempt([ast.Expr(ast.Compare(ast.Constant(1), [], []))])
attempt([ast.Expr(ast.BoolOp(ast.And(), [ast.Constant(1)]))])
attempt([ast.Expr(ast.Dict([ast.Constant(1)], []))])
attempt([ast.Import([])])
attempt([ast.Global([])])
attempt([ast.Return(ast.Constant(1))])
attempt([ast.Break()])
attempt([ast.Expr(ast.Yield())])
attempt(ast.Expression(ast.Constant(1, lineno=1, col_offset=0)))
attempt(ast.Module([], []), "eval")
attempt(ast.Expression(ast.Constant(1, lineno=1, col_offset=0)), "eval")
attempt(ast.Expression(ast.Constant(1, lineno=3, col_offset=0, end_lineno=1, end_col_offset=0)), "eval")

future = ast.parse(
    "from __future__ import annotations\ndef f(a: undefined[1]): pass\nprint(f.__annotations__)"
)
exec(compile(future, "f", "exec"))

for source, mode in (
    (ast.AST(), "exec"), (ast.Constant(1), "eval"), ("(int)", "func_type"), ("x", "func_type"), (3, "exec"),
):  # fmt: skip
    attempt(source, mode)
try:
    ast.parse("(int)", mode="func_type")
except SyntaxError as error:
    print(error)
print(ast.parse(tree) is tree)
