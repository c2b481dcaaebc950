print(list(), list("abc"), list((1, 2)), list({"k": 1}), list(range(3)), [1, "a", None, [2]], list(x for x in "ab"), [[]] * 2)
a = [1]
a.append(a)
print(a, [a], len(a))
b = [1, 2]
print(list(b) == b, list(b) is b, [*b, *b], b.copy(), b[:] is b, repr([]), str([1.0, "x'"]), [True, ...], [print] == [print])
c = [[0] * 2 for _ in range(2)]
d = [[0] * 2] * 2
c[0][0] = d[0][0] = 1
print(c, d)
b.__init__([9])
print(b, list.__new__(list), type([]).__name__)
for f in (lambda: list(5), lambda: list(1, 2), lambda: list(x=1), lambda: [].__init__(5), lambda: list(None)):
    try:
        f()
    except TypeError as e:
        print(e)
