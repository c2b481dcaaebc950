"""What MicroPython's asyncio has beside CPython's."""

from asyncio import events, futures, tasks

__all__ = ()


def sleep_ms(t):
    """Wait for so many milliseconds."""
    return tasks.sleep(t / 1000)


def wait_for_ms(aw, timeout):
    """What is awaited, if it is there in so many milliseconds."""
    return tasks.wait_for(aw, timeout / 1000)


def run_until_complete(main_task):
    """Run until a task is done."""
    return Loop.run_until_complete(main_task)


class ThreadSafeFlag:
    """An event that one task waits for, and that anybody may set: other threads, handlers of interrupts."""

    def __init__(self):
        self._is_set = False
        self._waiter = None

    def set(self):
        """Let the task go on."""
        self._is_set = True
        waiter = self._waiter
        if waiter is not None:
            waiter.get_loop().call_soon_threadsafe(futures.set_result_unless_done, waiter, None)

    def clear(self):
        """It was not set."""
        self._is_set = False

    async def wait(self):
        """Wait until it is set, and clear it."""
        if not self._is_set:
            self._waiter = events.get_running_loop().create_future()
            try:
                await self._waiter
            finally:
                self._waiter = None
        self._is_set = False


def _loop():
    """The loop, which MicroPython's programs never have to make."""
    try:
        return events.get_event_loop()
    except RuntimeError:
        loop = events.new_event_loop()
        events.set_event_loop(loop)
        return loop


class Loop:
    """The running loop, as MicroPython's programs know it."""

    create_task = staticmethod(tasks.create_task)

    @staticmethod
    def run_forever():
        """Run until stop() is called."""
        _loop().run_forever()

    @staticmethod
    def run_until_complete(aw):
        """Run until something is done."""
        return _loop().run_until_complete(aw)

    @staticmethod
    def stop():
        """End run_forever()."""
        _loop().stop()

    @staticmethod
    def set_exception_handler(handler):
        """Let a function be called when something went wrong."""
        _loop().set_exception_handler(handler)

    @staticmethod
    def call_exception_handler(context):
        """Something went wrong."""
        _loop().call_exception_handler(context)


class Stream:
    """What has read() and write() as MicroPython's streams do, to be waited for: serial ports, rings, sockets, files.

    It is ready when its ioctl() or the system says so. StreamReader(stream) and StreamWriter(stream) make one.
    """

    def __init__(self, s, e=None):
        self.s = s
        self.e = e or {}
        self._left = b""

    async def _ready(self, mask):
        if hasattr(self.s, "ioctl"):
            # Nobody tells when it is ready.
            await tasks.sleep(0)
            while not self.s.ioctl(3, mask) & mask:
                await tasks.sleep(0.001)
            return
        try:
            number = self.s.fileno()
        except (AttributeError, OSError):
            # It is always ready.
            await tasks.sleep(0)
            return
        loop = events.get_running_loop()
        waiter = loop.create_future()
        add, remove = (loop.add_reader, loop.remove_reader) if mask == 1 else (loop.add_writer, loop.remove_writer)
        add(number, ThreadSafeFlag._release, waiter)
        try:
            await waiter
        finally:
            remove(number)

    def get_extra_info(self, v, default=None):
        """Something that is known of the stream."""
        return self.e.get(v, default)

    async def read(self, n=-1):
        """Up to so many bytes that are there, or all up to the end."""
        found = b""
        while True:
            await self._ready(1)
            part = self.s.read(n)
            if part is not None:
                if n >= 0 or not part:
                    return found + part
                found += part

    async def readinto(self, buf):
        """Read into a buffer what is there: how many bytes."""
        await self._ready(1)
        return self.s.readinto(buf)

    async def readexactly(self, n):
        """So many bytes, or EOFError."""
        found = b""
        while len(found) < n:
            await self._ready(1)
            part = self.s.read(n - len(found))
            if part is not None:
                if not part:
                    raise EOFError
                found += part
        return found

    async def readline(self):
        """A line."""
        line = b""
        while True:
            await self._ready(1)
            part = self.s.readline()
            if part is not None:
                line += part
                if not part or line.endswith(b"\n"):
                    return line

    def write(self, buf):
        """Write what the stream takes now; drain() writes the rest."""
        if not self._left:
            count = self.s.write(buf)
            if count == len(buf):
                return
            if count is not None:
                buf = buf[count:]
        self._left += buf

    async def drain(self):
        """Wait until everything is written."""
        if not self._left:
            await tasks.sleep(0)
            return
        left = memoryview(self._left)
        while left:
            await self._ready(4)
            left = left[self.s.write(left) or 0 :]
        self._left = b""

    def close(self):
        """Nothing: wait_closed() closes the stream."""

    async def wait_closed(self):
        """Close the stream."""
        self.s.close()

    aclose = wait_closed

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exception):
        await self.aclose()
