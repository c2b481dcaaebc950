# Weak references: equality, hash, callbacks, what can be referred to, subclasses.
import gc
import weakref


class Point:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"Point({self.x})"

    def __eq__(self, other):
        return self.x == other.x

    def __hash__(self):
        return hash(self.x)


point = Point(1)
plain = weakref.ref(point)
print(plain() is point, plain is weakref.ref(point), weakref.getweakrefcount(point))


def told(reference):
    print("dead:", reference is watching, reference())


watching = weakref.ref(point, told)
print(weakref.getweakrefcount(point), plain == watching, hash(plain) == hash(point), watching.__callback__ is told)
print([reference is plain for reference in weakref.getweakrefs(point)], point.__weakref__ is plain)
other = Point(1)
print(plain == weakref.ref(other), plain != weakref.ref(Point(2)), plain == 3)
del point
gc.collect()
print(plain(), watching(), plain == watching, plain == plain, watching.__callback__)
try:
    hash(watching)
except TypeError as error:
    print(error)
print(hash(plain) == hash(1))
for value in (1, "x", [], {}, (), None, 1.5, object(), b"", slice(1), range(3)):
    try:
        print("?", weakref.ref(value))
    except TypeError as error:
        print(error)
for value in (told, Point, len, set(), frozenset(), int, weakref, (i for i in []), [].append, Point(1).__repr__):
    weakref.ref(value)


class Slots:
    __slots__ = ("a",)


class More(Slots):
    __slots__ = ("__weakref__",)


try:
    weakref.ref(Slots())
except TypeError as error:
    print(error)
more = More()
to_more = weakref.ref(more)
print(to_more() is more, more.__weakref__ is to_more)


class Int(int):
    pass


class List(list):
    pass


try:
    weakref.ref(Int(3))
except TypeError as error:
    print(error)
items = List()
print(weakref.ref(items)() is items)
for body in ("class B(int): __slots__ = ('x',)", "class B(Point): __slots__ = ('__dict__',)"):
    try:
        exec(body)
    except TypeError as error:
        print(error)


class Keyed(weakref.ref):
    def __init__(self, target, callback=None, **extra):
        super().__init__(target, callback)
        self.extra = extra


keyed = Keyed(more, key=3)
print(keyed.extra, keyed() is more, keyed == weakref.ref(more), keyed is Keyed(more))


def chatty(number):
    return lambda reference: print("callback", number)


target = Point(5)
references = [weakref.ref(target, chatty(number)) for number in range(3)]
dropped = weakref.ref(target, chatty("of a dead reference"))
del dropped
gc.collect()
del target
gc.collect()
print(references[0](), weakref.ref[int])
