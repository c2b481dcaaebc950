# Views of several dimensions, and of none, come from `cast` with a shape.
def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


data = bytearray(range(12))
table = memoryview(data).cast("B", (3, 4))
print(table.ndim, table.shape, table.strides, table.nbytes, len(table))
print(table.c_contiguous, table.f_contiguous, table.contiguous)
print(table.tolist())
print(table[1, 2], table[-1, -1], table[2, 0])
table[1, 2] = 99
print(data[6], table.tobytes() == bytes(data), list(table.tobytes("F")))

part = table[::-2]
print(part.shape, part.strides, part.tolist(), part.c_contiguous, part.tobytes())
print(table == part, table == memoryview(data).cast("B", [3, 4]), table == data)

cube = memoryview(bytes(48)).cast("H", [2, 3, 4])
print(cube.shape, cube.strides, cube.tolist()[1][2], cube[1, 2, 3])
print(cube.cast("B").shape)

point = memoryview(b"\x01\x00\x00\x00").cast("I", ())
print(point.ndim, point.shape, point.strides, point.nbytes, point[()], point.tolist(), point[...] is point)

attempt(lambda: table[0])
attempt(lambda: table[0, 0, 0])
attempt(lambda: table[(0,)])
attempt(lambda: table[0:1, 0:1])
attempt(lambda: table[3, 0])
attempt(lambda: table[0, 4])
attempt(lambda: table.__setitem__(0, 1))
attempt(lambda: table.__setitem__(slice(1), b"abcd"))
attempt(lambda: list(table))
attempt(lambda: table.cast("B", [2, 6]))
attempt(lambda: part.cast("B"))
attempt(lambda: len(point))
attempt(lambda: point[0])
attempt(lambda: iter(point))
attempt(lambda: memoryview(data).cast("B", [5, 2]))
attempt(lambda: memoryview(data).cast("B", [3, -4]))
attempt(lambda: memoryview(data).cast("B", [3, 4.0]))
attempt(lambda: memoryview(data).cast("B", 12))
attempt(lambda: memoryview(b"").cast("B", [0]))
attempt(lambda: b"abc".find(memoryview(b"abc")[::2]))
