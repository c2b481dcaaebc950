import asyncio


async def work(n, delay):
    await asyncio.sleep(delay)
    return n * 2


async def main():
    print(await work(1, 0))
    print(await asyncio.gather(work(1, 0.002), work(2, 0.001), work(3, 0)))
    t = asyncio.create_task(work(5, 0.001))
    print(t.done(), await t, t.done(), t.result())
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.001)
    except asyncio.TimeoutError:
        print("timeout")
    t = asyncio.create_task(asyncio.sleep(5))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", t.cancelled())
    e = asyncio.Event()
    log = []

    async def waiter():
        await e.wait()
        log.append("event")

    w = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    e.set()
    await w
    lock = asyncio.Lock()

    async def critical(name):
        async with lock:
            log.append(name + " in")
            await asyncio.sleep(0)
            log.append(name + " out")

    await asyncio.gather(critical("a"), critical("b"))
    print(log)
    q = asyncio.Queue(maxsize=1)

    async def producer():
        for i in range(3):
            await q.put(i)

    async def consumer():
        return [await q.get() for _ in range(3)]

    _, got = await asyncio.gather(producer(), consumer())
    print(got)

    async def fails():
        raise ValueError("in task")

    try:
        await asyncio.gather(fails(), work(1, 0))
    except ValueError as e:
        print(e)
    print(await asyncio.gather(fails(), work(1, 0), return_exceptions=True))
    return "result"


print(asyncio.run(main()))
