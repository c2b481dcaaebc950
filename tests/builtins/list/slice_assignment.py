# python: 3.13
a = list(range(6))
a[1:3] = ["x"]
print(a)
a[1:1] = [7, 8, 9]
print(a)
a[::2] = "abcd"
print(a)
a[:] = range(3)
print(a)
a[5:10] = [1]
a[-1:] = []
print(a)
a[2:0] = ["odd"]
print(a)
b = [1, 2, 3]
b[1:2] = b
print(b)
b[::-1] = list(b)
print(b)
del b[1:4:2], b[-2:]
print(b)
c = list(range(10))
del c[8:2:-2]
print(c)
c[0:2] = iter("xyz")
print(c)
for f in ("c[::2] = [1]", "c[0:1] = 5", "c[99] = 1", "c['a'] = 1", "del c[99]", "c[::0] = []", "c[1.5] = 1", "c[::-1] = [1]", "c[None] = 1", "c[0:1] = None"):
    try:
        exec(f)
    except (ValueError, TypeError, IndexError) as e:
        print(f, type(e).__name__, e)
