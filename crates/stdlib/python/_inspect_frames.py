# Frames, the stack, and the states of generators.

import builtins
import sys
from collections import namedtuple
from inspect import isfunction, isgenerator, ismethod, istraceback, isframe
import _inspect_sources as _sources

__name__ = "inspect"

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"

# Where something is in the source, as dis.Positions.
Positions = namedtuple("Positions", "lineno end_lineno col_offset end_col_offset", defaults=(None,) * 4, module="dis")
ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound", module="inspect")


class Traceback(namedtuple("_Traceback", "filename lineno function code_context index", module="inspect")):
    """Where a frame or an entry of a traceback is."""

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        return (
            f"Traceback(filename={self.filename!r}, lineno={self.lineno!r}, function={self.function!r}, "
            f"code_context={self.code_context!r}, index={self.index!r}, positions={self.positions!r})"
        )


class FrameInfo(namedtuple("_FrameInfo", ("frame", *Traceback._fields), module="inspect")):
    """A frame and where it is."""

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        return (
            f"FrameInfo(frame={self.frame!r}, filename={self.filename!r}, lineno={self.lineno!r}, "
            f"function={self.function!r}, code_context={self.code_context!r}, index={self.index!r}, "
            f"positions={self.positions!r})"
        )


def getlineno(frame):
    """The line where a frame is."""
    return frame.f_lineno


def _positions(code, instruction):
    """Where the instruction is in the source: lines and columns."""
    if instruction < 0:
        return None
    found = next((each for at, each in enumerate(code.co_positions()) if at == instruction // 2), None)
    if found is None:
        return None
    return Positions(*found)


def getframeinfo(frame, context=1):
    """Where a frame or an entry of a traceback is, with as many lines of source around as context says."""
    if istraceback(frame):
        lineno, last, frame = frame.tb_lineno, frame.tb_lasti, frame.tb_frame
    else:
        if not isframe(frame):
            raise TypeError(f"{frame!r} is not a frame or traceback object")
        lineno, last = frame.f_lineno, frame.f_lasti
    filename = _sources.getsourcefile(frame) or _sources.getfile(frame)
    lines = index = None
    if context > 0:
        start = lineno - 1 - context // 2
        try:
            lines, _ = _sources.findsource(frame)
        except OSError:
            pass
        else:
            start = max(0, min(start, len(lines) - context))
            lines = lines[start : start + context]
            index = lineno - 1 - start
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index, positions=_positions(frame.f_code, last))


def _info(frame, place, context):
    found = getframeinfo(place, context)
    return FrameInfo(frame, *found, positions=found.positions)


def getouterframes(frame, context=1):
    """A frame and those that called it."""
    frames = []
    while frame:
        frames.append(_info(frame, frame, context))
        frame = frame.f_back
    return frames


def getinnerframes(tb, context=1):
    """The frames of a traceback, the outermost first."""
    frames = []
    while tb:
        frames.append(_info(tb.tb_frame, tb, context))
        tb = tb.tb_next
    return frames


def stack(context=1):
    """The frames from the caller's outwards."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """The frames from the one that handles an exception to the one that raised it."""
    error = sys.exception()
    return getinnerframes(None if error is None else error.__traceback__, context)


def _state(obj, prefix, names):
    if getattr(obj, prefix + "_running"):
        return names[1]
    if getattr(obj, prefix + "_suspended"):
        return names[2]
    if getattr(obj, prefix + "_frame") is None:
        return names[3]
    return names[0]


def getgeneratorstate(generator):
    """Whether a generator is created, running, suspended or closed."""
    return _state(generator, "gi", (GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED))


def getcoroutinestate(coroutine):
    """Whether a coroutine is created, running, suspended or closed."""
    return _state(coroutine, "cr", (CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED))


def getasyncgenstate(agen):
    """Whether an asynchronous generator is created, running, suspended or closed."""
    return _state(agen, "ag", (AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED))


def getgeneratorlocals(generator):
    """The local variables of a generator."""
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    frame = getattr(generator, "gi_frame", None)
    return frame.f_locals if frame is not None else {}


def getcoroutinelocals(coroutine):
    """The local variables of a coroutine."""
    frame = getattr(coroutine, "cr_frame", None)
    return frame.f_locals if frame is not None else {}


def getasyncgenlocals(agen):
    """The local variables of an asynchronous generator."""
    from inspect import isasyncgen

    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    frame = getattr(agen, "ag_frame", None)
    return frame.f_locals if frame is not None else {}


def getclosurevars(func):
    """The names that a function takes from outside: of functions around it, of its module, builtins, and unknown ones."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    nonlocals = {}
    for name, cell in zip(code.co_freevars, func.__closure__ or ()):
        try:
            nonlocals[name] = cell.cell_contents
        except ValueError:
            pass
    module_names = func.__globals__
    builtin_names = module_names.get("__builtins__", builtins.__dict__)
    if not isinstance(builtin_names, dict):
        builtin_names = builtin_names.__dict__
    found_globals, found_builtins, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        if name in module_names:
            found_globals[name] = module_names[name]
        elif name in builtin_names:
            found_builtins[name] = builtin_names[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found_globals, found_builtins, unbound)
