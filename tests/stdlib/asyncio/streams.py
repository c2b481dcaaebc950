import asyncio, sys


async def handle(r, w):
    while line := await r.readline():
        w.write(line.upper())
        await w.drain()
    w.close()


async def main():
    srv = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = srv.sockets[0].getsockname()[1]

    async def client(i):
        r, w = await asyncio.open_connection("127.0.0.1", port)
        for j in range(3):
            w.write(b"client %d line %d\n" % (i, j))
            await w.drain()
            line = await r.readline()
            assert line == b"CLIENT %d LINE %d\n" % (i, j), line
        w.write_eof()
        print(await r.read())
        w.close()
        await w.wait_closed()
        return i

    print(await asyncio.gather(*[client(i) for i in range(20)]))

    # large
    async def big():
        r, w = await asyncio.open_connection("127.0.0.1", port)

        async def send():
            for i in range(2000):
                w.write(b"x" * 999 + b"\n")
                await w.drain()
            w.write_eof()

        t = asyncio.create_task(send())
        n = 0
        while d := await r.read(100000):
            n += len(d)
        await t
        w.close()
        print(n)

    await big()
    try:
        await asyncio.open_connection("127.0.0.1", 1)
    except OSError as e:
        print(type(e), e)
    srv.close()
    await srv.wait_closed()

    class P(asyncio.DatagramProtocol):
        def __init__(s):
            s.got = asyncio.get_running_loop().create_future()

        def connection_made(s, t):
            s.t = t

        def datagram_received(s, d, a):
            s.got.set_result(d)
            s.t.sendto(b"re:" + d, a)

    loop = asyncio.get_running_loop()
    t1, p1 = await loop.create_datagram_endpoint(P, local_addr=("127.0.0.1", 0))
    t2, p2 = await loop.create_datagram_endpoint(P, remote_addr=t1.get_extra_info("sockname"))
    t2.sendto(b"hi")
    print(await p2.got)
    t1.close()
    t2.close()
    loop.call_later(0.01, print, "later")
    await asyncio.sleep(0.03)
    import threading

    ev = asyncio.Event()
    threading.Timer(0.05, lambda: loop.call_soon_threadsafe(ev.set)).start()
    await ev.wait()
    print("threadsafe")


asyncio.run(main())
