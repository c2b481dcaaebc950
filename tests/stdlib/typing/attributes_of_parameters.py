# Packages set attributes of type parameters.
from typing import ParamSpec, TypeVar, TypeVarTuple

for kind in (TypeVar, ParamSpec, TypeVarTuple):
    made = kind("T")
    made.note = [1]
    made.__module__ = "elsewhere"
    print(made, made.note, made.__module__, made.__name__)
    for name in ("__name__", "__default__"):
        try:
            setattr(made, name, 1)
        except AttributeError as error:
            print(error)
    del made.note
    print(hasattr(made, "note"))
tuple_of_types = TypeVarTuple("Ts")
tuple_of_types.__bound__ = None
print(tuple_of_types.__bound__)
