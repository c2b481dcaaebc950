"""Statements, parameters of both kinds, what cursors say, and transactions."""

import sqlite3

connection = sqlite3.connect(":memory:")
cursor = connection.cursor()
print(cursor.description, cursor.lastrowid, cursor.rowcount, cursor.arraysize, cursor.connection is connection)
print(cursor.execute("CREATE TABLE pets(id INTEGER PRIMARY KEY, name TEXT NOT NULL, weight REAL)") is cursor)
print(connection.in_transaction, connection.total_changes, cursor.rowcount)
cursor.execute("INSERT INTO pets VALUES(1, 'Tom', 4.5), (2, ?, ?)", ("Jerry", 0.02))
print(connection.in_transaction, connection.total_changes, cursor.rowcount, cursor.lastrowid, cursor.description)
cursor.execute("INSERT INTO pets(name) VALUES(:name)", {"name": "Spike", "other": 1})
print(cursor.lastrowid, cursor.rowcount)
connection.commit()
print(connection.in_transaction)
cursor.executemany("INSERT INTO pets(name, weight) VALUES(?, ?)", [("Butch", 5), ["Tyke", 1.5]])
print(cursor.rowcount, cursor.lastrowid)
cursor.executemany("INSERT INTO pets(name) VALUES(:name)", ({"name": name} for name in ("Quacker", "Nibbles")))
print(cursor.rowcount, cursor.execute("SELECT count(*) FROM pets").fetchone())
connection.rollback()
print(cursor.execute("SELECT * FROM pets").fetchall())
print(cursor.description)
print(cursor.execute("SELECT * FROM pets WHERE 0").fetchone(), cursor.description[0])
print(cursor.execute("UPDATE pets SET weight = 1 WHERE id > 1").rowcount)
print(cursor.execute("DELETE FROM pets WHERE id = 99").rowcount)
print(cursor.execute("  -- a comment\n /* one\n more */ REPLACE INTO pets VALUES(1, 'Tom', 3)").rowcount)
cursor.execute("INSERT INTO pets VALUES(9, 'Lightning', 6), (10, 'Topsy', 2) RETURNING id, name")
print(cursor.rowcount, cursor.fetchone(), cursor.rowcount, cursor.fetchall(), cursor.rowcount)
for sql in ("", "-- nothing", "  ;"):
    print(cursor.execute(sql).fetchall(), cursor.description, cursor.rowcount)

cursor.execute("SELECT id FROM pets ORDER BY id")
print(cursor.fetchmany(), cursor.fetchmany(2), next(cursor), cursor.fetchone(), cursor.fetchmany(9), cursor.fetchone())
cursor.arraysize = 3
print(len(cursor.execute("SELECT id FROM pets").fetchmany()), cursor.fetchmany(0), cursor.fetchmany(-1))
print([row for row in cursor], list(cursor))
print(cursor.setinputsizes([1]), cursor.setoutputsize(1), cursor.setoutputsize(1, 2))

for value in (0, -1, 2**63 - 1, -(2**63), 1.5, float("inf"), "", "a\0b", "schön \U0001f600", b"", b"\0\xff", None, True):
    (back,) = connection.execute("SELECT ?", (value,)).fetchone()
    print(repr(back), type(back).__name__)
for value in (bytearray(b"xy"), memoryview(b"abcd")[1:3]):
    print(connection.execute("SELECT ?", (value,)).fetchall())
print(connection.execute("SELECT ?, typeof(?)", (float("nan"), float("nan"))).fetchone())


class Number(int):
    pass


class Text(str):
    pass


class Values:
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return (Number(7), Text("seven"))[index]


class Missing(dict):
    def __missing__(self, key):
        return key * 2


print(connection.execute("SELECT ?, ?", Values()).fetchone())
print(connection.execute("SELECT :a, @b, $c", Missing(a=1)).fetchone())
print(connection.execute("SELECT ?2, ?1", ("one", "two")).fetchone())

with connection:
    connection.execute("INSERT INTO pets(name) VALUES('George')")
print(connection.in_transaction)
try:
    with connection:
        connection.execute("DELETE FROM pets")
        print(connection.in_transaction)
        raise KeyError("no")
except KeyError as error:
    print(error, connection.in_transaction, connection.execute("SELECT count(*) FROM pets").fetchone())

script = connection.executescript("""
    CREATE TABLE other(a, b);  -- ; a comment
    INSERT INTO other VALUES(1, ';');
    SELECT * FROM other;
    CREATE TRIGGER t AFTER INSERT ON other BEGIN UPDATE other SET b = 'changed'; END;
    INSERT INTO other VALUES(2, 'x');
""")
print(type(script).__name__, connection.in_transaction, connection.execute("SELECT * FROM other").fetchall())
connection.close()
