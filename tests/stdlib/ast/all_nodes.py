# A tree with every kind of node, as dump() shows it.
# python: 3.13
import ast

SOURCE = '''
import a, b.c as d
from . import e as f, g
async def h(x, /, y: int = 1, *z, k, **w) -> str:
    async for i in x: await i
    async with y as j, z: pass
    return [m async for m in x if m]
@decorator
class C(Base, meta=M):
    a: int = 1
    b: str
    c = d = (1, *e)
    def method(self):
        nonlocal_ = 5
        def inner():
            nonlocal nonlocal_
            global G
            yield nonlocal_
            yield from self
        del self.x, self[1:2:3]
for i in x:
    if i < 1 <= 2 > 3 >= 4 == 5 != 6: continue
    elif i in x or i not in y and i is z or i is not w: break
    else: pass
else: ...
while True: x += 1; x -= 2; x *= 3; x /= 4; x //= 5; x %= 6; x **= 7; x @= 8; x <<= 9; x >>= 1; x &= 2; x |= 3; x ^= 4
try: raise E from f
except (A, B) as e: assert e, "no"
except: raise
else: pass
finally: pass
try: pass
except* A: pass
with a as b: lambda p, q=1: p if q else -p
print(not x, ~x, +x, {1: 2, **d}, {1, 2}, {k: v for k, v in d}, {s for s in x}, (g for g in x if g))
f"{x!r:>{w}}{y}"
(n := 5)
match x:
    case 1 | "two" | None: pass
    case [a, *rest] if a: pass
    case {"k": v, **kw}: pass
    case C(p, q=r): pass
    case -1 as m: pass
    case _: pass
type T[V: int, *Vs, **P] = list[V]
'''
tree = ast.parse(SOURCE)
for statement in tree.body:
    print(ast.dump(statement))
print(ast.dump(ast.parse("x: int", mode="single")), ast.dump(ast.parse("x", mode="eval")))
print(ast.dump(ast.parse("(int, *str) -> bool".replace("*str", "str"), mode="func_type")))

# Their abstract classes.
for abstract in (ast.mod, ast.stmt, ast.expr, ast.expr_context, ast.boolop, ast.operator, ast.unaryop, ast.cmpop,
                 ast.comprehension, ast.excepthandler, ast.arguments, ast.arg, ast.keyword, ast.alias, ast.withitem,
                 ast.match_case, ast.pattern, ast.type_ignore, ast.type_param):  # fmt: skip
    found = {type(node).__name__ for node in ast.walk(tree) if isinstance(node, abstract)}
    print(abstract.__name__, abstract._fields, sorted(found))
print(ast.unparse(tree))
