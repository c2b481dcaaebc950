# slow: cryptography and loading of certificates at each step
import asyncio
from fixtures.ends import client_context, server_context

trusting, serving = client_context("ca"), server_context()
said = []


async def serve(reader, writer):
    said.append(await reader.readline())
    writer.write(b"go on\n")
    await writer.drain()
    await writer.start_tls(serving)
    said.append(writer.get_extra_info("sslcontext") is serving)
    said.append(await reader.readline())
    writer.write(b"encrypted\n")
    writer.close()
    await writer.wait_closed()


async def begin():
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"STARTTLS\n")
        print(await reader.readline(), writer.get_extra_info("ssl_object"))
        await writer.start_tls(trusting, server_hostname="localhost")
        writer.write(b"secret\n")
        print(await reader.readline(), await reader.read(), writer.get_extra_info("ssl_object").version())
        writer.close()
        await writer.wait_closed()
    print(said)


class Buffered(asyncio.BufferedProtocol):
    """Receives into a buffer of its own."""

    def __init__(self):
        self.events, self.buffer = [], bytearray(5)
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.events.append("made")
        transport.write(b"what comes back\n")

    def get_buffer(self, hint):
        return self.buffer

    def buffer_updated(self, count):
        self.events.append(bytes(self.buffer[:count]))
        if self.buffer[count - 1] == 10:
            self.done.set_result(None)

    def connection_lost(self, problem):
        self.events.append(problem)


async def echo(reader, writer):
    writer.write(await reader.readline())
    await reader.read()
    writer.close()


async def buffered():
    loop = asyncio.get_running_loop()
    async with await asyncio.start_server(echo, "127.0.0.1", 0, ssl=serving) as server:
        address = server.sockets[0].getsockname()
        transport, protocol = await loop.create_connection(Buffered, *address, ssl=trusting, server_hostname="localhost")
        print(transport.get_protocol() is protocol, transport.is_closing(), transport.is_reading())
        await protocol.done
        transport.pause_reading()
        print(transport.is_reading())
        transport.resume_reading()
        transport.close()
        print(transport.is_closing())
        while None not in protocol.events:
            await asyncio.sleep(0)
        print(protocol.events)


async def damaged():
    async with await asyncio.start_server(echo, "127.0.0.1", 0, ssl=serving) as server:
        for data in b"GET / HTTP/1.0\r\n\r\n", b"\x16\x03\x01\x00":
            reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            writer.write(data)
            writer.write_eof()
            print(await reader.read())
            writer.close()

    async def silent(reader, writer):
        await reader.read()
        writer.close()

    async def gone(reader, writer):
        writer.close()

    for serve in silent, gone:
        async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
            try:
                await asyncio.open_connection(
                    *server.sockets[0].getsockname(), ssl=trusting, server_hostname="localhost",
                    ssl_handshake_timeout=0.02 if serve is silent else None,
                )  # fmt: skip
            except OSError as problem:
                print(type(problem).__name__)


asyncio.run(begin())
asyncio.run(buffered())
asyncio.run(damaged())
