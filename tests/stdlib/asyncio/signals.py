# Signals in a loop, and Ctrl-C in asyncio.run().
import asyncio, os, signal, sys, time


def refused(function, *args):
    try:
        print(function(*args))
    except BaseException as error:
        print(type(error).__name__, error)


async def main():
    loop = asyncio.get_running_loop()
    came = []
    loop.add_signal_handler(signal.SIGUSR1, came.append, 1)
    os.kill(os.getpid(), signal.SIGUSR1)
    print(came)
    await asyncio.sleep(0.01)
    print(
        came,
        loop.remove_signal_handler(signal.SIGUSR1),
        loop.remove_signal_handler(signal.SIGUSR1),
        repr(signal.getsignal(signal.SIGUSR1)),
    )
    refused(loop.add_signal_handler, "x", print)
    refused(loop.add_signal_handler, 1000, print)
    refused(loop.add_signal_handler, signal.SIGKILL, print)
    refused(loop.add_signal_handler, signal.SIGUSR1, main)
    event = asyncio.Event()
    loop.add_signal_handler(signal.SIGALRM, event.set)
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    start = time.monotonic()
    await asyncio.wait_for(event.wait(), 5)
    print(time.monotonic() - start < 1)


asyncio.run(main())
print(repr(signal.getsignal(signal.SIGALRM)), signal.getsignal(signal.SIGINT) is signal.default_int_handler)


async def cancelled():
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("cancelled")
        raise


signal.signal(signal.SIGALRM, lambda n, f: signal.raise_signal(signal.SIGINT))
refused(asyncio.run, cancelled())


async def stubborn():
    try:
        signal.raise_signal(signal.SIGINT)
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("once")
        await asyncio.sleep(0)
    return 5


refused(asyncio.run, stubborn())


async def twice():
    try:
        signal.raise_signal(signal.SIGINT)
        print("not yet")
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        print("interrupt")
        raise


refused(asyncio.run, twice())
