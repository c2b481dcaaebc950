import sys, os as o
from sys import (argv, path as p,)
x: int = 1; y = z = 2
x += 1; del y
assert x, "m"
if x: pass
elif z: pass
else: pass
while x < 5: x += 1; continue
else: print("while else")
for a, b in [(1, 2)]: print(a, b)
else: pass
try: pass
except (A, B) if False else Exception as e: pass
else: pass
finally: pass
with open(os.devnull) if False else __import__("io").StringIO() as f, (__import__("io").StringIO()) as g: pass
def d(a, /, b: int = 1, *c, e=2, **k) -> None: global gg; gg = 1; return
class C(object, metaclass=type): x = 1; pass
@staticmethod
def s(): yield; yield 1; x = yield 2; yield from ()
async def co():
    await x
    async with x as y: pass
    async for i in x: pass
    return [i async for i in x if await i]
lambda: 0; lambda a, *b, c=1, **d: a
raise_ = lambda: (_ for _ in ()).throw(ValueError)
match x:
    case [1, *_] | {"a": 1}: pass
    case C(x=1) if x: pass
    case _: pass
type = 5; match = 1; case = 2; print(type, match, case)
(x); [x][0]; {x}; {x: x}; x.real; x, ; -x; not x; x if x else x
print("done", end=""); print()
