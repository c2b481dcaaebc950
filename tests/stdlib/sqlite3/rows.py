"""What rows become: Row, row factories, text factories, and reading while tables change."""

import sqlite3

connection = sqlite3.connect(":memory:")
connection.executescript("""
    CREATE TABLE t(id INTEGER PRIMARY KEY, Name TEXT, data BLOB);
    INSERT INTO t VALUES(1, 'one', x'01'), (2, 'zwölf', NULL), (3, 'three', x'0303');
""")
connection.row_factory = sqlite3.Row
cursor = connection.execute("SELECT id, Name, data AS 'the data' FROM t ORDER BY id")
row = cursor.fetchone()
print(type(row), len(row), tuple(row), row.keys(), list(row))
print(row[0], row[-1], row["id"], row["NAME"], row["name"], row["The Data"], row[0:2], row[::-1])
for key in (3, -4, "nothing", 1.5, None, 2**70):
    try:
        print(row[key])
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
same = connection.execute("SELECT id, Name, data AS 'the data' FROM t ORDER BY id").fetchone()
other = connection.execute("SELECT id, Name, data FROM t ORDER BY id").fetchone()
print(row == same, hash(row) == hash(same), row == other, row != other, row == tuple(row), row in {same})
print(dict(row), {**dict(zip(row.keys(), row))})
for arguments in ((cursor, 5), (5, ())):
    try:
        sqlite3.Row(*arguments)
    except TypeError as error:
        print(error)
print(tuple(sqlite3.Row(cursor, ("a", "b"))))
try:
    row["id"] = 1
except TypeError as error:
    print(error)


class Fields(sqlite3.Row):
    def __getattr__(self, name):
        return self[name]


connection.row_factory = Fields
print([(row.id, row.name) for row in connection.execute("SELECT * FROM t")])
cursor = connection.cursor()
cursor.row_factory = lambda cursor, row: (cursor.description[0][0], *row)
print(cursor.execute("SELECT id FROM t").fetchall(), cursor.execute("SELECT name FROM t").fetchmany(2))
cursor.row_factory = None
print(cursor.execute("SELECT id FROM t").fetchone())
connection.row_factory = None

print(connection.text_factory)
for factory in (bytes, bytearray, lambda data: data.decode().upper(), len):
    connection.text_factory = factory
    print(connection.execute("SELECT name, data, id FROM t").fetchall())
connection.text_factory = str
cursor = connection.execute("SELECT 1, CAST(x'61ff62' AS TEXT) AS broken UNION ALL SELECT 2, 'fine'")
for _ in range(2):
    try:
        print(cursor.fetchone())
    except sqlite3.OperationalError as error:
        print(error)
try:
    connection.execute("SELECT CAST(x'ff' AS TEXT)").fetchall()
except sqlite3.OperationalError as error:
    print(error)
connection.text_factory = lambda data: data.decode(errors="replace")
print(connection.execute("SELECT CAST(x'61ff62' AS TEXT)").fetchone())
connection.text_factory = str

# Tables may change while their rows are read.
connection.execute("CREATE TABLE n(i)")
connection.executemany("INSERT INTO n VALUES(?)", ((i,) for i in range(600)))
seen = 0
for (i,) in connection.execute("SELECT i FROM n"):
    seen += 1
    if i % 2:
        connection.execute("UPDATE n SET i = -1 WHERE i = ?", (i,))
print(seen, connection.execute("SELECT count(*) FROM n WHERE i = -1").fetchone())
one, two = connection.execute("SELECT i FROM n WHERE i >= 0"), connection.execute("SELECT i FROM n WHERE i >= 0")
print([next(cursor)[0] for _ in range(3) for cursor in (one, two, one)])
print(len(one.fetchall()), len(two.fetchmany(100)), len(list(two)))


def numbers():
    """Looks at the table while rows are added to it."""
    for i in range(3):
        yield (connection.execute("SELECT count(*) FROM t").fetchone()[0], f"row {i}")


connection.executemany("INSERT INTO t(id, name) VALUES(? + 10, ?)", numbers())
print(connection.execute("SELECT id, name FROM t WHERE id > 10").fetchall())

cursor = connection.execute("SELECT json(CASE WHEN i < 6 THEN '1' ELSE '{' END) FROM n WHERE i >= 0")
got = []
try:
    for row in cursor:
        got.append(row)
except sqlite3.OperationalError as error:
    print(len(got), error)
print(cursor.fetchall())
for size in (0, 1, 100_000):
    text, data = connection.execute("SELECT ?, ?", ("ä" * size, bytes(size))).fetchone()
    print(len(text), len(data))
big = [("x" * 50_000, i) for i in range(40)]
connection.execute("CREATE TABLE big(a, b)")
connection.executemany("INSERT INTO big VALUES(?, ?)", big)
print(connection.execute("SELECT * FROM big").fetchall() == big, list(connection.execute("SELECT * FROM big")) == big)
