# cpython: differs — only MicroPython's asyncio has these
import asyncio
import micropython
import threading


async def value(v):
    return v


async def main():
    print(await asyncio.wait_for_ms(value(1), 1000))
    try:
        await asyncio.wait_for_ms(asyncio.sleep_ms(10_000), 10)
    except asyncio.TimeoutError:
        print("late")
    flag = asyncio.ThreadSafeFlag()
    threading.Timer(0.01, flag.set).start()
    await flag.wait()
    print("set by a thread")
    micropython.schedule(lambda _: flag.set(), None)
    await flag.wait()
    print("set by a scheduled call")
    flag.set()
    flag.clear()
    flag.set()
    await flag.wait()
    event = asyncio.Event()
    micropython.schedule(lambda _: event.set(), None)
    print(await event.wait())
    asyncio.get_event_loop().create_task(value(2))
    await asyncio.sleep_ms(0)
    return "done"


print(asyncio.run(main()))
loop = asyncio.new_event_loop()
print(loop.run_until_complete(value(3)))
