# python: 3.14
"""The names of the module, whether statements are complete, and threads."""

import sqlite3
import sqlite3.dbapi2
import threading

print(sqlite3.apilevel, sqlite3.paramstyle, sqlite3.threadsafety, hasattr(sqlite3, "version"))
print(sqlite3.sqlite_version_info >= (3, 40), sqlite3.sqlite_version.count("."))
print(sqlite3.dbapi2.connect is sqlite3.connect, sqlite3.dbapi2.SQLITE_DENY, sqlite3.dbapi2.Row is sqlite3.Row)
print(sqlite3.PARSE_DECLTYPES, sqlite3.PARSE_COLNAMES, sqlite3.LEGACY_TRANSACTION_CONTROL)
for name in ("Connection", "Cursor", "Row", "Blob", "PrepareProtocol"):
    print(getattr(sqlite3, name))
print(sum(name.startswith("SQLITE_") for name in dir(sqlite3)) >= 168)
print(sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_LIMIT_SQL_LENGTH, sqlite3.SQLITE_DBCONFIG_DEFENSIVE)

for text in (
    "", ";", "SELECT 1", "SELECT 1;", "SELECT ';", "SELECT ';';", "-- ;", "SELECT 1; -- comment", "SELECT 1; /* open",
    "/* ; */", "/* ; */;", "CREATE TABLE t(a);", "CREATE TRIGGER t AFTER INSERT ON x BEGIN SELECT 1;",
    "CREATE TRIGGER t AFTER INSERT ON x BEGIN SELECT 1; END;", "create temp trigger t begin select 1; end ;",
    "EXPLAIN CREATE TRIGGER t BEGIN SELECT 1;", "CREATE TRIGGER t BEGIN SELECT 1; END", "[;", "[;];", '"a;', "`;`;",
    "EXPLAIN SELECT 1;", "CREATE TEMPORARY TABLE t(a); x", "end;", "CREATE TRIGGER; x", "a;b", " \t\n;",
):
    print(repr(text), sqlite3.complete_statement(text))

connection = sqlite3.connect(":memory:")
shared = sqlite3.connect(":memory:", check_same_thread=False)
shared.execute("CREATE TABLE t(a)")
got = []


def use():
    for function in (connection.cursor, lambda: connection.execute("SELECT 1"), connection.commit, connection.close):
        try:
            function()
        except sqlite3.ProgrammingError as error:
            got.append(str(error)[:75])
    shared.executemany("INSERT INTO t VALUES(?)", [(i,) for i in range(100)])


thread = threading.Thread(target=use)
thread.start()
thread.join()
print(*got, sep="\n")
print(shared.execute("SELECT count(*) FROM t").fetchone())


def work(number):
    for i in range(20):
        shared.execute("INSERT INTO t VALUES(?)", (number,))
    shared.create_function(f"f{number}", 0, lambda: number)
    sums.append(shared.execute(f"SELECT sum(f{number}()) FROM t WHERE a = ?", (number,)).fetchone()[0])


shared.execute("DELETE FROM t")
sums = []
threads = [threading.Thread(target=work, args=(number,)) for number in range(1, 5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(sums), shared.execute("SELECT count(*) FROM t").fetchone())


# Whoever waits for a lock lets the thread go on that holds it.
first = sqlite3.connect("locked.db", check_same_thread=False)
second = sqlite3.connect("locked.db", timeout=30)
first.execute("CREATE TABLE t(a)")
first.execute("INSERT INTO t VALUES(1)")
thread = threading.Thread(target=first.commit)
thread.start()
second.execute("INSERT INTO t VALUES(2)")
thread.join()
print(second.execute("SELECT * FROM t").fetchall())


class Own(sqlite3.Connection):
    def cursor(self, factory=None):
        return super().cursor(OwnCursor)


class OwnCursor(sqlite3.Cursor):
    def upper(self):
        return [row[0].upper() for row in self]


own = sqlite3.connect(":memory:", factory=Own)
print(type(own).__name__, own.cursor().execute("SELECT 'text'").upper(), type(own.execute("SELECT 1")).__name__)
