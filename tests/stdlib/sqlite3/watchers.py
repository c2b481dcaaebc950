"""Authorizers, progress handlers, trace callbacks, and exceptions in them."""

import sqlite3
import sys

connection = sqlite3.connect(":memory:")
connection.executescript("CREATE TABLE t(a, secret); INSERT INTO t VALUES(1, 'x'), (2, 'y'); CREATE TABLE other(a)")


def attempt(sql, *arguments):
    try:
        print(connection.execute(sql, *arguments).fetchall())
    except sqlite3.Error as error:
        print(type(error).__name__, error, error.sqlite_errorname)


def authorize(action, first, second, database, source):
    if action == sqlite3.SQLITE_READ:
        print("read", first, second, database, source)
    if action == sqlite3.SQLITE_DELETE:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_IGNORE if second == "secret" else sqlite3.SQLITE_OK


connection.set_authorizer(authorize)
attempt("SELECT a, secret FROM t")
attempt("DELETE FROM t")
for answer in ("text", None, 1.0, 2**40):
    connection.set_authorizer(lambda *arguments: answer)
    attempt("SELECT * FROM t")
connection.set_authorizer(lambda *arguments: 1 / 0)
attempt("SELECT * FROM t")
seen = []
connection.set_authorizer(lambda *arguments: seen.append(arguments) or 0)
connection.isolation_level = None
for sql in ("CREATE TABLE u(a)", "CREATE INDEX ui ON u(a)", "UPDATE u SET a = 1", "INSERT INTO u VALUES(1)",
            "SAVEPOINT s", "RELEASE s", "PRAGMA user_version", "ALTER TABLE u RENAME TO w", "ANALYZE w", "REINDEX ui",
            "ATTACH ':memory:' AS x", "DETACH x", "SELECT upper('a')", "CREATE TEMP VIEW v AS SELECT 1",
            "CREATE TRIGGER tr AFTER INSERT ON other BEGIN SELECT 1; END", "DROP TABLE w", "BEGIN", "COMMIT"):
    connection.execute(sql).fetchall()
print(sorted({arguments[0] for arguments in seen}))
shown = (sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_SAVEPOINT, sqlite3.SQLITE_PRAGMA)
print([arguments for arguments in seen if arguments[0] in shown or arguments[2] == "upper"])
connection.set_authorizer(None)
connection.isolation_level = ""
attempt("SELECT * FROM t")

long = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 20000) SELECT max(x) FROM c"
calls = []
connection.set_progress_handler(lambda: calls.append(1), 1000)
attempt(long)
print(len(calls) > 10)
connection.set_progress_handler(lambda: len(calls) > 5, 1000)
attempt(long)
connection.set_progress_handler(lambda: 1 / 0, 1000)
attempt(long)
connection.set_progress_handler(None, 1000)
calls.clear()
attempt(long)
print(calls)

traced = []
connection.set_trace_callback(traced.append)
connection.execute("SELECT ?, ?, ?", (1, "it's", None))
connection.execute("INSERT INTO other VALUES(1)")
connection.rollback()
connection.executescript("SELECT 1; SELECT 2;")
connection.set_trace_callback(None)
connection.execute("SELECT 3")
print(*traced, sep="\n")


# A function may stop what calls it.
def stop():
    connection.interrupt()


connection.create_function("stop", 0, stop)
attempt("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT stop() FROM c")

# Rows that were not read yet stay as they were when somebody begins to watch.
cursor = connection.execute("SELECT a FROM t UNION ALL SELECT a + 10 FROM t")
print(next(cursor))
connection.set_progress_handler(lambda: 0, 100)
connection.set_trace_callback(lambda text: None)
print(cursor.fetchall())

sqlite3.enable_callback_tracebacks(True)
sys.unraisablehook = lambda unraisable: print("reported", unraisable.exc_type.__name__, unraisable.exc_value)
connection.create_function("fail", 0, lambda: 1 / 0)
attempt("SELECT fail()")
connection.set_trace_callback(lambda text: {}[text])
attempt("SELECT 5")
sqlite3.enable_callback_tracebacks(False)
attempt("SELECT fail()")
