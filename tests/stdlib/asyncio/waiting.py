import asyncio


async def after(seconds, value):
    await asyncio.sleep(seconds)
    if isinstance(value, Exception):
        raise value
    return value


def shown(tasks):
    return sorted(str(task.exception() or task.result()) for task in tasks)


async def wait():
    tasks = [asyncio.create_task(after(n / 10, n)) for n in (3, 1, 2)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(shown(done), len(pending))
    done, pending = await asyncio.wait(tasks, timeout=0)
    print(shown(done), len(pending))
    done, pending = await asyncio.wait(tasks)
    print(shown(done), len(pending))
    tasks = [asyncio.create_task(after(n / 10, ValueError(n))) for n in (3, 1)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(shown(done), len(pending))
    done, pending = await asyncio.wait(tasks)
    print(shown(done))
    for wrong in ([], tasks[0], [after(0, 1)]):
        try:
            await asyncio.wait(wrong)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
        if wrong and wrong is not tasks[0]:
            wrong[0].close()
    try:
        await asyncio.wait(tasks, return_when="LAST")
    except ValueError as error:
        print(error)


async def gather():
    print(await asyncio.gather())
    print(await asyncio.gather(after(0.2, "a"), after(0.1, "b")))
    print(await asyncio.gather(after(0, ValueError("x")), after(0, 1), return_exceptions=True))
    slow = asyncio.create_task(after(0.2, "slow"))
    try:
        await asyncio.gather(slow, after(0, KeyError("k")))
    except KeyError as error:
        print("first", error, slow.done())
    print(await slow)
    same = asyncio.create_task(after(0, "same"))
    print(await asyncio.gather(same, same))
    children = [asyncio.create_task(after(30, n)) for n in range(2)]
    whole = asyncio.gather(*children)
    await asyncio.sleep(0)
    print(whole.cancel())
    try:
        await whole
    except asyncio.CancelledError:
        print([child.cancelled() for child in children])
    child = asyncio.create_task(after(30, 1))
    whole = asyncio.gather(child, after(0, 2), return_exceptions=True)
    await asyncio.sleep(0)
    child.cancel()
    print(await whole)


async def wait_for():
    print(await asyncio.wait_for(after(0, "in time"), 30))
    print(await asyncio.wait_for(after(0, "no limit"), None))
    for limit in (0.01, 0, -1):
        try:
            await asyncio.wait_for(after(30, "late"), limit)
        except TimeoutError as error:
            print("late", repr(error), type(error.__cause__).__name__)
    done = asyncio.create_task(after(0, "done"))
    await done
    print(await asyncio.wait_for(done, 0))


async def shield():
    inner = asyncio.create_task(after(0.1, "inner"))
    outer = asyncio.create_task(asyncio.wait_for(asyncio.shield(inner), 0.01))
    try:
        await outer
    except TimeoutError:
        print("given up", inner.done())
    print(await inner)
    shielded = asyncio.shield(inner)
    print(shielded is inner)


async def as_completed():
    for each in asyncio.as_completed([after(0.2, "b"), after(0.1, "a"), after(0.3, "c")]):
        print(await each)
    try:
        for each in asyncio.as_completed([after(0.1, "a"), after(30, "b")], timeout=0.3):
            print(await each)
    except TimeoutError:
        print("timeout")
    first = asyncio.create_task(after(0.1, "first"))
    async for each in asyncio.as_completed([first, asyncio.create_task(after(0.2, "second"))]):
        print(each is first, await each)


async def timeouts():
    async with asyncio.timeout(30) as limit:
        await asyncio.sleep(0)
        print(limit.expired(), limit.when() > 0)
    print(limit.expired())
    try:
        async with asyncio.timeout(0.01) as limit:
            await asyncio.sleep(30)
    except TimeoutError:
        print("over", limit.expired())
    async with asyncio.timeout(None) as limit:
        print(limit.when())
        limit.reschedule(asyncio.get_running_loop().time() + 5)
    try:
        limit.reschedule(None)
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.timeout(30):
                await asyncio.sleep(30)
    except TimeoutError:
        print("outer")
    try:
        async with asyncio.timeout(-1):
            print("until the first await")
            await asyncio.sleep(0)
    except TimeoutError:
        print("at once")
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(30)
            finally:
                raise ValueError("in the end")
    except ValueError as error:
        print(error, type(error.__context__).__name__)
    limit = asyncio.timeout(30)
    print(limit)
    async with limit:
        pass
    print(limit)
    try:
        async with limit:
            pass
    except RuntimeError as error:
        print(error)


for part in (wait, gather, wait_for, shield, as_completed, timeouts):
    print("-", part.__name__)
    asyncio.run(part())
