"""Functions, aggregates, windows and collations that SQL calls, which may use the same connection."""

import sqlite3

connection = sqlite3.connect(":memory:")
connection.execute("CREATE TABLE t(g, v)")
connection.executemany("INSERT INTO t VALUES(?, ?)", [("a", 1), ("b", 2), ("a", 3), ("b", 4.5), ("c", None)])


def attempt(sql, *arguments):
    try:
        print(connection.execute(sql, *arguments).fetchall())
    except (sqlite3.Error, MemoryError) as error:
        print(type(error).__name__, error, getattr(error, "sqlite_errorname", None))


connection.create_function("show", -1, lambda *arguments: repr(arguments))
attempt("SELECT show(), show(1, 2.5, 'text', x'00ff', NULL), show('ä')")
for value in (None, 1, -(2**63), 1.5, "text", "a\0b", b"bytes", bytearray(b"x"), True, memoryview(b"view")):
    connection.create_function("give", 0, lambda: value)
    attempt("SELECT give(), typeof(give())")
for value in (object(), 2**63, [1], "\ud800"):
    connection.create_function("give", 0, lambda: value)
    attempt("SELECT give()")
for exception in (ValueError, MemoryError, OverflowError, KeyboardInterrupt):
    def fail():
        raise exception
    connection.create_function("fail", 0, fail)
    attempt("SELECT fail()")
connection.create_function("twice", 1, lambda x: x * 2, deterministic=True)
attempt("SELECT twice(g), twice(v) FROM t WHERE v")
attempt("SELECT twice()")
attempt("SELECT twice(1, 2)")
connection.execute("CREATE INDEX i ON t(twice(g))")
try:
    connection.execute("CREATE INDEX j ON t(show(g))")
except sqlite3.OperationalError as error:
    print(error)
connection.execute("DROP INDEX i")


# Functions that use the connection.
def count(group):
    return connection.execute("SELECT count(*) FROM t WHERE g = ?", (group,)).fetchone()[0]


def deep(n):
    return n if n <= 0 else connection.execute("SELECT deep(?) + 1", (n - 1,)).fetchone()[0]


def insert(value):
    return connection.execute("INSERT INTO log VALUES(?)", (value,)).lastrowid


connection.create_function("size_of", 1, count)
connection.create_function("deep", 1, deep)
connection.create_function("log", 1, insert)
connection.execute("CREATE TABLE log(x)")
attempt("SELECT DISTINCT g, size_of(g) FROM t ORDER BY g")
attempt("SELECT deep(20)")
attempt("SELECT log(v) FROM t")
attempt("SELECT * FROM log")

class Sum:
    def __init__(self):
        self.total = 0

    def step(self, *values):
        self.total += sum(value or 0 for value in values)

    def inverse(self, value):
        self.total -= value or 0

    def value(self):
        return self.total

    def finalize(self):
        return f"={self.total}"


connection.create_aggregate("total_of", -1, Sum)
attempt("SELECT total_of(v), total_of(v, 1), total_of() FROM t")
attempt("SELECT g, total_of(v) FROM t GROUP BY g")
attempt("SELECT total_of(v) FROM t WHERE 0")
connection.create_window_function("moving", 1, Sum)
attempt("SELECT v, moving(v) OVER (ORDER BY rowid ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM t")
connection.create_window_function("moving", 1, None)
attempt("SELECT moving(v) OVER (ORDER BY rowid) FROM t")


def broken(name, error=ZeroDivisionError):
    """The class with a method that fails."""
    def fail(self, *arguments):
        raise error
    return type("Broken", (Sum,), {name: fail})


for name in ("__init__", "step", "finalize"):
    connection.create_aggregate("broken", 1, broken(name))
    attempt("SELECT broken(v) FROM t")
for name in ("__init__", "step", "finalize", "value", "inverse"):
    connection.create_window_function("broken", 1, broken(name))
    attempt("SELECT broken(v) OVER (ORDER BY rowid ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t")


class Nothing:
    pass


class Steps:
    def step(self, value):
        pass


for cls in (Nothing, Steps):
    connection.create_aggregate("lacks", 1, cls)
    attempt("SELECT lacks(v) FROM t")

# Collations.
connection.create_collation("backwards", lambda a, b: (a < b) - (a > b))
attempt("SELECT DISTINCT g FROM t ORDER BY g COLLATE backwards")
connection.create_collation("ÄÖ", lambda a, b: (len(a) > len(b)) - (len(a) < len(b)))
attempt("SELECT 'abc' = 'xyz' COLLATE ÄÖ, 'a' < 'xx' COLLATE ÄÖ")
calls = []
connection.create_collation("queries", lambda a, b: calls.append(count("a")) or (a > b) - (a < b))
attempt("SELECT DISTINCT g FROM t ORDER BY g COLLATE queries")
print(set(calls))
connection.create_collation("backwards", None)
attempt("SELECT g FROM t ORDER BY g COLLATE backwards")
for arguments in ((5, None), ("x", 5), ("\ud800", None)):
    try:
        connection.create_collation(*arguments)
    except (TypeError, UnicodeEncodeError) as error:
        print(type(error).__name__, error)
try:
    connection.create_function("f", -5, len)
except sqlite3.OperationalError as error:
    print(error)
try:
    connection.create_aggregate("f", -5, Sum)
except sqlite3.OperationalError as error:
    print(error)
