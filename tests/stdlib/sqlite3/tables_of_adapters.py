import sqlite3


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


sqlite3.register_adapter(Point, lambda point: f"{point.x};{point.y}")
sqlite3.register_converter("point", lambda data: Point(*map(int, data.split(b";"))))
print((Point, sqlite3.PrepareProtocol) in sqlite3.adapters, "POINT" in sqlite3.converters)
print(sqlite3.connect(":memory:").row_factory)
connection = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES)
cursor = connection.cursor()
print(cursor.arraysize, cursor.row_factory)
cursor.execute("create table t (p point)")
cursor.execute("insert into t values (?)", (Point(3, 4),))
found = cursor.execute("select p from t").fetchone()[0]
print(found.x, found.y)
