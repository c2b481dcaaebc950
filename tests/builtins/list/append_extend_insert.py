a = []
print(a.append(1), a.extend([2, 3]), a.insert(0, 0), a)
a.extend("ab")
a.extend(x for x in range(2))
a += (9,)
a.insert(100, "end")
a.insert(-1, "before end")
a.insert(-100, "front")
print(a)
a.extend(a)
print(len(a))
b = [1, 2]
b += b
b *= 2
print(b)
c = [1]
c += "xy"
c += {"k": 1}
print(c)
c[1:2] = c
print(c)
for f in (lambda: c.extend(5), lambda: c.insert("a", 1), lambda: c + (1,), lambda: (1,) + c, lambda: c.__iadd__(5), lambda: c * "a", lambda: c.append()):
    try:
        f()
    except TypeError as e:
        print(e)


def gen():
    yield 1
    raise ValueError("half way")


try:
    c.extend(gen())
except ValueError as e:
    print(e, c[-1])
