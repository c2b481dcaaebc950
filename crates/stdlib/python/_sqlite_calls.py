"""What a database calls a program for while SQL runs: functions, aggregates, collations, and those who watch."""

import sys

from _sqlite_values import result

RAISED = 1  # SQLite's number of an error that has words only
_TOO_BIG, _NO_MEMORY = 18, 7
_shows_tracebacks = False


def enable_callback_tracebacks(enable, /):
    """Report exceptions in functions that SQL calls by sys.unraisablehook, or no longer."""
    global _shows_tracebacks
    _shows_tracebacks = bool(enable)


class _Unraisable:
    """What sys.unraisablehook is told."""

    def __init__(self, error, function):
        self.exc_type, self.exc_value, self.exc_traceback = type(error), error, error.__traceback__
        self.err_msg = None
        self.object = function


def _report(error, function):
    if _shows_tracebacks:
        sys.unraisablehook(_Unraisable(error, function))


def _refuse(link, call, error, function, message):
    """Answers a call by an exception."""
    _report(error, function)
    if isinstance(error, OverflowError):
        link.refuse(call, _TOO_BIG, "string or blob too big")
    elif isinstance(error, MemoryError):
        link.refuse(call, _NO_MEMORY, "out of memory")
    else:
        link.refuse(call, RAISED, message)


def _reply(link, call, value):
    """Answers a call by what a function of the program gave."""
    if not link.reply(call, result(value)):
        if isinstance(value, str):
            value.encode()
        raise TypeError("no value of a database")


def _function(connection, link, call, id, arguments):
    function = connection._functions[id]
    try:
        _reply(link, call, function(*arguments))
    except BaseException as error:
        _refuse(link, call, error, function, "user-defined function raised exception")


def _step(connection, link, call, id, use, arguments):
    cls = connection._functions[id]
    message = "user-defined aggregate's '__init__' method raised error"
    try:
        instance = connection._uses.get(use)
        if instance is None:
            instance = connection._uses[use] = cls()
        message = "user-defined aggregate's 'step' method not defined"
        step = instance.step
        message = "user-defined aggregate's 'step' method raised error"
        step(*arguments)
        link.reply(call, None)
    except BaseException as error:
        _refuse(link, call, error, cls, message)


def _inverse(connection, link, call, id, use, arguments):
    message = "user-defined aggregate's 'inverse' method not defined"
    try:
        inverse = connection._uses[use].inverse
        message = "user-defined aggregate's 'inverse' method raised error"
        inverse(*arguments)
        link.reply(call, None)
    except BaseException as error:
        _refuse(link, call, error, connection._functions[id], message)


def _value(connection, link, call, id, use, name="value"):
    message = f"user-defined aggregate's '{name}' method not defined"
    try:
        instance = connection._uses.get(use)
        if instance is None:  # it could not be made
            link.reply(call, None)
            return
        method = getattr(instance, name)
        message = f"user-defined aggregate's '{name}' method raised error"
        _reply(link, call, method())
    except BaseException as error:
        _refuse(link, call, error, connection._functions[id], message)


def _finish(connection, link, call, id, use):
    _value(connection, link, call, id, use, "finalize")
    connection._uses.pop(use, None)


def _collate(connection, link, call, id, left, right):
    function = connection._functions[id]
    try:
        order = int.__index__(function(left, right))
        link.reply(call, (order > 0) - (order < 0))
    except BaseException as error:
        _report(error, function)
        link.reply(call, 0)


_DENY = 1


def _authorize(connection, link, call, *arguments):
    try:
        answer = connection._authorizer(*arguments)
        if not isinstance(answer, int) or not -0x80000000 <= answer < 0x80000000:
            answer = _DENY
        link.reply(call, int.__index__(answer))
    except BaseException as error:
        _report(error, connection._authorizer)
        link.reply(call, _DENY)


def _progress(connection, link, call):
    try:
        link.reply(call, int(bool(connection._progress())))
    except BaseException as error:
        _report(error, connection._progress)
        link.reply(call, 1)


def _trace(connection, link, call, text):
    try:
        connection._tracer(text)
    except BaseException as error:
        _report(error, connection._tracer)
    link.reply(call, None)


def _copied(connection, link, call, status, left, pages):
    try:
        connection._copier(status, left, pages)
        link.reply(call, None)
    except BaseException as error:
        connection._copy_error = error
        link.refuse(call, RAISED, "progress handler raised exception")


_SERVERS = (_function, _step, _inverse, _value, _finish, _collate, _authorize, _progress, _trace, _copied)


def serve(connection, call, kind, arguments):
    """Answers a call of a connection's database. If this raises an exception, there was no answer."""
    _SERVERS[kind](connection, connection._link, call, *arguments)
