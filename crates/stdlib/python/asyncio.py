"""Tasks that take turns, and wait together for time, connections and each other."""

__path__ = []

from asyncio import events, exceptions, futures, coroutines, tasks  # noqa: F401
from asyncio.events import *  # noqa: F403
from asyncio.exceptions import *  # noqa: F403
from asyncio.futures import *  # noqa: F403
from asyncio.coroutines import *  # noqa: F403
from asyncio.tasks import *  # noqa: F403

# What is loaded when somebody asks for it: the names of each module.
_LATER = {
    "base_events": ("BaseEventLoop", "EventLoop", "Server"),
    "graph": (
        "capture_call_graph", "format_call_graph", "print_call_graph", "FrameCallGraphEntry", "FutureCallGraph",
        "future_add_to_awaited_by", "future_discard_from_awaited_by",
    ),
    "locks": ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier"),
    "policies": ("get_event_loop_policy", "set_event_loop_policy"),
    "protocols": ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol"),
    "queues": ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty", "QueueShutDown"),
    "runners": ("Runner", "run"),
    "selector_events": (),
    "streams": (
        "StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server",
        "open_unix_connection", "start_unix_server",
    ),
    "subprocess": ("create_subprocess_exec", "create_subprocess_shell"),
    "taskgroups": ("TaskGroup",),
    "threads": ("to_thread",),
    "timeouts": ("Timeout", "timeout", "timeout_at"),
    "transports": (
        "BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport", "SubprocessTransport",
    ),
    "_micro": ("sleep_ms", "wait_for_ms", "run_until_complete", "ThreadSafeFlag", "Loop", "Stream"),
}  # fmt: skip
_PLACES = {name: module for module, names in _LATER.items() for name in names}
_PLACES["SelectorEventLoop"] = "base_events"
_DEPRECATED = ("AbstractEventLoopPolicy", "DefaultEventLoopPolicy")

__all__ = (
    *events.__all__, *exceptions.__all__, *futures.__all__, *coroutines.__all__, *tasks.__all__,
    *(name for module, names in _LATER.items() if module != "_micro" for name in names),
)  # fmt: skip


def __getattr__(name):
    import importlib

    if name in _DEPRECATED:
        from asyncio import policies

        policies._warn(name)
        return getattr(policies, name)
    module = name if name in _LATER and name != "_micro" else _PLACES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    loaded = importlib.import_module(f"{__name__}.{module}")
    if module == name:
        return loaded
    value = getattr(loaded, "EventLoop" if name == "SelectorEventLoop" else name)
    globals()[name] = value
    return value


def __dir__():
    return sorted({*globals(), *_LATER, *_PLACES})
