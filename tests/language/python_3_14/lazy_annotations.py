# python: 3.14
# PEP 649 and 749: annotations are evaluated when they are asked for.
def f(a: undefined, b: list[later] = None) -> also_undefined:
    return "works"


print(f(1))
try:
    f.__annotations__
except NameError as e:
    print(e)
undefined = also_undefined = later = int
print(f.__annotations__)
print(f.__annotations__ is f.__annotations__)


class C:
    x: Self_reference
    y: "a string" = 1

    def m(self, other: C) -> C:
        return self


Self_reference = 5
print(C.__annotations__, C.m.__annotations__["other"] is C)
module_level: not_there_yet = 1
not_there_yet = "now"
import sys
print(sys.modules["__main__"].__annotations__)
import annotationlib


def g(p: missing, q: int):
    pass


print(annotationlib.get_annotations(g, format=annotationlib.Format.STRING))
print(annotationlib.get_annotations(g, format=annotationlib.Format.FORWARDREF)["q"])
calls = []


def note(v):
    calls.append(v)
    return v


def h(a: note(1), b: note(2)):
    pass


print(len(calls), h.__annotations__, calls)
f.__annotations__ = {"replaced": 1}
print(f.__annotations__)
