"""Methods of connections that few programs use: functions of SQL, those who watch, copies, blobs."""

from _sqlite_errors import OperationalError, ProgrammingError

_SCALAR, _AGGREGATE, _WINDOW, _NO_FUNCTION, _COLLATION = 2, 3, 4, 5, 6
_AUTHORIZE, _TRACE, _PROGRESS = 7, 8, 9
_SERIALIZE, _DESERIALIZE, _RESTORE, _OPEN_BLOB = 12, 13, 14, 15


def _soon_positional(*names):
    """Lets a method take arguments by names, which Python 3.15 does not allow any more."""

    def decorate(method):
        def taking(self, *arguments, **keywords):
            if not keywords.keys().isdisjoint(names):
                _warn(method.__name__, names)
            return method(self, *arguments, **keywords)

        taking.__name__, taking.__qualname__ = method.__name__, f"Connection.{method.__name__}"
        taking.__doc__, taking.__wrapped__ = method.__doc__, method
        return taking

    return decorate


def _warn(method, names):
    import warnings

    listed = [repr(name) for name in names]
    shown, many = (", ".join(listed[:-1]) + " and " + listed[-1], "s") if len(names) > 1 else (listed[0], "")
    warnings.warn(
        f"Passing keyword argument{many} {shown} to _sqlite3.Connection.{method}() is deprecated. Parameter{many} "
        f"{shown} will become positional-only in Python 3.15.",
        DeprecationWarning,
        stacklevel=1,  # the library's own frames don't count
    )


class Functions:
    """What SQL can call."""

    def _id_of(self, key, function):
        """The number by which the database knows a function."""
        ids = self._function_ids
        id = ids.setdefault(key, len(ids))
        if function is None:
            self._functions.pop(id, None)
        else:
            self._functions[id] = function
        return id

    def _add_function(self, kind, name, narg, function, what, *more):
        self._check()
        if not isinstance(name, str):
            raise TypeError(f"create_{what}() argument 1 must be str, not {type(name).__name__}")
        narg = narg.__index__()
        key = (what, name.lower(), narg)
        old = self._functions.get(self._function_ids.get(key))
        id = self._id_of(key, function)
        try:
            self._request(_NO_FUNCTION if function is None else kind, name, narg, id, *more)
        except Exception:
            self._id_of(key, old)
            raise OperationalError(f"Error creating {what}") from None

    @_soon_positional("name", "narg", "func")
    def create_function(self, name, narg, func, *, deterministic=False):
        """Let SQL call func under a name with narg arguments (-1: any number); None takes it away."""
        self._add_function(_SCALAR, name, narg, func, "function", bool(deterministic))

    @_soon_positional("name", "n_arg", "aggregate_class")
    def create_aggregate(self, name, n_arg, aggregate_class):
        """Let SQL use a class with step() and finalize() as an aggregate; None takes it away."""
        self._add_function(_AGGREGATE, name, n_arg, aggregate_class, "aggregate")

    def create_window_function(self, name, num_params, aggregate_class, /):
        """Let SQL use a class with step(), inverse(), value() and finalize() on windows of rows; None takes it away."""
        self._check()
        try:
            self._add_function(_WINDOW, name, num_params, aggregate_class, "window function")
        except OperationalError:
            raise ProgrammingError("Error creating window function") from None

    def create_collation(self, name, callback, /):
        """Let SQL order texts by a function that compares two of them; None takes it away."""
        self._check()
        if not isinstance(name, str):
            raise TypeError(f"create_collation() argument 1 must be str, not {type(name).__name__}")
        name.encode()
        if callback is not None and not callable(callback):
            raise TypeError("parameter must be callable")
        id = self._id_of(("collation", name.lower()), callback)
        self._request(_COLLATION, name, None if callback is None else id)


class Watchers:
    """Those who are told what the database does."""

    @_soon_positional("authorizer_callback")
    def set_authorizer(self, authorizer_callback):
        """Ask a function whether statements may do what they want; None for nobody."""
        self._check()
        self._authorizer = authorizer_callback
        self._request(_AUTHORIZE, authorizer_callback is not None)

    @_soon_positional("progress_handler")
    def set_progress_handler(self, progress_handler, n):
        """Call a function after each n instructions of SQLite: the statement stops if it gives something true."""
        self._check()
        self._progress = progress_handler
        self._request(_PROGRESS, 0 if progress_handler is None else max(n, 0))

    @_soon_positional("trace_callback")
    def set_trace_callback(self, trace_callback):
        """Call a function with each statement that runs; None for none."""
        self._check()
        self._tracer = trace_callback
        self._request(_TRACE, trace_callback is not None)


class Wholes:
    """Databases as a whole, and their blobs."""

    def iterdump(self, *, filter=None):
        """The statements that make the database anew, one after the other."""
        from _sqlite_dump import dump

        self._check()
        return dump(self, filter)

    def backup(self, target, *, pages=-1, progress=None, name="main", sleep=0.250):
        """Copy the database of a name over the main database of another connection."""
        if not isinstance(target, _connection()):
            raise TypeError(f"backup() argument 'target' must be sqlite3.Connection, not {type(target).__name__}")
        self._check()
        if target is self:
            raise ValueError("target cannot be the same connection instance")
        if progress is not None and not callable(progress):
            raise TypeError("progress argument must be a callable")
        target._check()
        content = self._content(name, sleep)
        target._copier, target._copy_error = progress, None
        try:
            target._request(_RESTORE, "main", content, pages if pages else -1, progress is not None)
        except Exception:
            if target._copy_error is not None:
                raise target._copy_error from None
            raise
        finally:
            target._copier = target._copy_error = None

    def _content(self, name, sleep):
        """The database of a name as bytes, when nobody holds a lock on it any more."""
        while True:
            try:
                return self._request(_SERIALIZE, name)
            except OperationalError as error:
                if error.sqlite_errorcode & 0xFF not in (5, 6):
                    raise
            from time import sleep as wait

            wait(max(sleep, 0))

    def serialize(self, *, name="main"):
        """The database of a name as bytes: what its file would hold."""
        self._check()
        try:
            return self._request(_SERIALIZE, name)
        except OperationalError as error:
            if error.sqlite_errorcode != 1:
                raise
            raise OperationalError(f"unable to serialize '{name}'") from None

    def deserialize(self, data, /, *, name="main"):
        """Let the database of a name be in memory, with what its file would hold."""
        self._check()
        from _sqlite_values import content

        data = content(data)
        self._texts.clear()
        self._names.clear()
        self._request(_DESERIALIZE, name, data)

    def blobopen(self, table, column, row, /, *, readonly=False, name="main"):
        """Open a blob, to read and write it in place."""
        from _sqlite_blob import opened

        self._check()
        for place, argument in enumerate((table, column), 1):
            if not isinstance(argument, str):
                raise TypeError(f"blobopen() argument {place} must be str, not {type(argument).__name__}")
        row = row.__index__()
        if not -0x8000000000000000 <= row < 0x8000000000000000:
            raise OverflowError("Python int too large to convert to SQLite INTEGER")
        self._blobs += 1
        number = self._blobs
        size = self._request(_OPEN_BLOB, number, name, table, column, row, bool(readonly))
        return opened(self, number, size)


def _connection():
    from _sqlite_connection import Connection

    return Connection
