"""Blobs read and written in place."""

import sqlite3

connection = sqlite3.connect(":memory:")
connection.execute("CREATE TABLE t(b BLOB, x)")
connection.execute("INSERT INTO t VALUES(?, 5)", (b"0123456789",))


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


blob = connection.blobopen("t", "b", 1)
print(type(blob), len(blob), blob.tell(), blob.read(3), blob.tell(), blob.read(), blob.read(), blob.tell())
blob.seek(2)
print(blob.tell(), blob.read(2), blob.seek(-1, 2), blob.read(5), blob.seek(1), blob.seek(3, 1), blob.read(1))
blob.seek(0)
print(blob.write(b"abc"), blob.tell(), blob.write(bytearray(b"DE")), blob.tell())
print(connection.execute("SELECT b FROM t").fetchone())
print(blob[0], blob[-1], blob[2:5], blob[::3], blob[5:5], blob[3:-3])
blob[1] = ord("X")
blob[4:6] = b"YZ"
blob[6::2] = b"--"
blob[0:0] = b""
print(blob[:])
attempt(blob.seek, 11)
attempt(blob.seek, -1)
attempt(blob.seek, 0, 5)
attempt(blob.seek, 2**31 - 1, 1)
attempt(blob.write, b"too long for the rest of it")
attempt(blob.write, "text")
attempt(lambda: blob[10])
attempt(lambda: blob[-11])
attempt(lambda: blob["a"])
attempt(blob.__setitem__, 0, 256)
attempt(blob.__setitem__, 0, b"a")
attempt(blob.__setitem__, 99, 1)
attempt(blob.__setitem__, slice(0, 2), b"abc")
attempt(blob.__delitem__, 0)
attempt(blob.__delitem__, slice(2))
attempt(sqlite3.Blob)
attempt(connection.blobopen, "nothing", "b", 1)
attempt(connection.blobopen, "t", "nothing", 1)
attempt(connection.blobopen, "t", "b", 2)
attempt(connection.blobopen, "t", "x", 1)
with connection.blobopen("t", "b", 1, readonly=True) as other:
    print(other.read(4))
    attempt(other.write, b"x")
attempt(other.read)
attempt(len, other)
attempt(other.__enter__)
other.close()
connection.execute("UPDATE t SET b = 'changed'")
attempt(blob.read)
blob.close()
connection.execute("UPDATE t SET b = zeroblob(100000)")
with connection.blobopen("t", "b", 1) as blob:
    for start in range(0, 100000, 1000):
        blob.write(b"ab" * 500)
    print(blob.tell(), blob[99998:], blob[50000])
print(connection.execute("SELECT b = ? FROM t", (b"ab" * 50000,)).fetchone())
blob = connection.blobopen("t", "b", 1)
connection.close()
attempt(blob.read)
attempt(blob.close)
