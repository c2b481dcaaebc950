a = list(range(10))
print(a.pop(), a.pop(0), a.pop(-2), a.pop(3), a)
print(a.remove(5) if 5 in a else "no 5", a)
del a[0], a[-1]
print(a)
a.clear()
print(a, a == [])
b = [1, 1.0, True, "1"]
b.remove(1)
print(b)
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].pop(-2), lambda: [].remove(1), lambda: [1].pop("a"), lambda: [1].pop(1.0), lambda: [1].remove()):
    try:
        f()
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
c = list(range(6))
del c[1:3]
del c[::2]
print(c)
del c[:]
print(c)


class Clearing:
    def __eq__(self, other):
        d.clear()
        return False


d = [Clearing(), Clearing()]
try:
    d.remove(5)
except ValueError as e:
    print(e, d)
