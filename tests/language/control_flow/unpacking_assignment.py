a, b = 1, 2
a, b = b, a
print(a, b)
(a, [b, c]), d = (1, (2, 3)), 4
print(a, b, c, d)
a = b = c = []
print(a is b is c)
x, = [5]
[y] = (6,)
print(x, y)
() = []
[] = ()
i = 0
l = [0, 0, 0]
i, l[i] = 1, 9
print(i, l)
a, b, c = "xyz"
print(a, b, c)
a, b = {"k1": 1, "k2": 2}
print(a, b)
a, *b = range(4)
*a, b = "hi"
print(a, b)
a, *b, c = 1, 2
print(a, b, c)
(a, *b), *c = [(1, 2, 3), 4, 5]
print(a, b, c)
*a, = (1, 2)
print(a)
