"""Compiling statements by calling a connection, converters of what is empty, and where warnings point to."""

import sqlite3
import warnings
from collections.abc import Sequence


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        print(type(error).__name__, error)


class Text(str):
    def upper(self):
        return None


class Fake(str):
    __class__ = sqlite3.Cursor


connection = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES)
attempt(connection)
attempt(connection, 1)
attempt(connection, "select '\ud8ff'")
attempt(connection.execute, "select '\ud8ff'")
before = connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 20)
attempt(connection, "select 1".ljust(21))
attempt(connection.execute, "select 1".ljust(21))
connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, before)
connection.isolation_level = Text("immediate")
print(connection.isolation_level)
attempt(connection.cursor, Fake)
sqlite3.register_converter("shown", lambda data: f"<{data.decode()}>")
connection.execute("create table t(a shown, b blob)")
connection.executemany("insert into t values(?, ?)", [("x", b"x"), ("", b""), (None, None), (0, 0), (b"", "")])
print(connection.execute("select a, b from t").fetchall())
connection.row_factory = sqlite3.Row
row = connection.execute("select 1 as a").fetchone()
print(isinstance(row, Sequence), row["A"], connection.cursor().row_factory is sqlite3.Row)
blob = connection.blobopen("t", "b", 1)
attempt(iter, blob)
blob.close()
connection.create_function("half", 1, lambda value: "\ud800")
attempt(connection.execute, "select half(1)")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    connection.set_progress_handler(progress_handler=None, n=1)
    connection.set_trace_callback(trace_callback=None)
print([each.filename == __file__ and each.lineno for each in caught])
connection.close()
for use in connection.execute, connection.cursor, connection:
    attempt(use, *[] if use == connection.cursor else ["select 1"])


class Late(sqlite3.Connection):
    def __init__(self):
        pass


attempt(Late().execute, "select 1")
attempt(Late().cursor)
