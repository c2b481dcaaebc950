# python: 3.13
t = (1, 2, 3)
print(t[0], t[-1], t[1:], t[::-1], len(t), t + (4,), t * 2, 2 in t, t.index(2), t.count(1), t == (1, 2, 3), t < (1, 2, 4), (1,) < (1, 0), hash(t) == hash((1, 2, 3)), max(t))
print((), (1,), tuple(), tuple("ab"), tuple([1]), tuple(t) is t, t[:] is t, (1, (2, 3)), tuple(range(3)), tuple({"k": 1}), repr((1,)), str(("a",)), bool(()), bool((0,)))
a, b = t[:2]
print(a, b, (a, b) == (b - 1, a + 1), (1, 2) * 0, () + (), t.__getitem__(0), t.__contains__(5), [*t], {t: "key"}[(1, 2, 3)])
for f in (lambda: t[3], lambda: t["a"], lambda: t + [1], lambda: t * "x", lambda: t.index(9), lambda: t < [1], lambda: hash(([],)), lambda: tuple(5), lambda: (1,) < ("a",), lambda: t.append(1), lambda: t.index(1, 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
r = []
s = (r,)
r.append(s)
print(s, r)
import sys
print(tuple() == (), ((),), (((1,),),))
print(sorted([(2, "b"), (1, "z"), (2, "a")]), (1, 2.0, True) == (1, 2, 1))
