# Clients that talk to an echo server on this machine.
import asyncio


async def echo(reader, writer):
    while data := await reader.readline():
        writer.write(data)
        await writer.drain()
    writer.close()


async def client(port, count):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    size = 0
    for number in range(count):
        writer.write(b"message %d\n" % number)
        size += len(await reader.readline())
    writer.close()
    await writer.wait_closed()
    return size


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(sum(await asyncio.gather(*(client(port, 200) for _ in range(20)))))
    server.close()


asyncio.run(main())
