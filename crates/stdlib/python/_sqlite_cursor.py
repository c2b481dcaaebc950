"""Cursors: statements and their rows.

The database reads rows ahead only as far as a program can't notice: one at first, and more as long as it does nothing else
with the connection in between.
"""

from _thread import _count as _count_threads, get_ident as _get_ident
from types import MappingProxyType as _MappingProxy

from _sqlite_errors import DataError, OperationalError, ProgrammingError, exception
from _sqlite_values import plain, to_plain

PARSE_DECLTYPES = 1
PARSE_COLNAMES = 2
_LOCKED = 6
_DESCRIBE = 0
_SCRIPT = 1
_MOST_AHEAD = 256  # rows that iteration reads ahead
_ALL_AHEAD = 1 << 16
_ROWS_AT_ONCE = 512  # of parameters


def _check_text(connection, sql, function, is_script=False):
    """Looks whether SQLite can be given a statement's text."""
    if not isinstance(sql, str):
        number = "" if is_script else " 1"
        kind = None if sql is None else type(sql).__name__
        raise TypeError(f"{function}() argument{number} must be str, not {kind}")
    text = sql.encode()
    if len(text) > connection._sql_limit:
        raise DataError("query string is too large")
    if "\0" in sql:
        if is_script:
            raise ValueError("embedded null character")
        raise ProgrammingError("the query contains a null character")
    known = connection._texts
    if len(known) > 500:
        known.clear()
    known.add(sql)


