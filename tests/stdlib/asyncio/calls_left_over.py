# A call that ends the program's run leaves those behind it to the next run of the loop.
import asyncio

loop = asyncio.new_event_loop()
seen = []


def leave():
    seen.append("leave")
    raise SystemExit(3)


for name in "first", "second":
    loop.call_soon(seen.append, name)
loop.call_soon(leave)
loop.call_soon(seen.append, "third")
loop.call_soon(seen.append, "fourth")
try:
    loop.run_forever()
except SystemExit as end:
    print(end.code, seen)
loop.call_soon(seen.append, "fifth")
loop.call_soon(loop.stop)
loop.run_forever()
print(seen)


async def turns(name, count):
    for number in range(count):
        seen.append(f"{name}{number}")
        await asyncio.sleep(0)
    return name


async def main():
    seen.clear()
    lock = asyncio.Lock()

    async def holder(name):
        async with lock:
            await turns(name, 2)

    print(await asyncio.gather(turns("a", 2), turns("b", 3), holder("c"), holder("d")))
    print(seen)


loop.run_until_complete(main())
loop.close()
