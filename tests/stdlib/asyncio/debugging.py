# requires: threads
# A loop that looks for mistakes says where things were made, what took long, and what comes from the wrong thread.
import asyncio
import functools
import logging
import threading

messages = []


class Keep(logging.Handler):
    def emit(self, record):
        messages.append(record.getMessage())


logging.getLogger("asyncio").addHandler(Keep())
logging.getLogger("asyncio").propagate = False


def shown(text):
    """Without the folder of this file."""
    return text.replace(__file__, "FILE")


def called(*args):
    pass


def fails():
    raise ValueError("on purpose")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug())
    # What takes long on a loaded machine is not said but where it is asked for.
    loop.slow_callback_duration = 60
    handle = loop.call_soon(called, 1, "two")
    print(shown(repr(handle)))
    timer = loop.call_later(60, functools.partial(called, 3), 4)
    print(shown(repr(timer)).partition(" ")[2].partition(" ")[2])
    timer.cancel()
    print(shown(repr(timer)).partition(" ")[2].replace(str(timer.when()), "WHEN"))
    loop.call_soon(fails)
    await asyncio.sleep(0)
    print(shown(messages[-1]).splitlines()[:2] if messages else None)
    if loop.get_debug():
        print(any("Object created at" in line for line in messages[-1].splitlines()))
    if loop.get_debug():
        try:
            loop.call_soon(main)
        except TypeError as problem:
            print(problem)
    problems = []

    def elsewhere():
        try:
            loop.call_soon(called)
        except RuntimeError as problem:
            problems.append(problem)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    print(problems)
    loop.slow_callback_duration = 0
    await asyncio.sleep(0)
    print(any(message.startswith("Executing <Task") for message in messages))
    loop.slow_callback_duration = 60


asyncio.run(main(), debug=True)
messages.clear()
try:
    asyncio.run(main(), debug=False)
except RuntimeError as problem:
    print(problem)
