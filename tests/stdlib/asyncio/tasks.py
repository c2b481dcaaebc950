import asyncio


async def work(n, log=None):
    for i in range(n):
        if log is not None:
            log.append((n, i))
        await asyncio.sleep(0)
    return n


async def order():
    log = []
    await asyncio.gather(work(1, log), work(3, log), work(2, log))
    print(log)


async def cancelling():
    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            print("asked to end:", error.args)
            return "ended well"

    task = asyncio.create_task(stubborn(), name="stubborn")
    await asyncio.sleep(0)
    print(task.get_name(), task.cancel("please"), task.cancelling())
    print(await task, task.cancelled(), task.cancel())

    task = asyncio.create_task(asyncio.sleep(10))
    task.cancel("before it began")
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args, task.cancelled(), task.done())
    try:
        task.result()
    except asyncio.CancelledError as error:
        print("result:", error.args)

    async def outer():
        await asyncio.sleep(10)

    waiter = asyncio.create_task(outer())
    await asyncio.sleep(0)
    waiter.cancel()
    print(waiter.uncancel(), waiter.cancelling())
    try:
        await waiter
    except asyncio.CancelledError:
        print("it was told already")


async def mistakes():
    for wrong in (3, print, None):
        try:
            asyncio.create_task(wrong)
        except TypeError as error:
            print(error)
    try:
        asyncio.ensure_future(3)
    except TypeError as error:
        print(error)

    class Bad:
        def __await__(self):
            yield 5

    async def bad():
        await Bad()

    try:
        await asyncio.create_task(bad())
    except RuntimeError as error:
        print(str(error).split(":")[0])
    task = asyncio.create_task(work(1))
    for call in (
        lambda: task.set_result(1),
        lambda: task.set_exception(ValueError()),
        task.result,
        task.exception,
    ):
        try:
            call()
        except (RuntimeError, asyncio.InvalidStateError) as error:
            print(type(error).__name__, error)
    await task
    try:
        asyncio.run(unused := work(1))
    except RuntimeError as error:
        print(error)
    unused.close()
    try:
        asyncio.get_running_loop().run_until_complete(task)
    except RuntimeError as error:
        print(error)


async def failing():
    async def fails():
        raise ValueError("failed")

    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    print(task.done(), task.exception())
    try:
        await task
    except ValueError as error:
        print("again", error)
    calls = []
    task.add_done_callback(lambda t: calls.append(t is task))
    await asyncio.sleep(0)
    print(calls)


async def future():
    loop = asyncio.get_running_loop()
    made = loop.create_future()
    calls = []
    made.add_done_callback(calls.append)
    made.add_done_callback(calls.append)
    print(made.remove_done_callback(calls.append), repr(made))
    loop.call_soon(made.set_result, 5)
    print(await made, repr(made), asyncio.isfuture(made))
    for call in (lambda: made.set_result(1), lambda: made.set_exception(ValueError)):
        try:
            call()
        except asyncio.InvalidStateError as error:
            print(error)
    other = loop.create_future()
    other.set_exception(KeyError("k"))
    print(repr(other), other.exception())
    third = loop.create_future()
    print(third.cancel(), third.cancel(), third.cancelled(), repr(third))
    stop = loop.create_future()
    stop.set_exception(StopIteration)
    try:
        await stop
    except RuntimeError as error:
        print(error, type(error.__cause__).__name__)


async def names():
    task = asyncio.current_task()
    print(task.get_coro().__name__, asyncio.all_tasks() == {task})
    task.set_name(5)
    print(task.get_name())
    other = asyncio.create_task(work(2))
    print(len(asyncio.all_tasks()))
    await other
    print(len(asyncio.all_tasks()))


for part in (order, cancelling, mistakes, failing, future, names):
    print("-", part.__name__)
    asyncio.run(part())
