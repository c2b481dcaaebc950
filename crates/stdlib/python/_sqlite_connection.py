"""Connections to databases."""

import sys
from _thread import _count as _count_threads, get_ident as _get_ident

import _sqlite3
from _sqlite_errors import (
    DatabaseError,
    DataError,
    Error,
    IntegrityError,
    InterfaceError,
    InternalError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
    Warning,
    exception,
)
from _sqlite_calls import serve
from _sqlite_cursor import Cursor, _check_text
from _sqlite_methods import Functions, Watchers, Wholes

LEGACY_TRANSACTION_CONTROL = -1
_LEVELS = ("", "DEFERRED", "IMMEDIATE", "EXCLUSIVE")
_SCRIPT, _LIMIT, _CONFIGURE, _CLOSE = 1, 10, 11, 19
_SQL_LENGTH = 1
_LOCKED = 6
_SOON = 100_000_000  # nanoseconds
_LONGEST_WAIT = 0x7FFFFFFF  # milliseconds
_links = []  # of all open connections
_new = object.__new__


def _level(value):
    """An isolation level as it is kept: what a statement BEGIN is followed by, or None."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError("isolation_level must be str or None")
    if "\0" in value:
        raise ValueError("embedded null character")
    if str.upper(value) not in _LEVELS:
        raise ValueError("isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'")
    return str.upper(value)


def _control(value):
    """The value of autocommit."""
    if value is True or value is False:
        return value
    if isinstance(value, int) and value == LEGACY_TRANSACTION_CONTROL:
        return LEGACY_TRANSACTION_CONTROL
    raise ValueError("autocommit must be True, False, or sqlite3.LEGACY_TRANSACTION_CONTROL")


def warn_positional(function):
    """Warns of arguments that Python 3.15 wants to have by their names."""
    import warnings

    warnings.warn(
        f"Passing more than 1 positional argument to {function}() is deprecated. Parameters 'timeout', 'detect_types', "
        "'isolation_level', 'check_same_thread', 'factory', 'cached_statements' and 'uri' will become keyword-only "
        "parameters in Python 3.15.",
        DeprecationWarning,
        stacklevel=2,
    )


class Connection(Functions, Watchers, Wholes):
    """An open database."""

    __module__ = "sqlite3"
    row_factory = None
    _link = None
    _is_made = False
    _thread = None
    _dropped = 0
    _cursors = 0
    row_factory = None

    def __new__(cls, *arguments, **keywords):
        if len(arguments) > 1:
            warn_positional("_sqlite3.Connection")
        return object.__new__(cls)

    def __init__(
        self,
        database,
        timeout=5.0,
        detect_types=0,
        isolation_level="",
        check_same_thread=True,
        factory=None,
        cached_statements=128,
        uri=False,
        *,
        autocommit=LEGACY_TRANSACTION_CONTROL,
    ):
        from os import fsencode

        name = fsencode(database)
        level, autocommit = _level(isolation_level), _control(autocommit)
        sys.audit("sqlite3.connect", database)
        if self._link is not None:
            self._let_go()
        self._is_made = False
        if b"\0" in name:
            raise ValueError("embedded null byte")
        patience = min(max(int(timeout * 1000), 0), _LONGEST_WAIT)
        self._link = link = _sqlite3.open(name, bool(uri), patience)
        self._detect_types = detect_types
        self._thread = _get_ident() if check_same_thread else None
        self.row_factory = None
        self._text_factory = None
        self._text_maker = str
        self._texts, self._names = set(), {}
        self._sql_limit = 1_000_000_000
        self._cursors = self._blobs = self._moment = self._dropped = 0
        self._functions, self._function_ids, self._uses = {}, {}, {}
        self._authorizer = self._progress = self._tracer = self._copier = self._gathering = None
        self._level, self._autocommit = level, autocommit
        self._set_begin()
        try:
            self._wait(link.receive(0))
        except BaseException:
            self._link = None
            link.close()
            raise
        self._is_made = True
        self._is_here = True
        _links.append(link)
        if len(_links) > 1:
            # They may wait for each other.
            for each in _links:
                each.go_apart()
        sys.audit("sqlite3.connect/handle", self)
        if autocommit is False:
            self._request(_SCRIPT, "BEGIN")

    def __del__(self):
        if self._link is not None and self._is_made:
            import warnings

            warnings.warn_explicit(f"unclosed database in {self!r}", ResourceWarning, "sys", 1, source=self)
            self._let_go()

    Warning = Warning
    Error = Error
    InterfaceError = InterfaceError
    DatabaseError = DatabaseError
    DataError = DataError
    OperationalError = OperationalError
    IntegrityError = IntegrityError
    InternalError = InternalError
    ProgrammingError = ProgrammingError
    NotSupportedError = NotSupportedError

    # Requests.

    def _check_thread(self):
        if self._thread is not None and self._thread != _get_ident():
            raise ProgrammingError(
                "SQLite objects created in a thread can only be used in that same thread. The object was created in "
                f"thread id {self._thread} and this is thread id {_get_ident()}."
            )

    def _check_open(self):
        if self._link is None:
            if not self._is_made:
                raise ProgrammingError("Base Connection.__init__ not called.")
            raise ProgrammingError("Cannot operate on a closed database.")

    def _check(self):
        self._check_thread()
        self._check_open()
        if self._gathering is not None:
            self._gathering._send_rows()

    def _request(self, kind, *arguments):
        """Asks the database for something: what it gives."""
        self._moment += 1
        if self._is_here:
            self._stay_or_go()
        try:
            return self._finish(self._link.request(kind, *arguments))
        except OperationalError as error:
            # Rows of a cursor that nobody holds any more may keep a table locked until they are collected.
            if error.sqlite_errorcode & 0xFF != _LOCKED or not self._forget_cursors():
                raise
        return self._finish(self._link.request(kind, *arguments))

    def _stay_or_go(self):
        """Lets the database keep nobody waiting as soon as there is somebody: another thread."""
        if _count_threads() and self._link.go_apart():
            self._is_here = False

    def _forget_cursors(self):
        import gc

        before = self._dropped
        gc.collect()
        return self._dropped != before

    def _finish(self, event):
        """The value of an answer, if it is there; otherwise waits for it."""
        if event.__class__ is tuple and not event[0]:
            return event[1]
        return self._wait(event)

    def _wait(self, event):
        """Waits for an answer and serves calls meanwhile. Ctrl-C stops what the database does."""
        link = self._link
        interruption, limit = None, _SOON if len(_links) > 1 else None
        ticket = event if event.__class__ is int else event[1]
        while True:
            try:
                if event.__class__ is int:
                    if not link.wait(ticket, limit):
                        # Who holds the lock may be garbage.
                        self._forget_cursors()
                        limit = None
                elif event[0] == 2:
                    serve(self, event[2], event[3], event[4])
                elif interruption is not None:
                    raise interruption
                elif event[0]:
                    raise exception(event[1])
                else:
                    return event[1]
            except BaseException as error:
                if event.__class__ is tuple:
                    if event[0] != 2:
                        raise
                    link.refuse(event[2], 1, "user-defined function raised exception")
                interruption = error
                link.interrupt()
            event = link.receive(ticket)

    # Cursors and statements.

    def cursor(self, factory=Cursor):
        """A new cursor; factory is the class, or a function that makes one of a connection."""
        self._check()
        if factory is Cursor:
            return self._new_cursor()
        made = factory(self)
        if not issubclass(type(made), Cursor):
            raise TypeError(f"factory must return a cursor, not {type(made).__name__}")
        if self.row_factory is not None:
            made.row_factory = self.row_factory
        return made

    def _new_cursor(self):
        """A cursor, which looks itself whether the connection may be used."""
        made = _new(Cursor)
        made._connection = self
        made._id = self._cursors = self._cursors + 1
        if self.row_factory is not None:
            made.row_factory = self.row_factory
        return made

    def execute(self, sql, parameters=(), /):
        """Make a cursor and run a statement with it."""
        return self._new_cursor().execute(sql, parameters)

    def executemany(self, sql, parameters, /):
        """Make a cursor and run a statement with many parameters."""
        return self._new_cursor().executemany(sql, parameters)

    def executescript(self, sql_script, /):
        """Make a cursor and run many statements."""
        return self._new_cursor().executescript(sql_script)

    def __call__(self, *arguments):
        """Compile a statement, to see whether it is one."""
        self._check()
        if len(arguments) != 1:
            raise TypeError(f"function takes exactly 1 argument ({len(arguments)} given)")
        (sql,) = arguments
        if not isinstance(sql, str):
            raise TypeError(f"argument 1 must be str, not {type(sql).__name__}")
        if sql not in self._texts:
            _check_text(self, sql, "")
        self._request(0, sql)

    # Transactions.

    def _set_begin(self):
        """Sets what is run in front of statements that change tables."""
        if self._autocommit == LEGACY_TRANSACTION_CONTROL and self._level is not None:
            self._begin = f"BEGIN {self._level}"
        else:
            self._begin = ""

    def commit(self, /):
        """Commit the transaction, if there is one."""
        self._end_transaction("COMMIT")

    def rollback(self, /):
        """Take back what the transaction did, if there is one."""
        self._end_transaction("ROLLBACK")

    def _end_transaction(self, how):
        self._check()
        if self._autocommit is False:
            self._request(_SCRIPT, how)
            self._request(_SCRIPT, "BEGIN")
        elif self._autocommit is not True and self._link.state()[0]:
            self._request(_SCRIPT, how)

    def __enter__(self, /):
        self._check()
        return self

    def __exit__(self, type, value, traceback, /):
        if self._autocommit is True:
            return False
        if type is not None:
            self.rollback()
            return False
        try:
            self.commit()
        except BaseException:
            self.rollback()
            raise
        return False

    @property
    def in_transaction(self):
        """Whether a transaction was begun and has not ended."""
        self._check()
        return self._link.state()[0]

    @property
    def total_changes(self):
        """How many rows of tables were changed since the database was opened."""
        self._check()
        return self._link.state()[1]

    @property
    def isolation_level(self):
        """How transactions begin that nobody asked for; None if they don't."""
        self._check_open()
        return self._level

    @isolation_level.setter
    def isolation_level(self, value):
        self._check_open()
        level = _level(value)
        self._level = level
        self._set_begin()
        if level is None:
            # Whoever begins transactions now is the program.
            self.commit()

    @isolation_level.deleter
    def isolation_level(self):
        raise AttributeError("cannot delete attribute")

    @property
    def autocommit(self):
        """Whether each statement is a transaction (True), transactions follow each other (False), or as before 3.12."""
        self._check()
        return self._autocommit

    @autocommit.setter
    def autocommit(self, value):
        self._check()
        value = _control(value)
        is_open = self._link.state()[0]
        if value is True and is_open:
            self._request(_SCRIPT, "COMMIT")
        elif value is False and not is_open:
            self._request(_SCRIPT, "BEGIN")
        self._autocommit = value
        self._set_begin()

    @property
    def text_factory(self):
        """What texts of the database become: str, bytes, or what a function makes of their bytes."""
        return self._text_maker

    @text_factory.setter
    def text_factory(self, value):
        self._text_maker = value
        self._text_factory = None if value is str else False if value is bytes else value

    def close(self, /):
        """Close the database. What was not committed is lost."""
        self._check_thread()
        if self._link is None:
            if not self._is_made:
                raise ProgrammingError("Base Connection.__init__ not called.")
            return
        if self._gathering is not None:
            self._gathering._send_rows()
        if self._autocommit is False and self._link.state()[0]:
            self._request(_SCRIPT, "ROLLBACK")
        self._request(_CLOSE)
        self._let_go()

    def _let_go(self):
        link, self._link = self._link, None
        link.close()
        self._functions, self._uses = {}, {}
        _links.remove(link)

    def interrupt(self, /):
        """Stop what the database does; it may be another thread that waits for it."""
        self._check_open()
        self._link.interrupt()

    # Limits and switches.

    def getlimit(self, category, /):
        """A limit of the connection."""
        return self.setlimit(category, -1)

    def setlimit(self, category, limit, /):
        """Set a limit of the connection: what it was before. Negative numbers don't change it."""
        self._check()
        if not -0x80000000 <= category < 0x80000000 or not -0x80000000 <= limit < 0x80000000:
            raise OverflowError("Python int too large to convert to C int")
        before = self._request(_LIMIT, category, limit if limit >= 0 else None)
        if category == _SQL_LENGTH and limit >= 0:
            self._sql_limit = self._request(_LIMIT, category, None)
            self._texts.clear()
        return before

    def getconfig(self, op, /):
        """Whether a switch of the connection is on."""
        return bool(self._configure(op, None))

    def setconfig(self, op, enable=True, /):
        """Turn a switch of the connection on or off."""
        if self._configure(op, bool(enable)) != bool(enable):
            raise OperationalError(f"Unable to set config {op}")

    def _configure(self, op, value):
        self._check()
        try:
            return self._request(_CONFIGURE, op, value)
        except ProgrammingError:
            raise ValueError(f"unknown config 'op': {op}") from None

