x = 1
del x
try:
    x
except NameError as e:
    print(e)
a = b = c = 2
del a, (b, [c])
print("a" in globals(), "b" in globals(), "c" in globals())
l = [1, 2, 3, 4, 5]
del l[0], l[-1], l[::2]
print(l)
d = {"x": 1}
del d["x"]
try:
    del d["x"]
except KeyError as e:
    print(e)


class C:
    attr = 1


c = C()
c.y = 1
del c.y
try:
    del c.y
except AttributeError as e:
    print(e)
try:
    del c.attr
except AttributeError as e:
    print(e)
del C.attr
print(hasattr(c, "attr"))


def f():
    v = 1
    del v
    try:
        return v
    except UnboundLocalError as e:
        return str(e)


print(f())


def g():
    v = 1

    def h():
        return v

    del v
    try:
        h()
    except NameError as e:
        print(e)
    v = 3
    return h()


print(g())
try:
    del undefined_name
except NameError as e:
    print(e)
