"""Event loop policies: what makes loops and remembers them for threads. They are deprecated; runners take a loop_factory."""

import threading
import warnings
from asyncio import events

__all__ = ("get_event_loop_policy", "set_event_loop_policy")


class AbstractEventLoopPolicy:
    """What a policy does."""

    def get_event_loop(self):
        """The loop of this thread."""
        raise NotImplementedError

    def set_event_loop(self, loop):
        """Set the loop of this thread."""
        raise NotImplementedError

    def new_event_loop(self):
        """A new loop."""
        raise NotImplementedError


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """Makes usual loops, one for each thread that sets it."""

    _loop_factory = None

    def __init__(self):
        self._local = threading.local()

    def get_event_loop(self):
        """The loop that this thread has set."""
        loop = getattr(self._local, "loop", None)
        if loop is None:
            raise RuntimeError(f"There is no current event loop in thread {threading.current_thread().name!r}.")
        return loop

    def set_event_loop(self, loop):
        """Set the loop of this thread."""
        if loop is not None and not isinstance(loop, events.AbstractEventLoop):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        self._local.loop = loop

    def new_event_loop(self):
        """A new loop."""
        from asyncio.base_events import EventLoop

        return (self._loop_factory or EventLoop)()


def _warn(name):
    message = f"'asyncio.{name}' is deprecated and slated for removal in Python 3.16"
    warnings.warn(message, DeprecationWarning, stacklevel=3)


def get_event_loop_policy():
    """The policy: until another is set, one that makes usual loops."""
    _warn("get_event_loop_policy")
    if events._policy is None:
        events._policy = DefaultEventLoopPolicy()
        loop = events._current.get(events.get_ident())
        if loop is not None:
            events._policy.set_event_loop(loop)
    return events._policy


def set_event_loop_policy(policy):
    """Let a policy make and remember loops; None: the usual one."""
    _warn("set_event_loop_policy")
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
    events._policy = policy
