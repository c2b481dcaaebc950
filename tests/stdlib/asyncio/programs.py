import asyncio
from asyncio.subprocess import PIPE


async def main():
    process = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    print(await process.communicate(b"through"), process.returncode)
    process = await asyncio.create_subprocess_shell(
        "echo out; echo err >&2; exit 3", stdout=PIPE, stderr=PIPE
    )
    print(await process.communicate(), await process.wait(), process.returncode)
    process = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    for n in range(3):
        process.stdin.write(b"line %d\n" % n)
        await process.stdin.drain()
        print(await process.stdout.readline())
    process.stdin.close()
    print(await process.stdout.read(), await process.wait())
    process = await asyncio.create_subprocess_exec("sleep", "10")
    try:
        await asyncio.wait_for(process.wait(), 0.05)
    except TimeoutError:
        process.terminate()
    print(await process.wait())
    try:
        await asyncio.create_subprocess_exec("no-such-program-anywhere")
    except FileNotFoundError as error:
        print(error)
    big = b"x" * 500_000
    process = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    out, _ = await process.communicate(big)
    print(out == big)

    async def one(n):
        process = await asyncio.create_subprocess_exec("sh", "-c", f"echo {n}", stdout=PIPE)
        return int((await process.communicate())[0])

    print(await asyncio.gather(*[one(n) for n in range(10)]))


asyncio.run(main())
