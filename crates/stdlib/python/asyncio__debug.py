"""What is remembered and shown of calls and futures while a loop looks for mistakes."""

import sys

# How many frames are remembered.
_DEPTH = 10


def origin(depth=2):
    """Where the caller's caller stands: what traceback.extract_stack() gives, without the library's own last frames."""
    from traceback import StackSummary, walk_stack

    frame = sys._getframe(depth)
    while frame.f_back is not None and frame.f_code.co_filename.startswith("<frozen asyncio"):
        frame = frame.f_back
    found = StackSummary.extract(walk_stack(frame), limit=_DEPTH, lookup_lines=False)
    found.reverse()
    return found


def created_at(stack):
    """The end of what a repr() shows."""
    return f"created at {stack[-1][0]}:{stack[-1][1]}"


def told(context):
    """The lines about where something was made, of what goes to a loop's exception handler."""
    from traceback import format_list

    key, stack = context
    what = "Object created at" if key == "source_traceback" else "Handle created at"
    return f"{key}: {what} (most recent call last):\n{''.join(format_list(stack)).rstrip()}"


def tell_of_slow(handle, seconds, slowest):
    """Says that a call took long."""
    if seconds >= slowest:
        from logging import getLogger

        callback = handle._callback
        task = getattr(callback, "__self__", None)
        what = repr(task) if hasattr(task, "get_coro") else repr(handle)
        getLogger("asyncio").warning("Executing %s took %.3f seconds", what, seconds)
