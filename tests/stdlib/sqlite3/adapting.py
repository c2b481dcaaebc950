"""Adapters and converters."""

import datetime
import sqlite3
import warnings

warnings.simplefilter("ignore", DeprecationWarning)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Conforming(Point):
    def __conform__(self, protocol):
        if protocol is sqlite3.PrepareProtocol:
            return f"conforms {self.x};{self.y}"


class Nonconforming(Point):
    def __conform__(self, protocol):
        return None


class Protocol:
    @staticmethod
    def __adapt__(value):
        return f"adapted {value}" if value else None


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


connection = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
select = lambda value: connection.execute("SELECT ?", (value,)).fetchone()
attempt(select, Conforming(1, 2))
attempt(select, Nonconforming(1, 2))
attempt(select, Point(1, 2))
sqlite3.register_adapter(Point, lambda point: f"{point.x};{point.y}")
attempt(select, Point(1, 2))
attempt(select, Conforming(1, 2))
attempt(sqlite3.adapt, Point(1, 2))
attempt(sqlite3.adapt, 5)
attempt(sqlite3.adapt, 5, sqlite3.PrepareProtocol)
attempt(sqlite3.adapt, 5, sqlite3.PrepareProtocol, "other")
attempt(sqlite3.adapt, 5, Protocol)
attempt(sqlite3.adapt, 0, Protocol)
sqlite3.register_adapter(Point, lambda point: 1 / 0)
attempt(select, Point(1, 2))
sqlite3.register_adapter(Point, lambda point: f"{point.x};{point.y}")

sqlite3.register_converter("point", lambda data: Point(*map(int, data.split(b";"))))
sqlite3.register_converter("raw", repr)
connection.execute("CREATE TABLE t(p point, r RAW(10), d date, s timestamp, n raw number, plain)")
moment = datetime.datetime(2024, 5, 17, 12, 30, 15, 250)
row = (Point(3, 4), 5, datetime.date(2024, 5, 17), moment, 2.5, "x")
connection.execute("INSERT INTO t VALUES(?, ?, ?, ?, ?, ?)", row)
connection.executemany("INSERT INTO t VALUES(?, ?, ?, ?, ?, ?)", [row, (None,) * 6])
for row in connection.execute("SELECT * FROM t"):
    print(row)
print(connection.execute("SELECT CAST(d AS TEXT), s || '' FROM t").fetchone())
cursor = connection.execute("SELECT '5;6' AS 'p [point]', 1 AS 'r [raw]', plain AS 'plain [nothing]' FROM t")
print(cursor.fetchone(), [column[0] for column in cursor.description])
print(connection.execute("SELECT p, count(*), max(r) FROM t GROUP BY p").fetchall())
for text in ("2024-05-17 01:02:03", "2024-05-17 01:02:03.5", "2024-05-17 01:02:03.1234567"):
    print(connection.execute("SELECT ? AS 't [timestamp]'", (text,)).fetchone())
attempt(lambda: connection.execute("SELECT 'x' AS 'p [point]'").fetchall())
attempt(lambda: connection.execute("SELECT 'x' AS 'd [date]'").fetchone())
plain = sqlite3.connect(":memory:")
print(plain.execute("SELECT '5;6' AS 'p [point]'").description[0][0], plain.execute("SELECT 1 AS 'r [raw]'").fetchone())

cursor = connection.cursor()
errors = []


def recursive(data):
    for use in (cursor.close, lambda: cursor.execute("SELECT 1")):
        try:
            use()
        except sqlite3.ProgrammingError as error:
            errors.append(str(error))
    return data


sqlite3.register_converter("recursive", recursive)
print(cursor.execute("SELECT 1 AS 'x [recursive]'").fetchone(), errors)
warnings.simplefilter("error", DeprecationWarning)
attempt(select, datetime.date(2024, 5, 17))
attempt(lambda: connection.execute("SELECT '2024-05-17' AS 'd [date]'").fetchone())
sqlite3.register_adapter(int, lambda number: -number)
sqlite3.register_adapter(str, str.upper)
print(connection.execute("SELECT ?, ?, ?", (5, "text", 1.5)).fetchone())
print(connection.execute("SELECT :a, :b", {"a": True, "b": None}).fetchone())
connection.executemany("INSERT INTO t(plain) VALUES(?)", [(7,), ("seven",)])
print(connection.execute("SELECT plain FROM t WHERE p IS NULL").fetchall())
print(sqlite3.Binary, sqlite3.Date, sqlite3.Time, sqlite3.Timestamp)
for function in (sqlite3.DateFromTicks, sqlite3.TimestampFromTicks):
    print(function(86400 * 365).year)
print(type(sqlite3.TimeFromTicks(0)).__name__)
