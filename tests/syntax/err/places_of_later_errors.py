# Errors that are found after parsing: names, scopes, blocks, patterns; with all four numbers of their place.
# python: 3.14
# stderr: yes
sources = r'''
def f():~ global x~ x: int = 1
def f():~ nonlocal x
def f(x):~ def g():~  nonlocal x~  global x
class C:~ nonlocal x
class C:~ def f(self):~  nonlocal x
def f():~ x = 1~ class C:~  nonlocal x~  x = 2
def f():~ global x, x
x = 1~global x
print(x)~global x
def f():~ for x in y: pass~ global x
def f():~ import x~ global x
def f():~ def x(): pass~ global x
def f():~ class x: pass~ global x
def f():~ with a as x: pass~ global x
def f():~ try: pass~ except A as x: pass~ global x
def f():~ (x := 1)~ global x
def f():~ [x for x in y]~ global x
def f():~ [x for y in z]~ global x
def f():~ del x~ global x
def f():~ x += 1~ global x
def f():~ x.y = 1~ global x
def f():~ match y:~  case x: pass~ global x
def f(a, b):~ def g(a, a): pass
lambda a, *a: 0
lambda *, a, **a: 0
def f(a, /, a): pass
def f(*a, a): pass
class C(a=1, a=2): pass
f(a=1, a=2)
f(a=1, b=2, a=3)
f(**a, *b)
f(a for a in b, c)
f(c, a for a in b)
f(a=1, 2)
f(**a, 2)
class C(x for x in y): pass
return
def f():~ yield~ return 1
async def f():~ yield~ return 1
async def f():~ yield from x
async def f():~ [y for x in z async for y in x]
def f():~ [y async for y in x]
def f():~ (y async for y in x)
async def f():~ def g():~  await x
async def f():~ lambda: await x
async def f():~ return [await x for y in z]
[x async for x in y]
(x async for x in y)
(await x for x in y)
{await x for x in y}
{await x: 1 for x in y}
def f[T=int, U](): pass
class C[T, U=int, **P]: pass
type A[T=int, U=str, *V=x] = 1
async with x: pass
async for x in y: pass
await x
def f():~ async with x: pass
def f():~ async for x in y: pass
class C:~ await x
class C:~ yield x
class C:~ return x
yield from x
[(yield) for x in y]
((yield) for x in y)
{(yield) for x in y}
{(yield): 1 for x in y}
[x for x in (yield)]
def f():~ [x for x in (yield)]
def f():~ [(yield x) for x in y]
def f(x: (yield)): pass
def f(x=(yield)): pass
def f() -> (yield): pass
x: (yield) = 1
x: (y := 1) = 2
def f(x: (y := 1)): pass
x: (await y)
class C[T: (yield)]: pass
class C[T: (x := 1)]: pass
type A = (yield)
type A = (x := 1)
type A = (await x)
def f[T](x: (yield)): pass
class C[T]((yield)): pass
class C[T]((x := 1)): pass
def f[T, T](): pass
class C[T, *T]: pass
type A[T, **T] = 1
def f[T](T): pass
def f[T]():~ nonlocal T
def f[T]():~ global T
class C[T]:~ nonlocal T
class C[T]:~ T = 1
def f[__debug__](): pass
break
continue
if x: break
if x: continue
def f(): break
class C: break
for x in y:~ class C: break
for x in y:~ def f(): continue
while x: pass~else: break
for x in y: pass~else: continue
try: break~finally: pass
with x: break
for x in y:~ try: pass~ finally: continue
for x in y:~ try: pass~ finally: break
def f():~ try: pass~ finally: return
try: pass~except* A: continue
for x in y:~ try: pass~ except* A: break
for x in y:~ try: pass~ except* A:~  for z in w: break
def f():~ try: pass~ except* A: return 1
def f():~ try: pass~ except* A:~  def g(): return
try: pass~except: pass~except A: pass
try: pass~except A: pass~except: pass~except B: pass
__debug__ = 1
__debug__ += 1
__debug__: int = 1
__debug__: int
del __debug__
for __debug__ in x: pass
with x as __debug__: pass
import __debug__
import a.__debug__
import __debug__.a
import a as __debug__
from a import __debug__
from a import b as __debug__
def f(__debug__): pass
def f(*__debug__): pass
def f(*, __debug__): pass
lambda __debug__: 0
class __debug__: pass
def __debug__(): pass
global __debug__
(__debug__ := 1)
x.__debug__ = 1
x.__debug__
del x.__debug__
x.__debug__: int = 1
f(__debug__=1)
class C(__debug__=1): pass
try: pass~except A as __debug__: pass
match x:~ case __debug__: pass
match x:~ case [*__debug__]: pass
match x:~ case {**__debug__}: pass
match x:~ case C(__debug__=1): pass
match x:~ case y as __debug__: pass
[0 for __debug__ in x]
a, *b, *c = d
[a, *b, *c] = d
*a = b
*a, = b
*a
(*a)
x = *a
x = (*a)
del *a
del (*a,)
for *a in b: pass
for *a, b in c: pass
print(*a for a in b)
[*a for a in b]
{**a for a in b}
{a: *b}
{*a: b}
f(*a)[*b]
f(x)[*a, *b] = 1
def f(*args: *Ts): pass
def f(args: *Ts): pass
return *a
def f():~ return *a, b
def f():~ yield *a, b
def f():~ yield *a
match x:~ case a: pass~ case b: pass
match x:~ case _: pass~ case b: pass
match x:~ case a | 1: pass
match x:~ case 1 | a: pass
match x:~ case (a as b) | 1: pass
match x:~ case [a, a]: pass
match x:~ case [*a, *b]: pass
match x:~ case {1: a, 1: b}: pass
match x:~ case {'a': 1, 'a': 2}: pass
match x:~ case {-1: a, -1: b}: pass
match x:~ case {1.0: a, 1: b}: pass
match x:~ case {None: a, None: b}: pass
match x:~ case {**a, 1: b}: pass
match x:~ case {**_}: pass
match x:~ case C(a=1, a=2): pass
match x:~ case C(a=1, 2): pass
match x:~ case a.b | c: pass
match x:~ case [a] | [b]: pass
match x:~ case {1: a} | {1: b}: pass
match x:~ case 1 + 1: pass
match x:~ case 1 + 1j: pass
match x:~ case -a: pass
match x:~ case a(): pass~ case a.b(): pass
match x:~ case f'a': pass
match x:~ case a as a: pass
match x:~ case a as _: pass
match x:~ case a as b.c: pass
match x:~ case 1 as 2: pass
[x := 1 for y in z]
[(x := 1) for x in z]
[[(x := 1) for y in z] for x in w]
[(x := 1) for y in z if (y := 2)]
[x for y in z if (x := y)]
[x for x in (y := z)]
[x for x in y for z in (w := 1)]
[x for x in [a for a in (b := 1)]]
[x for x in y if [z for z in (w := 1)]]
[x for x in (lambda: (y := 1))()]
class C:~ [x := 1 for y in z]
class C:~ def f(self): [x := 1 for y in z]
class C:~ [[x := 1 for a in b] for y in z]
class C:~ (x := 1)
(x := (y := 1))
x := 1
f(x := 1)
f(a=x := 1)
f(a=(x := 1))
lambda: (x := 1)
lambda: x := 1
(lambda: x := 1)
x[y := 1]
x[a:y := 1]
{x := 1}
{x := 1: 2}
{(x := 1): 2}
{1: x := 2}
def f(x=y := 1): pass
@x := 1~def f(): pass
with (x := y): pass
with x := y: pass
assert x := 1
del (x := 1)
(x := 1) = 2
x.y := 1
(x.y := 1)
(x[0] := 1)
((a, b) := 1)
(1 := 2)
if x = 1: pass
while x = 1: pass
f(x.y=1)
f(1=2)
f(x()=2)
f(True=1)
f(a, b, c=)
f(c=, a)
from x import *~def f(): pass
def f():~ from x import *
class C:~ from x import *
from __future__ import annotations as x
from __future__ import *
'doc'~from __future__ import annotations~x = 1~from __future__ import division
from __future__ import annotations; x = 1; from __future__ import division
def f():~ from __future__ import annotations
import x~from __future__ import annotations
from . import __future__
global x; x = 1
def f():~ global x; x = 1~ del x~ nonlocal y
def f():~ x = 1~ def g():~  x = 2~  def h():~   nonlocal x, z
nonlocal x
def f(a):~ global a
def f(*a):~ nonlocal a
def f():~ def g():~  x = 1~  nonlocal x
def f():~ x: int~ nonlocal x
def f():~ nonlocal x~ x: int
'''.strip().split('\n')
for s in sources:
    s = s.replace('~', '\n') + '\n'
    try:
        compile(s, 'f', 'exec')
        print(repr(s), 'ok')
    except SyntaxError as e:
        print(repr(s), '|', e.msg, '|', e.lineno, e.offset, e.end_lineno, e.end_offset)
