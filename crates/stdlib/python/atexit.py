# Functions that run at the end of the program, the last one registered first.
import sys

__all__ = ["register", "unregister"]

_functions = []


def register(func, /, *args, **kwargs):
    """Register a function to be executed upon normal program termination."""
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _functions.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Unregister an exit function which was previously registered."""
    _functions[:] = [entry for entry in _functions if not entry[0] == func]


# What MicroPython's sys.atexit() keeps: one function.
_only = None


def _run_only():
    if _only is not None:
        _only()


def _replace_only(func, /):
    """Set the function to be executed at the end of the program, or None: the one before."""
    global _only
    if func is not None and not callable(func):
        raise TypeError("function expected")
    unregister(_run_only)
    before, _only = _only, func
    register(_run_only)
    return before


def _clear():
    """Clear the list of previously registered exit functions."""
    _functions.clear()


def _ncallbacks():
    """Return the number of registered exit functions."""
    return len(_functions)


def _run_exitfuncs():
    """Run all registered exit functions."""
    functions = _functions[::-1]
    _functions.clear()
    for func, args, kwargs in functions:
        try:
            func(*args, **kwargs)
        except BaseException as error:
            # The traceback starts with the function itself.
            error.__traceback__ = error.__traceback__.tb_next
            sys._show_unraisable(error, f"Exception ignored in atexit callback {func!r}")
