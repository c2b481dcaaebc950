# requires: files
# Loops over selectors of the program's choice; several tasks at one socket; files that are sent; servers and their paths.
import asyncio
import io
import os
import selectors
import socket
import tempfile


async def races():
    loop = asyncio.get_running_loop()
    one, two = socket.socketpair()
    one.setblocking(False)
    two.setblocking(False)
    first = asyncio.create_task(loop.sock_recv(one, 10))
    await asyncio.sleep(0)
    second = asyncio.create_task(loop.sock_recv(one, 10))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.sleep(0)
    await loop.sock_sendall(two, b"data")
    print(first.cancelled(), await second)
    with tempfile.TemporaryFile() as file:
        file.write(b"0123456789" * 1000)
        file.flush()
        print(await loop.sock_sendfile(two, file, 5, 10), await loop.sock_recv(one, 100))
    for wrong in ({"offset": -1}, {"count": 0}, {"count": "x"}):
        try:
            await loop.sock_sendfile(two, io.BytesIO(b"abc"), **wrong)
        except (TypeError, ValueError) as problem:
            print(type(problem).__name__, problem)
    one.close()
    two.close()


async def sends():
    async def serve(reader, writer):
        loop = asyncio.get_running_loop()
        with tempfile.TemporaryFile() as file:
            file.write(b"x" * 1_000_000)
            file.flush()
            print(await loop.sendfile(writer.transport, file, 100))
        writer.close()
        try:
            await loop.sendfile(writer.transport, file)
        except RuntimeError as problem:
            print(problem)

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address, happy_eyeballs_delay=0.1)
    print(len(await reader.read()))
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()


async def paths():
    path = os.path.join(tempfile.mkdtemp(), "socket")

    async def serve(reader, writer):
        writer.close()

    server = await asyncio.start_unix_server(serve, path)
    server.close()
    print(os.path.exists(path))
    server = await asyncio.start_unix_server(serve, path, cleanup_socket=False)
    server.close()
    print(os.path.exists(path))
    os.unlink(path)
    server = await asyncio.start_unix_server(serve, path)
    os.unlink(path)
    open(path, "w").close()
    server.close()
    print(os.path.exists(path))
    os.unlink(path)
    os.rmdir(os.path.dirname(path))
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    task = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", server.is_serving())


for make in selectors.SelectSelector, selectors.PollSelector:
    with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(make())) as runner:
        print(runner.run(races()))
asyncio.run(races())
asyncio.run(sends())
asyncio.run(paths())
