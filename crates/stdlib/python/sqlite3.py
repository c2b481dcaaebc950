"""SQL databases in files or in memory: SQLite, by the interface of PEP 249."""

import datetime
import time

import _sqlite3
from _sqlite_calls import enable_callback_tracebacks
from _sqlite_codes import *
from _sqlite_complete import complete_statement
from _sqlite_connection import LEGACY_TRANSACTION_CONTROL, Connection
from _sqlite_connection import warn_positional as _warn_positional
from _sqlite_cursor import PARSE_COLNAMES, PARSE_DECLTYPES, Cursor
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
)
from _sqlite_blob import Blob
from _sqlite_numbers import *
from _sqlite_row import Row
from _sqlite_values import PrepareProtocol, adapt, adapters, converters, register_adapter, register_converter

apilevel = "2.0"
paramstyle = "qmark"
threadsafety = 3
sqlite_version = _sqlite3.version
sqlite_version_info = tuple(map(int, sqlite_version.split(".")))

Date = datetime.date
Time = datetime.time
Timestamp = datetime.datetime
Binary = memoryview


def DateFromTicks(ticks):
    """The date of a time in seconds since 1970."""
    return Date(*time.localtime(ticks)[:3])


def TimeFromTicks(ticks):
    """The time of day of a time in seconds since 1970."""
    return Time(*time.localtime(ticks)[3:6])


def TimestampFromTicks(ticks):
    """The date and time of day of a time in seconds since 1970."""
    return Timestamp(*time.localtime(ticks)[:6])


def connect(*args, **kwargs):
    """Open a database: a Connection, or what factory makes of the same arguments."""
    if len(args) > 1:
        _warn_positional("sqlite3.connect")
    factory = kwargs.get("factory", args[5] if len(args) > 5 else Connection)
    return factory(*args, **kwargs)
