# python: 3.13
o = object()
print(type(o).__name__, isinstance(o, object), o == o, o == object(), o != object(), hash(o) == hash(o), bool(o), repr(o).startswith("<object object at 0x"), str(o) == repr(o), object.__name__)
print(object().__eq__(5), object().__ne__(5), object().__lt__(5), object().__hash__() != 0, object().__format__("") != "", object().__sizeof__() > 0, object.__doc__ is not None, object().__class__ is object)
for f in (lambda: object(1), lambda: o.x, lambda: setattr(o, "x", 1), lambda: o(), lambda: o < o, lambda: o + 1, lambda: format(o, "x"), lambda: object.__init__(), lambda: object.__repr__(), lambda: o.__format__(5), lambda: object.__getattribute__(o), lambda: object.__setattr__(5, "a", 1)):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, str(e).replace(repr(o), "<o>"))
print(sorted(n for n in dir(object) if n not in ("__getstate__",)))
print(type(object.__init__).__name__, type(object.__new__).__name__, type(object().__init__).__name__, object.__init_subclass__(), object.__subclasshook__(int))


class C:
    pass


print(C.__init__ is object.__init__, C.__str__ is object.__str__, C().__reduce_ex__ is not None, C.__eq__(1, 1) if False else C.__eq__(C(), 1))
