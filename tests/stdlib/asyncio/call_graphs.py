# python: 3.14
# slow: loads much
import asyncio
import io
import re


def shown(text):
    text = re.sub(r"'<frozen [^']*>', line \d+", "'asyncio', line …", text)
    return re.sub(r"id=0x\w+", "id=…", re.sub(r"File '[^']*[/\\]", "File '", text))


async def inner():
    await asyncio.sleep(1)


async def outer():
    await inner()


async def reports():
    print(shown(asyncio.format_call_graph()))


async def in_a_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(reports(), name="reporter")


async def collect(task):
    await asyncio.gather(task)


async def main():
    task = asyncio.create_task(outer(), name="outer")
    waiting = asyncio.create_task(asyncio.wait_for(task, 5), name="waiting")
    collecting = asyncio.create_task(collect(task), name="collecting")
    await asyncio.sleep(0)
    graph = asyncio.capture_call_graph(task)
    print(graph.future is task, [entry.frame.f_code.co_name for entry in graph.call_stack])
    print([each.future.get_name() for each in graph.awaited_by])
    for limit in 1, -1, 0:
        print([entry.frame.f_code.co_name for entry in asyncio.capture_call_graph(task, limit=limit).call_stack])
    own = asyncio.capture_call_graph()
    print(own.future is asyncio.current_task(), own.call_stack[0].frame.f_code.co_name, own.awaited_by)
    print(type(own) is asyncio.FutureCallGraph, type(own.call_stack[0]) is asyncio.FrameCallGraphEntry)
    future, other = asyncio.Future(), asyncio.Future()
    print(shown(asyncio.format_call_graph(future)))
    asyncio.future_add_to_awaited_by(future, other)
    print(shown(asyncio.format_call_graph(future)))
    asyncio.future_discard_from_awaited_by(future, other)
    asyncio.future_add_to_awaited_by(future, 5)
    out = io.StringIO()
    asyncio.print_call_graph(future, file=out)
    print(shown(out.getvalue()))
    for each in task, waiting, collecting:
        each.cancel()
    await asyncio.wait([task, waiting, collecting])
    await in_a_group()
    try:
        asyncio.capture_call_graph(5)
    except TypeError as error:
        print(error)


asyncio.run(main())
try:
    asyncio.capture_call_graph()
except RuntimeError as error:
    print(error)
