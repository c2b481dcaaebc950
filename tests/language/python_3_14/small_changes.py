# python: 3.14
# Small things that changed between 3.12 and 3.14.
print(list(map(lambda a, b: a + b, [1, 2], [3, 4], strict=True)))
try:
    list(map(lambda a, b: a, [1, 2], [3], strict=True))
except ValueError as e:
    print(e)
print(float.from_number(3), complex.from_number(1.5))
try:
    float.from_number("3")
except TypeError as e:
    print(type(e).__name__)
import functools
p = functools.partial(lambda *a: a, functools.Placeholder, 2)
print(p(1), p(1, 3))
print(memoryview[int], bytes.fromhex(b"ff00"))
def gen():
    yield 1


print([x for x in gen()], hasattr(gen, "__annotate__"), gen.__annotate__)
import math
print(math.fma(2.0, 3.0, 1.0), int.is_integer(5), (5).is_integer())
x = [1, 2, 3]
print(x.__class_getitem__(int), str(object=b"a", encoding="ascii"))
print("%s" % NotImplemented)
try:
    bool(NotImplemented)
except TypeError as e:
    print(e)
