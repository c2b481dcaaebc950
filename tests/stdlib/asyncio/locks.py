import asyncio


async def locks():
    lock = asyncio.Lock()
    log = []

    async def use(name):
        async with lock:
            log.append(name)
            await asyncio.sleep(0)
            log.append(name)

    tasks = [asyncio.create_task(use(name)) for name in "abc"]
    await asyncio.sleep(0)
    print(lock.locked())
    tasks[1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(log, lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


async def events():
    event = asyncio.Event()
    log = []

    async def wait(name):
        log.append((name, await event.wait()))

    tasks = [asyncio.create_task(wait(n)) for n in range(3)]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    await asyncio.gather(*tasks)
    print(log, event.is_set())
    event.set()
    print(await event.wait())


async def conditions():
    condition = asyncio.Condition()
    log = []
    value = 0

    async def consumer(name, wanted):
        async with condition:
            log.append((name, await condition.wait_for(lambda: value >= wanted)))

    tasks = [asyncio.create_task(consumer(n, n)) for n in range(3)]
    for _ in range(3):
        await asyncio.sleep(0)
        async with condition:
            value += 1
            condition.notify_all()
    await asyncio.gather(*tasks)
    print(log)
    for call in (condition.notify, condition.notify_all):
        try:
            call()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)

    async def waiting():
        async with condition:
            try:
                await condition.wait()
            finally:
                print("holds it again:", condition.locked())

    task = asyncio.create_task(waiting())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", condition.locked())


async def semaphores():
    semaphore = asyncio.Semaphore(2)
    running = most = 0

    async def use():
        nonlocal running, most
        async with semaphore:
            running += 1
            most = max(most, running)
            await asyncio.sleep(0)
            running -= 1

    await asyncio.gather(*[use() for _ in range(6)])
    print(most, semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    print(bounded.locked())
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)


async def barriers():
    barrier = asyncio.Barrier(3)
    log = []

    async def come(name):
        async with barrier as place:
            log.append(place)

    await asyncio.gather(*[come(n) for n in "abc"])
    print(sorted(log), barrier.parties, barrier.n_waiting, barrier.broken)
    tasks = [asyncio.create_task(barrier.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    await barrier.reset()
    print([type(error).__name__ for error in await asyncio.gather(*tasks, return_exceptions=True)])
    await barrier.abort()
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError as error:
        print(error, barrier.broken)


async def queues():
    queue = asyncio.Queue(2)
    got = []

    async def produce():
        for n in range(5):
            await queue.put(n)

    async def consume():
        while True:
            got.append(await queue.get())
            queue.task_done()

    consumer = asyncio.create_task(consume())
    await produce()
    await queue.join()
    consumer.cancel()
    print(got, queue.qsize(), queue.empty(), queue.full(), queue.maxsize)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty:
        print("empty")
    queue.put_nowait(1)
    queue.put_nowait(2)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull:
        print("full", queue)
    for _ in range(2):
        queue.get_nowait()
        queue.task_done()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    for kind in (asyncio.PriorityQueue, asyncio.LifoQueue):
        queue = kind()
        for n in (2, 3, 1):
            queue.put_nowait(n)
        print([queue.get_nowait() for _ in range(3)])
    queue = asyncio.Queue()
    queue.put_nowait("last")
    queue.shutdown()
    print(await queue.get())
    for call in (queue.get_nowait, lambda: queue.put_nowait(1)):
        try:
            call()
        except asyncio.QueueShutDown:
            print("shut down")


for part in (locks, events, conditions, semaphores, barriers, queues):
    print("-", part.__name__)
    asyncio.run(part())
