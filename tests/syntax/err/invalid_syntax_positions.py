# What is wrong and where: line, column, end, and the line shown.
# python: 3.14
sources = """x = = 1
1 +
(1
[1, 2
{1: 2
)
x = (1]
f(
def
def f:
    pass
def f(
class
class C(:
if x
if x:
while 1
for x in
for in y:
for x y:
import
from x import
from import y
from . import *x
return
x + 1 = 2
f() = 1
1 = x
None = 1
True += 1
x() += 1
(a, b) += 1
[a] += 1
"abc" = 1
del f()
del 1
del x + 1
lambda: = 1
a b
a.1
1a
1_
0x
0b2
0o8
012
1__0
1e
'abc
"abc
'''abc
f'{'
f'{}'
f'}'
f'{a'
f'{a!x}'
f'{a b}'
f'{!r}'
$
?
a?b
x = 5 5
print 'a'
print a
exec 'a'
try:
    pass
try: pass
else: pass
else:
elif x: pass
except: pass
with x as 1: pass
with: pass
assert
global
nonlocal x
global x.y
yield = 1
await x
async x
break
continue
not
x not y
a if b
a and
*a
*a, b
**a
f(**a, *b)
f(a=1, 2)
f(**a, 1)
f(a=1, a=2)
f(1=2)
f(a.b=1)
f(True=1)
f(x for x in y, 1)
f(a, x for x in y)
def f(a, a): pass
def f(a=1, b): pass
def f(*, **k): pass
def f(*): pass
def f(a, *, b, *c): pass
def f(**k, a): pass
def f(a, /, b, /): pass
def f(/, a): pass
def f(*a, /): pass
def f(None): pass
def f(a.b): pass
def f((a, b)): pass
lambda a, a: 0
lambda *: 0
[x for]
[x for x]
[x for x in]
[*x for x in y]
{**x for x in y}
{x: y for}
{1, 2: 3}
{1: 2, 3}
{1:}
{**a: 1}
(x for x in y) = 1
x := 1
(x.y := 1)
(x[0] := 1)
[y := 1 for y in z]
class C: return 1
from a import (b, c
from a import *, b
from __future__ import nothing
def f(): nonlocal x
@
@x
async def
a, b: int = 1
(a, b): int
x: int: str
if x = 1: pass
while x = 1: pass
print(a = 1 b = 2)
{a = 1}
[a = 1]
(a = 1)
a = b = 1 = c
a === b
a <> b
a !b
a ! = b
x++
++x
x--1 +
!x
a &&b
a || b
'a' 'b' 5
u'a' b'b'
b'é'
b'a' 'b'
\\x
\\
a\\ b""".split("\n")
for s in sources:
    try:
        compile(s, "f", "exec")
        print(repr(s), "| compiles")
    except SyntaxError as e:
        print(repr(s), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
