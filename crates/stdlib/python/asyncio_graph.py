"""Who waits for whom: the call stacks of tasks, and of those that await them."""

import sys
from asyncio import events, futures, tasks
from dataclasses import dataclass

__all__ = (
    "capture_call_graph", "format_call_graph", "print_call_graph", "FrameCallGraphEntry", "FutureCallGraph",
    "future_add_to_awaited_by", "future_discard_from_awaited_by",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FrameCallGraphEntry:
    """A frame of a call stack."""

    frame: object


@dataclass(frozen=True, slots=True)
class FutureCallGraph:
    """A future, its call stack, and the graphs of those that await it."""

    future: object
    call_stack: tuple
    awaited_by: tuple


def future_add_to_awaited_by(future, waiter, /):
    """Note that a future is awaited by another one, in a way that nobody sees."""
    if futures.isfuture(future) and futures.isfuture(waiter):
        vars(future).setdefault("_awaited_by", {})[waiter] = None


def future_discard_from_awaited_by(future, waiter, /):
    """It isn't any more."""
    if futures.isfuture(future) and futures.isfuture(waiter):
        vars(future).get("_awaited_by", {}).pop(waiter, None)


def _waiters(future):
    """Who awaits a future: nobody keeps that, so all tasks are asked what they wait for."""
    found = dict(vars(future).get("_awaited_by", {}))
    for callback, _ in future._callbacks:
        # The task of a group waits for all in it.
        parent = getattr(getattr(callback, "__self__", None), "_parent_task", None)
        if parent is not None:
            found[parent] = None
    loop = future.get_loop()
    for task in [task for task in tasks._pending if task.get_loop() is loop]:
        if task._fut_waiter is future or future in getattr(task._fut_waiter, "_children", ()):
            found[task] = None
    found.pop(future, None)
    return list(found)


def _checked(future):
    if not isinstance(future, futures.Future):
        raise TypeError(f"{future!r} object does not appear to be compatible with asyncio.Future")
    return future


def _graph_of(future, limit):
    """The graph of a future that doesn't run."""
    stack = []
    coroutine = getattr(_checked(future), "get_coro", lambda: None)()
    while coroutine is not None:
        kind = next((kind for kind in ("cr", "ag") if hasattr(coroutine, kind + "_await")), None)
        if kind is None:
            break
        frame = getattr(coroutine, kind + "_frame")
        if frame is not None:
            stack.append(FrameCallGraphEntry(frame))
        coroutine = getattr(coroutine, kind + "_await")
    stack.reverse()
    return _graph(future, stack, limit)


def _graph(future, stack, limit):
    if limit is not None:
        stack = stack[:limit] if limit > 0 else stack[limit:] if limit < 0 else []
    return FutureCallGraph(future, tuple(stack), tuple(_graph_of(waiter, limit) for waiter in _waiters(future)))


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    """The graph of a future, by default of the running task; depth frames are left out of it."""
    loop = events._get_running_loop()
    if future is not None:
        if loop is None or future is not tasks.current_task(loop):
            return _graph_of(future, limit)
    elif loop is None:
        raise RuntimeError(
            "capture_call_graph() is called outside of a running event loop and no *future* to introspect was provided"
        )
    else:
        future = tasks.current_task(loop)
    if future is None:
        return None
    stack, frame = [], sys._getframe(depth) if limit != 0 else None
    while frame is not None:
        stack.append(FrameCallGraphEntry(frame))
        above = frame.f_back
        if frame.f_generator is not None and above is not None and above.f_generator is None:
            # What runs the task is no part of it.
            break
        frame = above
    return _graph(_checked(future), stack, limit)


def format_call_graph(future=None, /, *, depth=1, limit=None):
    """The graph as text; an empty one if no task runs."""
    graph = capture_call_graph(future, depth=depth + 1, limit=limit)
    return "" if graph is None else "\n".join(_lines(graph, ""))


def _lines(graph, indent):
    future = graph.future
    if isinstance(future, tasks.Task):
        yield f"{indent}* Task(name={future.get_name()!r}, id={id(future):#x})"
    else:
        yield f"{indent}* Future(id={id(future):#x})"
    if graph.call_stack:
        yield f"{indent}  + Call stack:"
    for entry in graph.call_stack:
        frame, kind = entry.frame, ""
        for prefix, name in ("cr", "async "), ("ag", "async generator "), ("gi", "generator "):
            if hasattr(frame.f_generator, prefix + "_code"):
                kind = name
        yield f"{indent}  |   File {frame.f_code.co_filename!r}, line {frame.f_lineno}, in {kind}{frame.f_code.co_qualname}()"
    if graph.awaited_by:
        yield f"{indent}  + Awaited by:"
    for waiter in graph.awaited_by:
        yield from _lines(waiter, indent + "    ")


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    """Print the graph of a future, by default of the running task."""
    print(format_call_graph(future, depth=depth + 1, limit=limit), file=file)
