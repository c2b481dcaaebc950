# Unpacked tuples give their items to the parameters; defaults of TypeVarTuple and ParamSpec; what Generic[...] refuses.
import pickle
from typing import (
    Callable, Concatenate, Dict, Generic, List, ParamSpec, Protocol, Tuple, TypedDict, TypeVar, TypeVarTuple, Unpack,
)

T1, T2, P = TypeVar("T1"), TypeVar("T2"), ParamSpec("P")
Ts = TypeVarTuple("Ts")


class Pair(Generic[T1, T2]):
    pass


class Row(Generic[T1, Unpack[Ts]]):
    pass


for alias in (
    Pair[T1, T2][*tuple[int, str]], Pair[T2, T1][Unpack[Tuple[int]], str], dict[T1, T2][*tuple[int], *tuple[str]],
    Dict[T1, T2][Unpack[Tuple[int, str]]], Row[int, *tuple[str, bytes]],
    Row[T1, Unpack[Ts]][*tuple[int, str]], Row[T1, Unpack[Ts]][int, *tuple[str, ...]],
    Tuple[T1, Unpack[Ts]][*tuple[int, str]],
):
    print(alias, alias.__args__)
Default = TypeVarTuple("Default", default=Unpack[Tuple[str, int]])
Listed = ParamSpec("Listed", default=[str, int])
T3 = TypeVar("T3", default=float)


class WithDefault(Generic[T3, Unpack[Default]]):
    pass


class Function(Generic[T3, Listed]):
    pass


class Several(Generic[Unpack[Ts], P]):
    pass


print(WithDefault[()].__args__, WithDefault[int].__args__, WithDefault[int, str].__args__)
print(Function[()].__args__, Function[int].__args__, Function[int, [bytes]].__args__)
print(Several[int, str, [bytes]].__args__, Several[[bytes]].__args__)
print(Concatenate[int, P][Concatenate[str, P]], Callable[P, T1][Concatenate[int, P], str])

for make in (
    lambda: Generic[T3, T1], lambda: Generic[Ts], lambda: Generic[Unpack[Ts], Unpack[Ts]], lambda: Pair[int],
    lambda: Generic[Unpack[Ts], T3], lambda: Pair[*tuple[int, str], bytes],
):
    try:
        print(make())
    except TypeError as error:
        print(error)


class First(Generic[T1], Protocol):
    item: T1


class Record(TypedDict, Generic[T1]):
    item: T1


class Plain(Record):
    other: int


class Frozen(Generic[T1]):
    def __setattr__(self, name, value):
        raise RuntimeError("frozen")


print([base.__name__ for base in First.__mro__], Plain.__bases__, Plain.__orig_bases__)
print(type(Frozen[int]()).__name__)
Pair[int, str].shared = 3
print(Pair.shared, [pickle.loads(pickle.dumps(Pair(), number)).__class__ is Pair for number in range(5)])
print(pickle.loads(pickle.dumps(Unpack[Tuple[int]])), pickle.loads(pickle.dumps(Concatenate[int, ...])))
for value in (List, Callable[[int], str], List[int]):
    try:
        print(list(value))
    except TypeError as error:
        print("not iterable")
