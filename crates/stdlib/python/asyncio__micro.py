"""What MicroPython's asyncio has beside CPython's."""

from asyncio import events, futures, tasks

__all__ = ()


def sleep_ms(t):
    """Wait for so many milliseconds."""
    return tasks.sleep(t / 1000)


def wait_for_ms(aw, timeout):
    """What is awaited, if it is there in so many milliseconds."""
    return tasks.wait_for(aw, timeout / 1000)


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


class Loop:
    """The running loop, as MicroPython's programs know it."""

    create_task = staticmethod(tasks.create_task)

    @staticmethod
    def run_forever():
        """Run until stop() is called."""
        events.get_event_loop().run_forever()

    @staticmethod
    def run_until_complete(aw):
        """Run until something is done."""
        return events.get_event_loop().run_until_complete(aw)

    @staticmethod
    def stop():
        """End run_forever()."""
        events.get_event_loop().stop()

    @staticmethod
    def set_exception_handler(handler):
        """Let a function be called when something went wrong."""
        events.get_event_loop().set_exception_handler(handler)

    @staticmethod
    def call_exception_handler(context):
        """Something went wrong."""
        events.get_event_loop().call_exception_handler(context)
