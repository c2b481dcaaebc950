"""Transactions: isolation levels, autocommit, and what two connections see of each other."""

import sqlite3

one = sqlite3.connect("t.db", timeout=0)
two = sqlite3.connect("t.db", timeout=0.01)
one.execute("CREATE TABLE t(a)")
traced = []
one.set_trace_callback(traced.append)


def attempt(function, *arguments):
    try:
        function(*arguments)
    except sqlite3.Error as error:
        print(type(error).__name__, error, error.sqlite_errorname)


for level in ("", "deferred", "IMMEDIATE", "EXCLUSIVE", None):
    one.isolation_level = level
    traced.clear()
    one.execute("SELECT 1")
    one.execute("INSERT INTO t VALUES(1)")
    print(repr(one.isolation_level), one.in_transaction, traced, attempt(two.execute, "DELETE FROM t"))
    two.rollback()
    one.commit()
    print(one.in_transaction, traced[-1])
one.execute("BEGIN")
one.execute("INSERT INTO t VALUES(2)")
print(one.in_transaction, two.execute("SELECT count(*) FROM t").fetchone())
one.isolation_level = ""
print(one.in_transaction)
one.isolation_level = None
print(one.in_transaction, two.execute("SELECT count(*) FROM t").fetchone())
one.close()

for autocommit in (True, False, sqlite3.LEGACY_TRANSACTION_CONTROL):
    one = sqlite3.connect("t.db", autocommit=autocommit, timeout=0)
    print(one.autocommit, one.in_transaction, repr(one.isolation_level))
    one.set_trace_callback(traced.append)
    traced.clear()
    one.execute("INSERT INTO t VALUES(3)")
    print(one.in_transaction)
    one.commit()
    print(one.in_transaction)
    one.executescript("INSERT INTO t VALUES(4)")
    one.rollback()
    with one:
        one.execute("INSERT INTO t VALUES(5)")
    print(one.in_transaction)
    try:
        with one:
            one.execute("INSERT INTO t VALUES(6)")
            raise KeyError
    except KeyError:
        print(one.in_transaction)
    one.execute("INSERT INTO t VALUES(7)")
    one.close()
    print(traced)
    print([row[0] for row in two.execute("SELECT a FROM t WHERE a > 2")])
    two.execute("DELETE FROM t")
    two.commit()

one = sqlite3.connect("t.db", timeout=0)
one.execute("INSERT INTO t VALUES(1)")
one.autocommit = True
print(one.in_transaction, two.execute("SELECT * FROM t").fetchall())
one.autocommit = False
print(one.in_transaction, one.autocommit)
one.autocommit = sqlite3.LEGACY_TRANSACTION_CONTROL
print(one.in_transaction, one.autocommit)
one.rollback()

# A reader of rows keeps others from writing until it has read them all, or is dropped.
one.executemany("INSERT INTO t VALUES(?)", [(i,) for i in range(1000)])
one.commit()
cursor = one.execute("SELECT * FROM t")
cursor.fetchone()
two.execute("DELETE FROM t WHERE a = 5")
attempt(two.commit)
cursor.fetchall()
two.commit()
cursor = one.execute("SELECT * FROM t")
attempt(one.execute, "DROP TABLE t")
cursor.close()
print(one.execute("DROP TABLE t").rowcount)

# Constraints that are looked at when the transaction ends.
one.executescript("""
    PRAGMA foreign_keys = ON;
    CREATE TABLE a(id INTEGER PRIMARY KEY);
    CREATE TABLE b(id REFERENCES a DEFERRABLE INITIALLY DEFERRED);
""")
one.execute("INSERT INTO b VALUES(1)")
attempt(one.commit)
print(one.in_transaction)
try:
    with one:
        pass
except sqlite3.IntegrityError as error:
    print(error, one.in_transaction)
uri = sqlite3.connect("file:t.db?mode=ro", uri=True)
print(uri.execute("SELECT name FROM sqlite_schema ORDER BY name").fetchall())
attempt(uri.execute, "INSERT INTO a VALUES(1)")
shared = [sqlite3.connect("file:shared?mode=memory&cache=shared", uri=True) for _ in range(2)]
shared[0].execute("CREATE TABLE s(x)")
print(shared[1].execute("SELECT * FROM s").fetchall())
