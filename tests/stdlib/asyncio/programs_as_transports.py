# requires: files
# Programs as transports: what their protocols are told, and when.
import asyncio
import sys


class Protocol(asyncio.SubprocessProtocol):
    def __init__(self):
        self.told = []
        self.over = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.told.append("made")

    def pipe_data_received(self, fd, data):
        self.told.append((fd, data))

    def pipe_connection_lost(self, fd, exc):
        self.told.append(("lost", fd, exc))

    def process_exited(self):
        self.told.append("exited")

    def connection_lost(self, exc):
        self.told.append(("over", exc))
        self.over.set_result(None)


async def attempt(what):
    try:
        await what
    except (OSError, ValueError) as problem:
        print(type(problem).__name__, problem)


async def main():
    loop = asyncio.get_running_loop()
    script = "read line; echo got $line; echo wrong >&2; exit 3"
    transport, protocol = await loop.subprocess_exec(Protocol, "/bin/sh", "-c", script)
    print(transport.get_pid() > 0, transport.get_returncode(), transport.is_closing())
    transport.get_pipe_transport(0).write(b"hello\n")
    await protocol.over
    print(protocol.told[0], protocol.told[-1], sorted(map(str, protocol.told[1:-1])))
    print(transport.get_returncode(), transport.get_pipe_transport(5), transport.get_protocol() is None)
    try:
        transport.kill()
    except ProcessLookupError as problem:
        print(repr(problem))
    transport.close()

    transport, protocol = await loop.subprocess_shell(Protocol, "echo one; exec sleep 60", stdin=None, stderr=None)
    while (1, b"one\n") not in protocol.told:
        await asyncio.sleep(0.001)
    transport.terminate()
    await protocol.over
    print(transport.get_returncode(), protocol.told[:2], sorted(map(str, protocol.told[2:-1])), protocol.told[-1])

    await attempt(loop.subprocess_exec(Protocol, "/does/not/exist"))
    await attempt(loop.subprocess_exec(Protocol, "true", universal_newlines=True))
    await attempt(loop.subprocess_exec(Protocol, "true", text=True))
    await attempt(loop.subprocess_shell(Protocol, 1))

    process = await asyncio.create_subprocess_exec("cat", stdin=-1, stdout=-1)
    process.stdin.write(b"x" * 300_000)
    process.stdin.write_eof()
    print(len(await process.stdout.read()), await process.wait(), process.returncode)
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", "print(input()[::-1])", stdin=-1, stdout=-1)
    print(await process.communicate(b"abc\n"))


asyncio.run(main())
