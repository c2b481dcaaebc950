data = bytearray(b"abcdef")
m = memoryview(data)
print(m[0], m[-1], bytes(m[1:3]), m.tolist(), len(m), m.nbytes, m.itemsize, m.format, m.ndim, m.shape, m.readonly, m.tobytes(), m.obj is data)
m[0] = 120
m[1:3] = b"YZ"
print(data, m == data, m[1:] == b"YZdef", bytes(m[::2]), bytes(m[::-1]), list(m[2:4]), 100 in m, m.hex())
r = memoryview(b"const")
print(r.readonly, hash(r) == hash(b"const"), r == b"const", memoryview(m).tobytes(), m.contiguous)
for f in (lambda: r.__setitem__(0, 1), lambda: m.__setitem__(0, 256), lambda: m.__setitem__(0, b"x"), lambda: m.__setitem__(slice(0, 2), b"xyz"), lambda: m[9], lambda: m["a"], lambda: memoryview("str"), lambda: memoryview(5), lambda: hash(m), lambda: data.append(1), lambda: m.__delitem__(0)):
    try:
        print(f())
    except (TypeError, ValueError, IndexError, BufferError) as e:
        print(type(e).__name__, e)
m.release()
try:
    m[0]
except ValueError as e:
    print(e)
data.append(33)
print(data)
with memoryview(b"xy") as w:
    print(w[0])
c = memoryview(bytearray(8)).cast("H")
c[1] = 0x1234
print(c.format, len(c), c.tolist(), c.itemsize)
import array
a = array.array("i", [1, 2, 3])
v = memoryview(a)
v[1] = 20
print(a.tolist(), v.format, v.itemsize, v.tolist(), v[1:].tolist())
