# python: 3.14
import array
a = array.array("i", [1, 2, 3])
a.append(4)
a.extend([5])
print(a, a[0], a[-1], a[1:3], len(a), a.tolist(), a.typecode, a.itemsize, list(a), 3 in a, a.index(3), a.count(1), a.pop(), a.tobytes()[:4], sum(a))
a[0] = 100
a.insert(1, 7)
a.remove(2)
a.reverse()
print(a, array.array("d", [1.5]), array.array("B", b"ab"), array.array("H"), array.array("i", [1]) + array.array("i", [2]), array.array("b", [1]) * 3, array.array("i", [1]) == array.array("d", [1.0]))
b = array.array("H")
b.frombytes(b"\x01\x00\x02\x00")
print(b, memoryview(b).tolist(), bytes(array.array("B", [65, 66])))
for f in (lambda: array.array("z"), lambda: array.array("b", [200]), lambda: array.array("i", ["a"]), lambda: a.append("x"), lambda: a[99], lambda: array.array("B", [-1]), lambda: a + [1], lambda: array.array(5), lambda: b.frombytes(b"x")):
    try:
        print(f())
    except (ValueError, TypeError, OverflowError, IndexError) as e:
        print(type(e).__name__, e)
