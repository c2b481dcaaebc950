"""Copies, dumps, serialized databases, limits and switches."""

import sqlite3


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as error:
        print(type(error).__name__, error)


source = sqlite3.connect(":memory:")
source.executescript("""
    CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, "odd ""name" TEXT, data BLOB);
    INSERT INTO t VALUES(1, 'it''s', x'00ff'), (2, NULL, NULL), (7, 'line
break', 1.5);
    CREATE INDEX i ON t("odd ""name");
    CREATE VIEW v AS SELECT id FROM t;
    CREATE TRIGGER tr AFTER INSERT ON t BEGIN DELETE FROM t WHERE id = 99; END;
    CREATE TABLE "two words"(a, b DEFAULT 'x');
    INSERT INTO "two words"(a) VALUES(1);
""")
source.commit()
print(*source.iterdump(), sep="\n")
print(*source.iterdump(filter="two%"), sep="\n")
copy = sqlite3.connect(":memory:")
copy.executescript("".join(source.iterdump()))
print(list(copy.iterdump()) == list(source.iterdump()))

target = sqlite3.connect(":memory:")
target.execute("CREATE TABLE gone(a)")
target.commit()
steps = []
print(source.backup(target, pages=1, progress=lambda *numbers: steps.append(numbers)))
print(len(steps) > 2, steps[-1][:2], steps[0][0], target.execute("SELECT count(*) FROM t").fetchone())
attempt(target.execute, "SELECT * FROM gone")
attempt(source.backup, source)
attempt(source.backup, 5)
attempt(source.backup, target, progress=5)
attempt(source.backup, target, name="nothing")


def fail(*numbers):
    raise LookupError("progress")


attempt(source.backup, target, pages=1, progress=fail)
closed = sqlite3.connect(":memory:")
closed.close()
attempt(source.backup, closed)
attempt(closed.backup, source)
file = sqlite3.connect("copy.db")
source.backup(file)
file.close()
file = sqlite3.connect("copy.db")
print(file.execute("SELECT id FROM v").fetchall())
back = sqlite3.connect(":memory:")
file.backup(back)
print(back.execute("SELECT id FROM v").fetchall())
back.execute("INSERT INTO t(data) VALUES(5)")
back.commit()
print(len(file.execute("SELECT * FROM t").fetchall()), len(back.execute("SELECT * FROM t").fetchall()))
file.close()

data = source.serialize()
print(data[:15], len(data) % 4096, open("copy.db", "rb").read(16) == data[:16])
memory = sqlite3.connect(":memory:")
print(memory.deserialize(data))
print(memory.execute("SELECT id FROM t").fetchall())
memory.execute("INSERT INTO t(data) VALUES(1)")
memory.commit()
print(len(memory.serialize()) == len(data))
attempt(memory.serialize, name="nothing")
attempt(memory.deserialize, 5)
memory = sqlite3.connect(":memory:")
memory.deserialize(b"no database at all" * 100)
attempt(memory.execute, "SELECT * FROM t")
memory = sqlite3.connect(":memory:")
memory.deserialize(bytearray(data), name="main")
print(memory.execute("SELECT count(*) FROM t").fetchone())

c = sqlite3.connect(":memory:")
print(c.getlimit(sqlite3.SQLITE_LIMIT_ATTACHED), c.getlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH))
c.execute("SELECT * FROM sqlite_schema")
print(c.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 20), c.getlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH))
attempt(c.execute, "SELECT 1 -- this is too long a statement")
attempt(c.executescript, "SELECT 1; -- this is too long a statement")
print(c.execute("SELECT 1").fetchall(), c.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 1) > 1)
attempt(c.execute, "SELECT ?, ?", (1, 2))
attempt(c.setlimit, 1111, 0)
attempt(c.getlimit, -1)
attempt(c.setlimit, sqlite3.SQLITE_LIMIT_LENGTH, 2**40)
print(c.getconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_FKEY), c.getconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER))
c.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_FKEY)
print(c.getconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_FKEY), c.execute("PRAGMA foreign_keys").fetchone())
c.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_FKEY, False)
print(c.getconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_FKEY))
attempt(c.getconfig, 5)
attempt(c.setconfig, -1, True)
