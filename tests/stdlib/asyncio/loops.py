import asyncio
import contextvars
import threading

variable = contextvars.ContextVar("variable", default="none")


def calls():
    loop = asyncio.new_event_loop()
    log = []
    loop.call_later(0.2, log.append, "later")
    loop.call_later(0.1, log.append, "sooner")
    loop.call_at(loop.time(), log.append, "now")
    loop.call_soon(log.append, "soon")
    loop.call_soon(log.append, "never").cancel()
    dropped = loop.call_later(0.15, log.append, "never")
    dropped.cancel()
    print(dropped.cancelled(), dropped.when() > 0)
    loop.call_later(0.3, loop.stop)
    loop.run_forever()
    print(log, loop.is_running(), loop.is_closed())
    loop.set_debug(True)
    for call in (lambda: loop.call_soon(3), lambda: loop.call_later(None, print)):
        try:
            call()
        except TypeError as error:
            print(error)
    loop.close()
    loop.close()
    for call in (lambda: loop.call_soon(print), lambda: loop.run_forever()):
        try:
            call()
        except RuntimeError as error:
            print(error)


def problems():
    loop = asyncio.new_event_loop()
    seen = []

    def fails():
        raise ValueError("in a call")

    loop.set_exception_handler(lambda loop, context: seen.append(context))
    loop.call_soon(fails)
    loop.call_soon(loop.stop)
    loop.run_forever()
    print(sorted(seen[0]), repr(seen[0]["exception"]))
    loop.call_exception_handler({"message": "by hand"})
    print(seen[1], loop.get_exception_handler() is not None)
    try:
        loop.set_exception_handler(3)
    except TypeError as error:
        print(error)
    future = loop.create_future()
    loop.call_soon(loop.stop)
    try:
        loop.run_until_complete(future)
    except RuntimeError as error:
        print(error)
    loop.close()


def contexts():
    async def child():
        print(variable.get())
        variable.set("child")

    async def main():
        variable.set("main")
        await asyncio.create_task(child())
        await child()
        print(variable.get())
        context = contextvars.copy_context()
        await asyncio.create_task(child(), context=context)
        print(context[variable], variable.get())
        print(await asyncio.to_thread(variable.get))

    asyncio.run(main())
    print(variable.get())


def threads():
    async def main():
        loop = asyncio.get_running_loop()
        print(await loop.run_in_executor(None, sum, [1, 2, 3]))
        event = asyncio.Event()
        threading.Timer(0.02, lambda: loop.call_soon_threadsafe(event.set)).start()
        await event.wait()

        def work():
            future = asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01, "slept"), loop)
            return future.result(5)

        print(await asyncio.to_thread(work))
        try:
            await asyncio.to_thread(int, "x")
        except ValueError as error:
            print(error)

    asyncio.run(main())


def generators():
    async def numbers(log):
        try:
            yield 1
            yield 2
        finally:
            log.append("closed")

    async def main():
        async for n in numbers(log):
            break
        print([n async for n in numbers([])])
        await asyncio.sleep(0)

    log = []
    asyncio.run(main())
    print(log)


def runners():
    async def value(v):
        return v

    with asyncio.Runner() as runner:
        print(runner.run(value(1)), runner.run(value(2)))
        loop = runner.get_loop()
    print(loop.is_closed())
    try:
        runner.run(coroutine := value(3))
    except RuntimeError as error:
        print(error)
    coroutine.close()
    for wrong in (3, value):
        try:
            asyncio.run(wrong)
        except (TypeError, ValueError):
            print("no coroutine")
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        print(error)

    async def leaves_a_task():
        async def forever():
            try:
                await asyncio.sleep(100)
            finally:
                print("cancelled at the end")

        asyncio.create_task(forever())
        await asyncio.sleep(0)
        return "done"

    print(asyncio.run(leaves_a_task()))


def eager():
    async def main():
        loop = asyncio.get_running_loop()
        loop.set_task_factory(asyncio.eager_task_factory)
        log = []

        async def quick():
            log.append("quick")
            return 1

        async def slow():
            log.append("begins")
            await asyncio.sleep(0)
            log.append("ends")
            return 2

        one, two = asyncio.create_task(quick()), asyncio.create_task(slow())
        log.append("main")
        print(one.done(), two.done(), await asyncio.gather(one, two), log)

    asyncio.run(main())


for part in (calls, problems, contexts, threads, generators, runners, eager):
    print("-", part.__name__)
    part()
