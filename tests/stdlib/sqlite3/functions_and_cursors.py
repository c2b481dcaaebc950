# cpython: differs — it crashes, and does not take a function away
"""Functions of SQL that use the cursor whose statement calls them, or close the connection."""

import sqlite3
import sys

connection = sqlite3.connect(":memory:")
cursor = connection.cursor()


def recursive():
    for use in (lambda: cursor.execute("SELECT 1"), cursor.fetchone, cursor.close, connection.close):
        try:
            use()
        except sqlite3.Error as error:
            print(type(error).__name__, error)
    return 5


connection.create_function("recursive", 0, recursive)
print(cursor.execute("SELECT recursive()").fetchall())
try:
    connection.create_function("again", 0, lambda: connection.create_function("again", 0, None))
    print(connection.execute("SELECT again()").fetchall())
except sqlite3.OperationalError as error:
    print(error)
for method in (connection.set_trace_callback, connection.set_authorizer):
    connection.create_function("watched", 0, lambda: method(print))
    try:
        print(connection.execute("SELECT watched()").fetchall())
    except sqlite3.OperationalError as error:
        print(error)


def nested(depth):
    return connection.execute("SELECT nested(?)", (depth + 1,)).fetchone()[0]


connection.create_function("nested", 1, nested)
limit = sys.getrecursionlimit()
sys.setrecursionlimit(200)
try:
    connection.execute("SELECT nested(0)")
except sqlite3.OperationalError as error:
    print(error)
sys.setrecursionlimit(limit)
connection.set_authorizer(lambda *arguments: connection.execute("SELECT 1").fetchone()[0] - 1)
try:
    connection.execute("SELECT 2")
except sqlite3.DatabaseError as error:
    print(error)
connection.set_authorizer(None)
connection.create_function("recursive", 0, None)
try:
    connection.execute("SELECT recursive()")
except sqlite3.OperationalError as error:
    print(error)
print(connection.execute("SELECT 3").fetchall())
