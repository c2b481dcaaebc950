# python: 3.14
"""What goes wrong, with SQLite's numbers and names."""

import sqlite3

connection = sqlite3.connect(":memory:")
connection.execute("CREATE TABLE x(a INTEGER PRIMARY KEY, b TEXT NOT NULL UNIQUE, c CHECK(c < 10))")
connection.execute("INSERT INTO x VALUES(1, 'a', 1)")


def attempt(function, *arguments, **keywords):
    try:
        print("->", type(function(*arguments, **keywords)).__name__)
    except Exception as error:
        numbers = [getattr(error, name, None) for name in ("sqlite_errorcode", "sqlite_errorname")]
        print(f"{type(error).__name__}: {error}", *numbers)


for sql in (
    "nonsense",
    "SELECT 'unclosed",
    "SELECT * FROM nowhere",
    "SELECT a, nothing FROM x",
    "SELECT 1; SELECT 2",
    "SELECT 1; nonsense",
    "SELECT 1;;",
    "INSERT INTO x VALUES(1, 'b', 1)",
    "INSERT INTO x VALUES(2, 'a', 1)",
    "INSERT INTO x VALUES(2, NULL, 1)",
    "INSERT INTO x VALUES(2, 'b', 10)",
    "INSERT INTO x VALUES('text', 'b', 1)",
    "SELECT abs(-9223372036854775808)",
    "SELECT zeroblob(2000000000)",
    "SELECT json('{')",
    "SELECT ?",
    "SELECT 1\0",
    "SELECT '\ud800'",
    b"SELECT 1",
    None,
):
    attempt(connection.execute, sql)
for sql, parameters in (
    ("SELECT ?", (1, 2)),
    ("SELECT ?", ()),
    ("SELECT ?", 5),
    ("SELECT ?", None),
    ("SELECT ?", {1, 2}),
    ("SELECT ?", "ab"),
    ("SELECT ?", {}),
    ("SELECT :a", {"b": 1}),
    ("SELECT :a", (1,)),
    ("SELECT ?, @a", (1, 2)),
    ("SELECT ?", (object(),)),
    ("SELECT ?, ?", (1, [])),
    ("SELECT :a", {"a": 1j}),
    ("SELECT ?", (2**63,)),
    ("SELECT ?", (-(2**63) - 1,)),
    ("SELECT ?", ("\udcff",)),
    ("SELECT ?", (memoryview(b"abcd")[::2],)),
    ("nonsense ?", (object(),)),
    ("INSERT INTO x VALUES(?, ?, ?)", (1, object(), 3)),
):
    attempt(connection.execute, sql, parameters)
print(connection.in_transaction)
for sql, rows in (
    ("SELECT ?", [(1,)]),
    ("nonsense", []),
    ("INSERT INTO x VALUES(?, ?, ?)", 5),
    ("INSERT INTO x VALUES(?, ?, ?)", [(5, "five", 5), (5, "six", 6)]),
    ("INSERT INTO x VALUES(?, ?, ?)", [(6, "six", 6), (7, "seven")]),
    ("INSERT INTO x VALUES(?, ?, ?)", [(8, "eight", 8), 9]),
    ("INSERT INTO x VALUES(?, ?, ?)", [(9, "nine", 9), (10, object(), 1)]),
    ("INSERT INTO x VALUES(?, ?, ?)", ((10 + i, str(i), 10 // (2 - i)) for i in range(4))),
):
    attempt(connection.executemany, sql, rows)
print(connection.execute("SELECT a FROM x").fetchall())
attempt(connection.executescript, "SELECT 1; nonsense; SELECT 2")
attempt(connection.executescript, "SELECT\0 1")
attempt(connection.executescript, 5)
attempt(connection.cursor().executescript, b"SELECT 1")

cursor = connection.cursor()
try:
    cursor.execute("nonsense")
except sqlite3.Error:
    print(cursor.rowcount, cursor.fetchall())
attempt(cursor.fetchmany, "a")
attempt(sqlite3.Cursor, 5)
attempt(connection.cursor, lambda connection: 5)
attempt(sqlite3.connect, 5)
attempt(sqlite3.connect, ":memory:", isolation_level="SOMETIMES")
attempt(sqlite3.connect, ":memory:", isolation_level=5)
attempt(sqlite3.connect, ":memory:", autocommit=5)
attempt(sqlite3.connect, "nowhere/at/all.db")
attempt(sqlite3.connect, "file:x.db?mode=ro", uri=True)
attempt(sqlite3.connect, "file:x.db?mode=strange", uri=True)
attempt(sqlite3.connect, "a\0b")
attempt(setattr, connection, "isolation_level", "x\0")
attempt(delattr, connection, "isolation_level")

cursor.close()
cursor.close()
attempt(cursor.execute, "SELECT 1")
attempt(cursor.fetchone)
attempt(next, cursor)
cursor = connection.execute("SELECT 1 UNION SELECT 2")
connection.close()
connection.close()
attempt(cursor.fetchone)
attempt(cursor.close)
attempt(connection.execute, "SELECT 1")
attempt(connection.cursor)
attempt(connection.commit)
attempt(connection.rollback)
attempt(connection.interrupt)
attempt(lambda: connection.in_transaction)
attempt(lambda: connection.total_changes)
attempt(connection.__enter__)


class Unmade(sqlite3.Connection):
    def __init__(self):
        pass


attempt(Unmade().execute, "SELECT 1")
attempt(Unmade().close)
for name in ("Warning", "Error", "InterfaceError", "DatabaseError", "DataError", "OperationalError", "IntegrityError",
             "InternalError", "ProgrammingError", "NotSupportedError"):
    error = getattr(sqlite3, name)
    print(error, error.__mro__[1].__name__, getattr(connection, name) is error)
