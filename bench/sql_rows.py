# SQLite: a hundred thousand rows in by executemany, out by fetchall and in a loop, and single statements.
import sqlite3


def main():
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE items(id INTEGER PRIMARY KEY, name TEXT, price REAL)")
    rows = [(i, "item number %d" % i, i * 0.25) for i in range(100_000)]
    connection.executemany("INSERT INTO items VALUES(?, ?, ?)", rows)
    connection.commit()
    same = connection.execute("SELECT * FROM items").fetchall() == rows
    total = 0.0
    for number, name, price in connection.execute("SELECT id, name, price FROM items WHERE id % 2 = 0"):
        total += price + number + len(name)
    for i in range(3000):
        connection.execute("UPDATE items SET price = price + 1 WHERE id = ?", (i,))
        total += connection.execute("SELECT price FROM items WHERE id = ?", (i * 7,)).fetchone()[0]
    connection.commit()
    connection.close()
    print(same, total)


main()
