"""Files that are no databases, or were damaged: the documented exceptions, whatever is in them."""

import random
import sqlite3


def attempt(path, *statements):
    try:
        connection = sqlite3.connect(path)
        try:
            for sql in statements:
                print(connection.execute(sql).fetchall())
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        print(type(error).__name__, error, error.sqlite_errorname)


with open("text.db", "w") as file:
    file.write("This is no database.\n" * 100)
attempt("text.db", "SELECT * FROM t")
attempt("text.db", "CREATE TABLE t(a)")
open("empty.db", "w").close()
attempt("empty.db", "PRAGMA integrity_check", "SELECT * FROM sqlite_schema")
attempt(".", "SELECT 1")
attempt("no/such/folder/x.db", "SELECT 1")

connection = sqlite3.connect("good.db")
connection.executescript("CREATE TABLE t(a INTEGER PRIMARY KEY, b); CREATE INDEX i ON t(b);")
connection.executemany("INSERT INTO t(b) VALUES(?)", [("text %d" % i * 20,) for i in range(500)])
connection.commit()
connection.close()
with open("good.db", "rb") as file:
    good = file.read()
with open("cut.db", "wb") as file:
    file.write(good[: len(good) // 2])
attempt("cut.db", "SELECT count(b) FROM t NOT INDEXED")
with open("zeros.db", "wb") as file:
    file.write(good[:4096] + bytes(len(good) - 4096))
attempt("zeros.db", "SELECT count(b) FROM t NOT INDEXED")

numbers = random.Random(5)
failed = 0
for _ in range(8):
    bad = bytearray(good)
    for _ in range(numbers.choice((1, 20, 500))):
        bad[numbers.randrange(len(bad))] = numbers.randrange(256)
    with open("bad.db", "wb") as file:
        file.write(bad)
    try:
        connection = sqlite3.connect("bad.db")
        connection.text_factory = bytes
        for sql in ("SELECT * FROM t", "PRAGMA integrity_check", "SELECT b FROM t ORDER BY b", "DELETE FROM t"):
            connection.execute(sql).fetchall()
    except sqlite3.DatabaseError:
        failed += 1
    finally:
        connection.close()
    memory = sqlite3.connect(":memory:")
    memory.text_factory = bytes
    try:
        memory.deserialize(bytes(bad))
        memory.execute("SELECT * FROM t").fetchall()
    except sqlite3.DatabaseError:
        failed += 1
    memory.close()
print(failed > 2)

connection = sqlite3.connect(":memory:")
pieces = ["SELECT", "(", ")", "'", '"', ",", "FROM", "1", "x", "?", ":a", "--", "/*", "*", "\n", "\xe4", "[", "]", "@", ";"]
for _ in range(60):
    sql = " ".join(numbers.choices(pieces, k=numbers.randrange(12)))
    try:
        connection.execute(sql, ()).fetchall()
    except (sqlite3.OperationalError, sqlite3.ProgrammingError):
        pass
try:
    connection.execute("SELECT " + "1+" * 2000 + "1")
except sqlite3.OperationalError as error:
    print(error)
