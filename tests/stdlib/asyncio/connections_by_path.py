# requires: files
# Streams over sockets that have paths in the file system, and what serves them.
import asyncio
import warnings

warnings.simplefilter("ignore")


async def serve(reader, writer):
    print(isinstance(reader, asyncio.StreamReader), isinstance(writer, asyncio.StreamWriter))
    writer.write(b"got " + await reader.readline())
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_unix_server(serve, "socket")
    print(isinstance(server, asyncio.Server), isinstance(server, asyncio.AbstractServer), server.is_serving())
    async with server:
        reader, writer = await asyncio.open_unix_connection("socket")
        writer.write(b"a line\n")
        print(await reader.read())
        writer.close()
        await writer.wait_closed()
    print(server.is_serving())


asyncio.run(main())
print(asyncio.iscoroutinefunction(main), asyncio.iscoroutinefunction(print))
