# slow: cryptography and loading of certificates at each step
import asyncio
from fixtures.ends import client_context, server_context

trusting, serving = client_context("ca"), server_context()


async def echo(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def several(port):
    async def client(number):
        reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=trusting, server_hostname="localhost")
        for turn in range(3):
            writer.write(b"client %d turn %d\n" % (number, turn))
            assert await reader.readline() == b"CLIENT %d TURN %d\n" % (number, turn)
        writer.close()
        await writer.wait_closed()
        return number

    print(await asyncio.gather(*[client(number) for number in range(4)]))


async def much(port):
    # The address is what the certificate is for.
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=trusting)
    info = writer.get_extra_info
    print(info("cipher")[1], info("ssl_object").version(), info("peercert")["serialNumber"], info("peername")[0])
    print(info("sslcontext") is trusting, info("compression"), info("nothing", "else"), writer.can_write_eof())
    try:
        writer.write_eof()
    except NotImplementedError:
        print("no end in one direction")

    async def send():
        for _ in range(300):
            writer.write(b"x" * 999 + b"\n")
            await writer.drain()

    sending = asyncio.create_task(send())
    count = 0
    while count < 300000:
        count += len(await reader.read(100000))
    await sending
    print(count)
    writer.close()
    await writer.wait_closed()
    print(await reader.read())


async def refused(port):
    for options in ({"ssl": trusting, "server_hostname": "elsewhere"}, {"ssl": client_context()},
                    {"ssl": trusting, "ssl_handshake_timeout": 0}, {"ssl_handshake_timeout": 5},
                    {"ssl_shutdown_timeout": 5}, {"server_hostname": "x"}):  # fmt: skip
        try:
            await asyncio.open_connection("127.0.0.1", port, **options)
        except Exception as problem:
            print(type(problem).__name__, str(problem).split(" (_ssl.c")[0])
    loop = asyncio.get_running_loop()
    for call in (
        lambda: asyncio.start_server(echo, "127.0.0.1", 0, ssl=True),
        lambda: loop.create_connection(asyncio.Protocol, ssl=trusting),
        lambda: loop.create_unix_connection(asyncio.Protocol, "/x", ssl=trusting),
        lambda: loop.start_tls(None, None, 5),
        lambda: loop.start_tls(None, None, trusting),
    ):
        try:
            await call()
        except Exception as problem:
            print(type(problem).__name__, problem)


async def main():
    async with await asyncio.start_server(echo, "127.0.0.1", 0, ssl=serving) as server:
        port = server.sockets[0].getsockname()[1]
        await several(port)
        await much(port)
        await refused(port)


asyncio.run(main())
