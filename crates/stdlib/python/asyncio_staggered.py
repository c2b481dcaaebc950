"""Attempts that begin one after the other, as long as none has succeeded (RFC 8305)."""

from asyncio import events, tasks

__all__ = ("staggered_race",)


async def staggered_race(coro_fns, delay, *, loop=None):
    """Begin the next attempt when the one before has failed, or has not succeeded in so many seconds. What the first one
    gives that succeeds, its number, and the exceptions of all."""
    loop = loop or events.get_running_loop()
    left = enumerate(coro_fns)
    running, exceptions = {}, []
    winner = number = None

    def begin():
        for place, function in left:
            exceptions.append(None)
            running[loop.create_task(function())] = place
            return True
        return False

    try:
        more = begin()
        while running:
            done, _ = await tasks.wait(running, timeout=delay if more else None, return_when=tasks.FIRST_COMPLETED)
            for task in done:
                place = running.pop(task)
                problem = None if task.cancelled() else task.exception()
                if task.cancelled() or problem is not None:
                    exceptions[place] = problem or task._make_cancelled_error()
                elif number is None:
                    winner, number = task.result(), place
            if number is not None:
                break
            more = begin()
        return winner, number, exceptions
    finally:
        await _end(running, exceptions)


async def _end(running, exceptions):
    """Cancels the attempts that are not wanted any more, and waits for their ends."""
    for task in running:
        task.cancel()
    for task, place in running.items():
        try:
            await tasks.wait([task])
        finally:
            exceptions[place] = task._make_cancelled_error() if task.cancelled() else task.exception()
