# Steps of iterators over plain values, in subclasses, and calls of getters, which need no way through a call.
# python: 3.14
import itertools as I, operator as O, functools as F

print(list(I.islice(range(10), 2, 9, 3)), list(I.islice([1, 2, 3], None)), list(I.islice(iter("abc"), 1, None)))
it = iter([1, 2, 3, 4, 5])
s = I.islice(it, 2)
print(list(s), list(it))
it = iter([1, 2, 3, 4, 5, 6, 7, 8])
s = I.islice(it, 1, 5, 2)
print(next(s), next(s), next(s, "end"), list(it))


class S(I.islice):
    pass


print(list(S([1, 2, 3], 1, None)), S([1, 2, 3], 2).__next__())
for C in (I.chain, I.cycle, I.count, I.repeat, I.accumulate, I.product, I.permutations):

    class K(C):
        pass

    k = K([1, 2]) if C is not I.count else K(3)
    print(C.__name__, next(k), k.__next__(), next(k, None))
    try:
        print(C.__next__(k))
    except Exception as e:
        print(type(e), e)
    try:
        print(C.__next__(iter([])))
    except Exception as e:
        print(type(e), e)
print(list(I.accumulate([1, 2.5, True, 10**20])), list(I.accumulate(["a", "b"])), list(I.accumulate([[1], [2]])))


class V:
    def __init__(s, v):
        s.v = v

    def __add__(s, o):
        return V(s.v + (o.v if isinstance(o, V) else o))

    def __radd__(s, o):
        return V(s.v + o)

    def __repr__(s):
        return "V%s" % s.v


print(list(I.accumulate([1, V(2), 3])), list(I.accumulate([1, 2, "x", 3][:2])))
a = I.accumulate([1, 2, "x", 3])
for _ in range(4):
    try:
        print(next(a, "end"))
    except TypeError as e:
        print(e)
print(list(I.chain([1], (2,), {3: 4}, "ab", range(2), iter([]))))
print(
    list(I.islice(I.cycle([1, 2, 3]), 7)),
    list(I.islice(I.count(2**46, 2**46), 5)),
    list(I.islice(I.count(1.5, 0.5), 3)),
)
print(
    list(I.product("ab", range(2), repeat=1)),
    list(I.product()),
    list(I.product([], [1])),
    len(list(I.product([1, 2], repeat=10))),
)
print(
    list(I.permutations(range(3))),
    list(I.permutations(range(3), 2)),
    list(I.combinations("abcd", 2)),
    list(I.combinations_with_replacement("abc", 2)),
    list(I.combinations([1], 0)),
)
print(
    O.itemgetter(1)([1, 2]),
    O.itemgetter(-1)((1, 2)),
    O.itemgetter("a", "b")({"a": 1, "b": 2}),
    O.itemgetter(True)([1, 2]),
    O.itemgetter(slice(1, 3))("abcd"),
)
for f, x in ((O.itemgetter(5), [1]), (O.itemgetter("q"), {}), (O.itemgetter(1), 5)):
    try:
        f(x)
    except Exception as e:
        print(type(e).__name__, e)
for args in ((), (1, 2)):
    try:
        O.itemgetter(1)(*args)
    except Exception as e:
        print(type(e).__name__, e)
    try:
        O.attrgetter("real")(*args)
    except Exception as e:
        print(type(e).__name__, e)
print(
    sorted([(1, -1), (2, -5), (0, 3)], key=O.itemgetter(1)),
    O.attrgetter("real", "imag")(3),
    O.attrgetter("__class__.__name__")(3),
)


class D(dict):
    def __missing__(s, k):
        return "m"


print(O.itemgetter("z")(D()), O.getitem([1, 2], 1), O.getitem({1: 2}, 1))
print(
    F.reduce(O.add, [1, 2, 3]),
    F.reduce(O.add, [], 5),
    F.reduce(O.mul, range(1, 30)),
    F.reduce(lambda a, b: a + b, "abc"),
    F.reduce(O.add, [[1], [2]], []),
    F.reduce(O.add, ["a", "b"]),
)
for a in ((O.add, []), (O.add, 5), (O.add, [1, "a"])):
    try:
        F.reduce(*a)
    except TypeError as e:
        print(e)
print(
    O.add(1, True),
    O.add(True, True),
    O.mul("ab", 2),
    O.truediv(1, 2),
    O.floordiv(7, -2),
    O.mod("%s", 3),
    O.and_(True, False),
    O.or_({1}, {2}),
    O.xor(5, 3),
    O.sub(2**60, -(2**62)),
    O.add(2**60, 2**60),
)
for f in (O.truediv, O.floordiv, O.mod):
    try:
        f(1, 0)
    except ZeroDivisionError as e:
        print(e)
