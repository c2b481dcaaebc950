def run(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


class Pause:
    def __await__(self):
        yield


async def agen(n):
    try:
        for i in range(n):
            await Pause()
            got = yield i
            if got:
                print("got", got)
    finally:
        print("finalised")


async def main():
    out = [i async for i in agen(3)]
    g = agen(5)
    out.append(await g.__anext__())
    out.append(await g.asend("hello"))
    try:
        await g.athrow(ValueError("v"))
    except ValueError as e:
        out.append(str(e))
    try:
        await g.__anext__()
    except StopAsyncIteration:
        out.append("exhausted")
    h = agen(2)
    await h.__anext__()
    await h.aclose()
    one = agen(1)
    out.append(await anext(one, "default"))
    await one.aclose()
    e = agen(0)
    out.append(await anext(e, "default"))
    k = agen(1)
    out.append(type(aiter(k) is k).__name__)
    await k.aclose()
    return out


print(run(main()))


async def pipeline():
    async def source():
        for i in range(5):
            yield i

    async def double(it):
        async for x in it:
            yield x * 2

    return [x async for x in double(source()) if x % 4 == 0], [y for y in [x async for x in source()]]


print(run(pipeline()))
print(type(agen(1)).__name__)


async def genexp():
    g = (x async for x in agen(2))
    return type(g).__name__, [x async for x in g]


print(run(genexp()))
