# Source text out of trees.
import ast

SOURCE = r'''
x = 1; y: int = 2; (y): int; z: str
a, b = b, a
(a, b), c = d
x = yield
def f(a, /, b: int = 1, *args: int, c, d=2, **kw) -> int:
    """doc"""
    return a
async def g():
    """doc
    more 'x' """
    async with a as b, c: pass
    async for x in y: pass
    else: z
    await x
    return [i async for i in x if y if z]
class A(B, metaclass=C, *d, **e):
    'doc \n \\ x'
    pass
@d(1)
@e
class B: x = 1
def h[T: int, *Ts, **P](): pass
type X[T = int] = list[T]
if a: b
elif c: d
elif e: f
else: g
if a: b
else:
    if c: d
    e
while a:
    break
else: continue
for x, y in z: pass
for x in 1, 2: pass
with (a as b, c as d): pass
with a, b: pass
try: a
except (B, C) as e: d
except: f
else: g
finally: h
try: a
except* B: c
raise A from B
raise
assert a, b
import a.b as c, d
from . import x
from ..a import b as c, d
global g1, g2
del a, b[0]
del (a, b)
lambda: 1
lambda a, *b, c=1, **d: (yield)
(lambda x: x)(1)
a if b else c
(a if b else c) if d else (e if f else g)
a or b and c or not d
(a or b) and c
not (a and b)
not a == b
a < b <= c != d is e is not f in g not in h
(a < b) < c
a + b * c - d / e // f % g @ h
(a + b) * c
a - (b - c)
a ** b ** c
(a ** b) ** c
-a ** b
(-a) ** b
a ** -b
-(-a)
- 1 .real
~a + +b
(await a) ** b
a << b | c & d ^ e
a[b]; a[b:c]; a[b:c:d]; a[:, 1]; a[b, c]; a[(b, c)]; a[()]; a[*b]; a[b, *c]; a[b,]
a.b.c(d, *e, f=g, **h)
(1).x; 1.5.x; 1j.x; (1,).x
{}; {1}; {1: 2, **a}; {*a}; [*a, b]; (a,); (); [1]; []
[i for i in a if b]; {i for i in a}; {i: j for i, j in a}; (i for i in a); f(i for i in a)
(x := 1); f(x := 1); [x := 1]; a[x := 1]
(yield a); x = yield from b; x = (yield a, b)
f'{a}'; f'{a!r:>{w}}'; f'a{{b}}{c}'; f"{a['b']}"; f'{x=}'; f'{"a"}'; f'{a:{b}{c}}'; f'{ {1: 2} }'; f'{(lambda: 1)}'; f'\n{a}'; f'{a}"\'{b}'
'a' "b'c"; 'it\'s "q"'; 'a\nb'; "\t\\"; b'a\x00'; u'x'; '\ud800'; 'é\x00'; "'" '"'
1e1000; 1e1000j; -1; 1+2j; 10**20; 0xff; 1_000; ...; None; True; 1e16; 1.0
match a:
    case 1 | -1 | 'a' | None | 1+2j: pass
    case [a, *b, *_] : pass
    case (a,): pass
    case {1: x, 'a': y, **z}: pass
    case {**z}: pass
    case {}: pass
    case A(x, y=z): pass
    case A.B(): pass
    case x as y if z: pass
    case (1 | 2) as x: pass
    case _: pass
print(*a, **b)
x = *a, b
return_ = (yield)
for x in *a, b: pass
def k(): return *a, b
a[b](c).d
"docs are strings"
x += 1; x @= y
lambda *, a: a
lambda a=1, /: a
def l(*, a): ...
def m(a, /): ...
async def n(): return (await x for y in z)
if x:
    def inner(): pass
    x = 1
(a := b) + c
(not a) + b
-(a + b)
(a, b)[0]
[a, b][0]
{a: b}[c]
"abc".join(x)
(yield)
await_ = 1
f(*[1], **{})
f((yield))
f(a for a in b)
f((a for a in b), c)
f(lambda: x)
x = lambda: (yield)
assert (a, b)
x = (a, b)
x = [(a, b), c]
x[a:b, c:d]
x[lambda: 1]
x[a if b else c]
print((a, b))
return_value = not (not a)
a if (b if c else d) else e
[a for a in (b if c else d)]
[a for a in b if (c if d else e)]
[(a, b) for a, b in c]
{(a, b): c}
with (yield a): pass
with (a, b): pass
with (a, b) as c: pass
for (x) in y: pass
del (x)
del (x), y
del (x,)
'''
print(ast.unparse(ast.parse(SOURCE)))
load = ast.Load()
for node in (
    ast.Module([], []), ast.Expression(ast.Constant((1, 2))), ast.Constant(frozenset()), ast.Constant(float("nan")),
    ast.Constant(complex(1, 2)), ast.Constant(-5), ast.BinOp(ast.Constant(-5), ast.Pow(), ast.Constant(2)),
    ast.Constant(1e400), ast.Interactive([ast.Pass()]), ast.arguments([], [], None, [], [], None, []),
    ast.alias("a", "b"), ast.Name("x", load), ast.Add(), ast.Set([]), ast.Constant((1,)),
    ast.arg("a", ast.Name("b", load)), ast.keyword(None, ast.Name("b", load)), ast.parse("(a, b) -> c", mode="func_type"),
    ast.For(ast.Name("x", ast.Store()), ast.Name("y", load), [ast.Pass()], [], "int"), ast.JoinedStr([ast.Constant("'\"")]),
):  # fmt: skip
    print(repr(ast.unparse(ast.fix_missing_locations(node))))
