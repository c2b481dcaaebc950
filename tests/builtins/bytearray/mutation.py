# python: 3.13
a = bytearray(b"abc")
a[0] = 120
a.append(100)
a.extend(b"ef")
a.extend([103, 104])
a += b"!"
print(a, len(a), a.pop(), a.pop(0), a)
a.insert(1, 45)
a.remove(98) if 98 in a else None
print(a, a.copy() == a, a.copy() is a)
a[1:3] = b"LONGER"
del a[0], a[-1]
a.reverse()
print(a)
a[::2] = b"." * len(a[::2])
print(a)
a *= 2
a.clear()
print(a, bool(a), bytearray(3), bytearray("é", "utf-8"), bytearray([1]), bytearray(b"x") + b"y", b"x" + bytearray(b"y"), type(b"x" + bytearray(b"y")).__name__, bytearray(b"q") * 2)
b = bytearray(b"x")
c = b
b += b"y"
print(c, c is b, bytearray(b"\x00'\n"), bytearray(b'"'), hash(bytes(b)) == hash(b"xy"))
for f in (lambda: b.append(256), lambda: b.append("a"), lambda: b.extend("ab"), lambda: b.extend([256]), lambda: b.extend(5), lambda: b.__setitem__(0, -1), lambda: b.__setitem__(9, 1), lambda: b.__setitem__(0, b"x"), lambda: bytearray().pop(), lambda: b.pop(9), lambda: b.remove(1),
          lambda: hash(b), lambda: b.insert("a", 1), lambda: b.__setitem__(slice(None, None, 2), b"xyz"), lambda: b.__setitem__(slice(0, 1), 5), lambda: b.__setitem__(slice(0, 1), "s"), lambda: {b: 1}.x):
    try:
        print(f())
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, str(e) if "hash" not in str(e) else "unhashable")
b[:0] = b"front"
b[len(b):] = [1, 2]
b[2:2] = b
print(b, b.find(b"y"), b.upper(), b.split(b"y"), b.decode("latin1").isprintable(), b.hex())
