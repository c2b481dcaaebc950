# Which loop a thread has, and what is registered with it; futures of other modules; timeouts at a time.
import asyncio
import concurrent.futures

loop = asyncio.new_event_loop()
print(isinstance(loop, asyncio.EventLoop), asyncio._get_running_loop())
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
try:
    asyncio.set_event_loop(5)
except TypeError as error:
    print(error)


async def main():
    print(asyncio.get_running_loop() is loop, asyncio._get_running_loop() is loop)
    handle = loop.call_later(60, print, "never")
    print(isinstance(handle, asyncio.TimerHandle), handle.when() > loop.time(), handle.cancelled())
    handle.cancel()
    soon = loop.call_soon(print, "soon")
    print(isinstance(soon, asyncio.Handle), handle.cancelled())
    try:
        async with asyncio.timeout_at(loop.time() - 1) as timeout:
            await asyncio.sleep(10)
    except TimeoutError:
        print("late", timeout.expired(), isinstance(timeout, asyncio.Timeout))
    async with asyncio.timeout_at(None) as timeout:
        print(timeout.when(), timeout.expired())
    given = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(given)
    given.set_result("from a thread")
    print(await wrapped, asyncio.wrap_future(wrapped) is wrapped, asyncio.isfuture(wrapped), isinstance(wrapped, asyncio.Future))
    return await eagerly()


async def eagerly():
    factory = asyncio.create_eager_task_factory(asyncio.Task)
    running = asyncio.get_running_loop()
    running.set_task_factory(factory)

    async def step():
        print("at once")
        return 5

    task = running.create_task(step())
    print(task.done(), await task, running.get_task_factory() is factory)
    running.set_task_factory(None)
    return "end"


print(loop.run_until_complete(main()))


async def coroutine(): ...


made = coroutine()
print(asyncio.iscoroutine(made), asyncio.iscoroutine(coroutine))
made.close()

# What those use who write tasks of their own.


class Own:
    def __init__(self, name):
        self.name = name

    def get_loop(self):
        return loop

    def done(self):
        return False


own, other = Own("own"), Own("other")
asyncio._register_task(own)
print([task.name for task in asyncio.all_tasks(loop)])
asyncio._enter_task(loop, own)
print(asyncio.current_task(loop).name)
for call in (lambda: asyncio._enter_task(loop, other), lambda: asyncio._leave_task(loop, other)):
    try:
        call()
    except RuntimeError as error:
        print(str(error).split("<")[0])
asyncio._leave_task(loop, own)
asyncio._unregister_task(own)
print(asyncio.current_task(loop), asyncio.all_tasks(loop))
asyncio._set_running_loop(loop)
print(asyncio.get_running_loop() is loop)
asyncio._set_running_loop(None)
loop.close()
asyncio.set_event_loop(None)
