# A thousand tasks that sleep, wait for each other and hand things on.
import asyncio


async def worker(queue, done, lock, total):
    while True:
        number = await queue.get()
        if number is None:
            break
        await asyncio.sleep(0)
        async with lock:
            total[0] += number
    done.set()


async def main():
    queue = asyncio.Queue(50)
    lock = asyncio.Lock()
    total = [0]
    events = [asyncio.Event() for _ in range(1000)]
    tasks = [asyncio.create_task(worker(queue, event, lock, total)) for event in events]
    for number in range(10_000):
        await queue.put(number)
    for _ in tasks:
        await queue.put(None)
    await asyncio.gather(*tasks, *(event.wait() for event in events))
    print(total[0])
    print(len(await asyncio.gather(*(asyncio.sleep(0.001, number) for number in range(1000)))))


asyncio.run(main())