class Cursor:
    """A cursor: runs statements and gives their rows."""

    __module__ = "sqlite3"
    arraysize = 1
    row_factory = None
    _connection = None
    _is_locked = False
    _is_closed = False
    _columns = None
    _description = None
    _rowcount = -1
    _lastrowid = None
    _is_over = True
    _failure = None
    _ahead = 1
    _moment = 0
    _masks = None
    _converters = None
    _id = 0
    arraysize = 1
    row_factory = None

    def __init__(self, connection, /):
        # A connection makes its cursors without this.
        from _sqlite_connection import Connection

        if not isinstance(connection, Connection):
            raise TypeError(f"Cursor() argument 1 must be sqlite3.Connection, not {type(connection).__name__}")
        if self._is_locked:
            raise ProgrammingError("Recursive use of cursors not allowed.")
        connection._check_thread()
        connection._check_open()
        self._drop_rows()
        self._connection = connection
        self._id = connection._cursors = connection._cursors + 1
        self.arraysize = 1
        self.row_factory = None
        self._rowcount = -1
        self._is_closed = False

    def __del__(self):
        connection = self._connection
        if not self._is_over and connection is not None and connection._link is not None:
            self._is_over = True
            connection._link.forget(self._id)
            connection._dropped += 1

    connection = property(lambda self: self._connection, doc="The connection of the cursor.")
    rowcount = property(lambda self: self._rowcount, doc="How many rows were changed, or -1.")
    lastrowid = property(lambda self: self._lastrowid, doc="The number of the row that was inserted last.")

    @property
    def description(self):
        """For each column its name and six times None; None where there are no columns."""
        if self._description is None and self._columns is not None:
            names = self._connection._detect_types & PARSE_COLNAMES
            none = (None,) * 6
            self._description = tuple(
                ((name.partition(" [")[0] if names else name), *none) for name, _ in self._columns
            )
        return self._description

    def _check(self):
        """Looks whether the cursor may be used; its connection."""
        connection = self._connection
        if connection is None:
            raise ProgrammingError("Base Cursor.__init__ not called.")
        if connection._thread is not None and connection._thread != _get_ident():
            connection._check_thread()
        if self._is_closed:
            raise ProgrammingError("Cannot operate on a closed cursor.")
        if connection._link is None:
            connection._check_open()
        if self._is_locked:
            raise ProgrammingError("Recursive use of cursors not allowed.")
        if connection._gathering is not None:
            connection._gathering._send_rows()
        return connection

    def _drop_rows(self):
        """Lets go of rows that were not read."""
        if not self._is_over:
            self._is_over = True
            self._connection._link.forget(self._id)
        self._failure = None

    # Running statements.

    def execute(self, sql, parameters=(), /):
        """Run one statement with parameters: a sequence, or a dict if they have names."""
        connection = self._check()
        if sql not in connection._texts:
            _check_text(connection, sql, "execute")
        self._is_locked = True
        self._columns = self._description = self._failure = self._converters = self._masks = None
        self._is_over = True
        link = connection._link
        error = None
        try:
            kind = parameters.__class__
            is_row = kind is tuple or kind is list
            is_named = None if is_row and not parameters else not is_row and self._is_named(parameters)
            try:
                if is_named is None:
                    pass
                elif is_named:
                    self._pack_named(connection, sql, parameters)
                elif not is_row or plain.is_plain is False or link.pack(self._id, parameters) is not None:
                    self._pack(link, parameters, self._places(parameters))
            except BaseException as raised:
                if self._connection._link is None:
                    raise
                # The statement is compiled first, and a transaction begun.
                error = raised
            connection._moment += 1
            if connection._is_here and _count_threads():
                connection._stay_or_go()
            event = link.execute(self._id, sql, False, is_named, connection._begin, not connection._functions)
            if event.__class__ is not tuple or event[0]:
                answer = connection._wait(event)
            else:
                answer = event[1]
            if error is not None:
                raise error
            columns, self._rowcount, self._is_over, self._failure, self._lastrowid = answer
            self._ahead = 1
            self._moment = connection._moment
            if columns is not None:
                self._columns = columns
                if connection._detect_types:
                    self._find_converters()
        except BaseException as raised:
            self._rowcount = -1
            # Rows of a cursor that nobody holds any more may keep a table locked until they are collected.
            is_locked = getattr(raised, "sqlite_errorcode", 0) & 0xFF == _LOCKED
            if not is_locked or not connection._forget_cursors():
                raise
        else:
            return self
        finally:
            self._is_locked = False
        return self.execute(sql, parameters)

    def _is_named(self, parameters):
        if isinstance(parameters, (dict, _MappingProxy)):
            return True
        if hasattr(type(parameters), "__getitem__"):
            return False
        raise ProgrammingError("parameters are of unsupported type")

    def _places(self, parameters):
        return range(1, len(parameters) + 1)

    def _pack(self, link, parameters, places):
        """Packs parameters that are not all plain, or whose sequence is not."""
        values = [to_plain(parameters[place - 1], place) for place in places]
        place = link.pack(self._id, values)
        if place is not None:
            to_plain(values[place], place + 1).encode()

    def _pack_named(self, connection, sql, parameters):
        values = []
        names = connection._names.get(sql)
        if names is None:
            if len(connection._names) > 100:
                connection._names.clear()
            names = connection._names[sql] = connection._request(_DESCRIBE, sql)
        for place, name in enumerate(names, 1):
            if name is None:
                message = f"Binding {place} has no name, but you supplied a dictionary (which has only names)."
                raise ProgrammingError(message)
            try:
                value = parameters[name[1:]]
            except LookupError:
                raise ProgrammingError(f"You did not supply a value for binding parameter :{name[1:]}.") from None
            values.append(to_plain(value, place))
        connection._link.pack(self._id, values)

    def executemany(self, sql, seq_of_parameters, /):
        """Run one statement that changes tables with each of many parameters."""
        connection = self._check()
        if sql not in connection._texts:
            _check_text(connection, sql, "executemany")
        self._is_locked = True
        try:
            self._execute_many(connection, sql, seq_of_parameters)
        except BaseException:
            self._rowcount = -1
            raise
        finally:
            self._is_locked = False
            if connection._gathering is self:
                connection._gathering = None
        return self

    def _execute_many(self, connection, sql, parameters):
        rows = iter(parameters)
        self._columns = self._description = self._failure = None
        self._is_over = True
        link = connection._link
        self._sql, self._total, self._error = sql, 0, None
        # Without rows the statement is compiled, and a transaction begun.
        self._send_rows()
        self._raise_failure()
        has_own_rows = type(parameters) in (list, tuple)
        while True:
            # Whoever makes rows may look what became of those before.
            most = _ROWS_AT_ONCE if has_own_rows or connection._link.state()[0] else 1
            if not has_own_rows:
                connection._gathering = self
            try:
                row = link.gather(self._id, rows, most, plain.is_plain, has_own_rows)
            except BaseException:
                self._send_rows()
                self._raise_failure()
                raise
            connection._gathering = None
            if connection._link is None:
                connection._check_open()
            self._send_rows()
            self._raise_failure()
            if row is False:
                break
            if row is not True:
                if type(row) not in (tuple, list) and self._is_named(row):
                    self._pack_named(connection, sql, row)
                    self._send_rows(True)
                else:
                    self._pack(link, row, self._places(row))
                    self._send_rows()
                self._raise_failure()
        self._rowcount = self._total

    def _send_rows(self, is_named=False):
        """Runs the statement of executemany() with the parameters that were packed."""
        connection = self._connection
        connection._moment += 1
        try:
            event = connection._link.execute(self._id, self._sql, True, is_named, connection._begin, 1)
            _, changes, _, failure, _ = connection._finish(event)
            self._total += max(changes, 0)
            if failure is not None:
                self._error = self._error or exception(failure)
        except BaseException as error:
            self._error = self._error or error

    def _raise_failure(self):
        if self._error is not None:
            error, self._error = self._error, None
            raise error

    def executescript(self, sql_script, /):
        """Run many statements without parameters, one after the other."""
        connection = self._check()
        _check_text(connection, sql_script, "executescript", True)
        if connection._autocommit == -1 and connection._link.state()[0]:
            connection._request(_SCRIPT, "COMMIT")
        connection._request(_SCRIPT, sql_script)
        return self

    # Reading rows.

    def __iter__(self, /):
        return self

    def __next__(self, /):
        connection = self._check()
        link = connection._link
        factory = connection._text_factory
        if factory is not None and factory is not False or self._masks is not None:
            row = self._row_by_program(link, factory)
        else:
            row = link.row(self._id, factory, None)
            if row is None:
                if self._is_over:
                    self._end()
                self._read(self._next_ahead(connection))
                row = link.row(self._id, factory, None)
                if row is None:
                    self._end()
            if row.__class__ is list:
                self._unreadable(row)
        make = self.row_factory
        return row if make is None else make(self, row)

    def _row_by_program(self, link, factory):
        """The next row, of which a function of the program makes something."""
        while True:
            self._is_locked = True
            try:
                row = link.row(self._id, factory, self._masks)
                if row is not None and self._converters is not None and row.__class__ is not list:
                    row = self._converted(row)
            finally:
                self._is_locked = False
            if row is not None:
                if row.__class__ is list:
                    self._unreadable(row)
                return row
            if self._is_over:
                self._end()
            self._read(1)

    def _converted(self, row):
        return tuple(
            value if convert is None else convert(value) if value else None  # SQLite has no empty values either
            for value, convert in zip(row, self._converters)
        )

    def _unreadable(self, row):
        place, data = row
        name = self._columns[place][0]
        text = data.decode(errors="replace")
        raise OperationalError(f"Could not decode to UTF-8 column '{name}' with text '{text}'")

    def _end(self):
        """No row is left: raises what came instead of it."""
        failure, self._failure = self._failure, None
        if failure is not None:
            raise exception(failure)
        raise StopIteration

    def _next_ahead(self, connection):
        """How many rows to read: the more, the longer nothing else has happened with the connection."""
        if self._moment == connection._moment and self._rowcount < 0 and not connection._functions:
            self._ahead = min(self._ahead * 2, _MOST_AHEAD)
        else:
            self._ahead = 1
        return self._ahead

    def _read(self, most):
        """Lets the database read more rows."""
        connection = self._connection
        self._is_locked = True
        try:
            event = connection._link.fetch(self._id, most)
            _, changes, self._is_over, self._failure, _ = connection._finish(event)
        except BaseException:
            self._is_over = True
            raise
        finally:
            self._is_locked = False
        connection._moment += 1
        self._moment = connection._moment
        if self._is_over and changes >= 0:
            self._rowcount = changes

    def fetchone(self, /):
        """The next row, or None."""
        return next(self, None)

    def fetchmany(self, size=None):
        """The next rows, as many as arraysize says unless size does."""
        if size is None:
            size = self.arraysize
        if not hasattr(type(size), "__index__"):
            raise TypeError(f"'{type(size).__name__}' object cannot be interpreted as an integer")
        return self._fetch(size.__index__() if size > 0 else None)

    def fetchall(self, /):
        """All rows that are left."""
        return self._fetch(None)

    def _fetch(self, size):
        connection = self._check()
        if connection._text_factory not in (None, False) or self._masks is not None:
            return self._fetch_singly(size)
        result = []
        while size is None or len(result) < size:
            most = -1 if size is None else size - len(result)
            rows = connection._link.rows(self._id, most, connection._text_factory, None)
            if rows and rows[-1].__class__ is list:
                self._unreadable(rows[-1])
            make = self.row_factory
            result += rows if make is None else [make(self, row) for row in rows]
            if len(result) == size:
                break
            if not rows:
                if self._is_over:
                    if self._failure is not None:
                        self._end()
                    break
                self._read(_ALL_AHEAD if most < 0 else most)
        return result

    def _fetch_singly(self, size):
        rows = []
        while size is None or len(rows) < size:
            row = next(self, None)
            if row is None:
                break
            rows.append(row)
        return rows

    def _find_converters(self):
        """What makes objects out of the columns' values, by the names of their types."""
        from _sqlite_values import converters

        found = []
        detect = self._connection._detect_types
        for name, declared in self._columns:
            convert = None
            if detect & PARSE_COLNAMES and "[" in name:
                key, bracket, _ = name.partition("[")[2].partition("]")
                convert = converters.get(key.upper()) if bracket else None
            if convert is None and detect & PARSE_DECLTYPES and declared is not None:
                convert = converters.get(declared.partition("(")[0].partition(" ")[0].upper())
            found.append(convert)
        if any(found):
            self._converters = found
            self._masks = bytes(convert is not None for convert in found)

    def close(self, /):
        """Close the cursor: it can't be used any more."""
        if self._is_locked:
            raise ProgrammingError("Recursive use of cursors not allowed.")
        connection = self._connection
        if connection is None:
            raise ProgrammingError("Base Cursor.__init__ not called.")
        connection._check_thread()
        connection._check_open()
        self._drop_rows()
        self._is_closed = True

    def setinputsizes(self, sizes, /):
        """Does nothing."""

    def setoutputsize(self, size, column=None, /):
        """Does nothing."""

