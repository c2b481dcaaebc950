# Formats of annotations, and references among types.
# python: 3.14
from annotationlib import Format, ForwardRef
from typing import *


class A:
    x: Undefined
    y: int
    z: list[Undefined | int]


def f(a: Undefined, b: int = 1) -> "A": ...


print(get_type_hints(A, format=Format.STRING), get_type_hints(f, format=Format.STRING))
hints = get_type_hints(A, format=Format.FORWARDREF)
print(hints["x"].__forward_arg__, hints["y"], sorted(hints))
hints = get_type_hints(f, format=Format.FORWARDREF)
print(hints["a"].__forward_arg__, hints["b"], hints["return"])
for obj in (A, f):
    try:
        get_type_hints(obj)
    except NameError as error:
        print(error)
print(ForwardRef("C") | int, int | ForwardRef("C"), Optional["C"], Union["C", None])
print(*(evaluate_forward_ref(ForwardRef(text), globals=globals()) for text in ("A", "list['A']")))
print(evaluate_forward_ref(ForwardRef("Undefined"), format=Format.FORWARDREF))
print(evaluate_forward_ref(ForwardRef("int"), format=Format.STRING))


class TD(TypedDict):
    a: Undefined
    b: NotRequired["A"]


class NT(NamedTuple):
    a: int
    b: "A"


print(sorted(TD.__required_keys__), TD.__optional_keys__, NT(1, 2))
try:
    TD.__annotations__
except NameError as error:
    print(error)
print(NT.__annotations__, get_type_hints(NT))
Undefined = str
print(get_type_hints(A), get_type_hints(f), get_type_hints(TD))
