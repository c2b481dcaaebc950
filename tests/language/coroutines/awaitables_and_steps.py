# python: 3.14
# Awaitables of all kinds, the steps of asynchronous generators, their attributes and errors.
import types, sys
def run(co):
    try:
        while True:
            v = co.send(None); print("yielded", v)
    except StopIteration as e:
        return e.value
@types.coroutine
def sleep(x):
    r = yield x
    return x * 2
class Aw:
    def __init__(self, v): self.v = v
    def __await__(self):
        yield self.v
        return self.v + 1
async def f():
    a = await sleep(1)
    b = await Aw(10)
    return a, b
print(run(f()))
class AIter:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        await sleep(self.n)
        return self.n
async def g():
    out = []
    async for x in AIter(3): out.append(x)
    else: out.append("else")
    return out, [y async for y in AIter(2)], {y: y async for y in AIter(1)}
print(run(g()))
class CM:
    async def __aenter__(self): await sleep("enter"); return self
    async def __aexit__(self, t, v, tb): await sleep("exit"); print(t, v); return t is ValueError
async def h():
    async with CM() as c, CM():
        raise ValueError("boo")
    return "done"
print(run(h()))
async def ag():
    try:
        x = yield 1
        print("got", x)
        yield 2
    finally:
        await sleep("cleanup")
        print("ag done")
async def use():
    it = ag()
    print(it.ag_running, it.ag_frame is not None, it.ag_code.co_name, it.ag_await)
    print(await anext(it))
    print(await it.asend("sent"))
    print(await anext(it, "default"))
    print(await anext(it, "default"))
    try: await anext(it)
    except StopAsyncIteration: print("stop")
    it = ag(); await anext(it)
    try: await it.athrow(KeyError("k"))
    except KeyError as e: print("athrow", e)
    it = ag(); await anext(it); await it.aclose()
    print(await anext(aiter(AIter(1))), await anext(AIter(0), 7))
    async for i in ag(): print(i)
run(use())
co = f(); print(co.cr_running, co.cr_await, co.cr_code.co_name, co.cr_origin, co.cr_suspended, co.cr_frame is not None)
co.send(None); print(co.cr_await is not None, co.cr_suspended); co.close(); print(co.cr_frame)
try: co.send(None)
except RuntimeError as e: print(e)
for bad in ("aiter(3)", "anext(3)", "anext(1,2)"):
    try: eval(bad)
    except TypeError as e: print(e)
async def b1(): await 3
async def b2():
    async for i in 3: pass
async def b3():
    async with 3: pass
class NA:
    def __aiter__(self): return self
    def __anext__(self): return 3
async def b4():
    async for i in NA(): pass
class W1:
    def __enter__(self): pass
    def __exit__(self, *a): pass
async def b5():
    async with W1(): pass
def b6():
    with CM(): pass
class BA:
    def __await__(self): return 3
async def b7(): await BA()
class BA2:
    def __await__(self): made.append(f()); return made[0]
made = []
async def b8(): await BA2()
async def b9():
    raise StopIteration(3)
async def b10():
    raise StopAsyncIteration
async def b11():
    yield 1
    raise StopAsyncIteration(2)
async def b12():
    async for x in b11(): pass
for b in (b1,b2,b3,b4,b5,b6,b7,b8,b9,b10,b12):
    try:
        r = b()
        if r is not None: run(r)
    except Exception as e: print(b.__name__, type(e).__name__, e)
made[0].close()
c = f(); w = c.__await__(); print(type(w).__name__, w.send(None)); w.close()
c = f()
try:
    for x in c: pass
except TypeError as e: print(e)
try: next(c)
except TypeError as e: print(e)
c.close()
try: c.throw(ValueError("x"))
except RuntimeError as e: print(e)
def gen(): yield
print(gen().gi_frame.f_code.co_name, gen().gi_running, gen().gi_yieldfrom, gen().gi_suspended)
print(sys.get_coroutine_origin_tracking_depth())
started = []
sys.set_asyncgen_hooks(firstiter=lambda generator: started.append(generator.__name__))
it = ag()
y = it.asend(None); print(type(y).__name__)
try: y.send(None)
except StopIteration as e: print("v", e.value)
try: y.send(None)
except RuntimeError as e: print(e)
z = it.aclose()
print(type(z).__name__, z.send(None))
zz = it.aclose()
try: zz.send(None)
except RuntimeError as e: print(e)
try: z.send(None)
except StopIteration as e: print("closed", e.value)
sys.set_asyncgen_hooks(None, None)
print(started, tuple(sys.get_asyncgen_hooks()))
async def outer():
    async def inner():
        return [i async for i in AIter(2) if await sleep(i) or True]
    return await inner()
print(run(outer()))
async def starred(): return [*[x async for x in AIter(2)], *(await Aw(3),)]
print(run(starred()))
print(type(f).__name__, f.__code__.co_flags & 0x80, types.CoroutineType.__name__, isinstance(ag(), types.AsyncGeneratorType))
try:
    @types.coroutine
    def nongen(): return 3
    async def aw(): await nongen()
    run(aw())
except TypeError as e: print(e)
@types.coroutine
def tc(): return Aw(5)
async def aw(): return await tc()
print(run(aw()))
