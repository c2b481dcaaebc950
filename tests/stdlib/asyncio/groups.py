import asyncio


async def after(seconds, value):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("cancelled", value)
        raise
    if isinstance(value, BaseException):
        raise value
    return value


async def well():
    async with asyncio.TaskGroup() as group:
        one = group.create_task(after(0.01, 1))
        two = group.create_task(after(0, 2), name="two")
        print(repr(group), two.get_name())
    print(one.result(), two.result(), repr(group))
    try:
        group.create_task(late := after(0, 3))
    except RuntimeError as error:
        print(str(error).replace(repr(group), "GROUP"))
    late.close()


async def failing():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(after(30, "long"))
            group.create_task(after(0, ValueError("a")))
            group.create_task(after(0, KeyError("b")))
    except* ValueError as errors:
        print(errors.exceptions)
    except* KeyError as errors:
        print(errors.exceptions)


async def body_fails():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(after(30, "long"))
            await asyncio.sleep(0)
            raise OSError("body")
    except ExceptionGroup as error:
        print(error, error.exceptions)


async def cancelled_from_outside():
    async def inner():
        async with asyncio.TaskGroup() as group:
            group.create_task(after(30, "child"))
            await asyncio.sleep(30)

    task = asyncio.create_task(inner())
    await asyncio.sleep(0.01)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task.cancelled())


async def nested():
    try:
        async with asyncio.TaskGroup() as outer:
            async with asyncio.TaskGroup() as inner:
                inner.create_task(after(0.01, ValueError("inner")))
                outer.create_task(after(30, "outer"))
    except ExceptionGroup as error:
        print(error.exceptions[0].exceptions)


async def child_cancels_itself():
    async def child():
        raise asyncio.CancelledError

    async with asyncio.TaskGroup() as group:
        task = group.create_task(child())
    print(task.cancelled())


async def base_error():
    class Stop(BaseException):
        pass

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(after(0, Stop("stop")))
    except BaseExceptionGroup as error:
        print(type(error).__name__, error.exceptions)


async def mistakes():
    group = asyncio.TaskGroup()
    coroutine = after(0, 1)
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()
    async with group:
        pass
    try:
        async with group:
            pass
    except RuntimeError as error:
        print(error)


for part in (
    well,
    failing,
    body_fails,
    cancelled_from_outside,
    nested,
    child_cancels_itself,
    base_error,
    mistakes,
):
    print("-", part.__name__)
    asyncio.run(part())
