"""Forms of annotations that newer versions of Python have."""

import typing

from typing_extensions import (Annotated, Doc, Literal, NamedTuple, NotRequired, ParamSpec, Protocol, ReadOnly, Required, Self, TypedDict,
                               TypeVar, TypeVarTuple, Unpack, assert_never, deprecated, final, get_annotations, get_args, get_origin,
                               get_overloads, get_protocol_members, get_type_hints, is_protocol, is_typeddict, overload,
                               override, runtime_checkable)


class Film(TypedDict, total=False):
    title: Required[str]
    year: NotRequired[int]
    key: ReadOnly[Annotated[str, Doc("a key")]]


print(sorted(Film.__required_keys__), sorted(Film.__optional_keys__), Film(title="x", year=1), is_typeddict(Film))
print(get_type_hints(Film)["year"], get_type_hints(Film, include_extras=True)["key"])


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class File:
    @override
    def close(self):
        return self

    @overload
    def read(self, n: int) -> bytes: ...
    @overload
    def read(self) -> str: ...
    def read(self, n=None):
        return n


print(isinstance(File(), Closes), isinstance(3, Closes), is_protocol(Closes), sorted(get_protocol_members(Closes)))
print(File.close.__override__, len(get_overloads(File.read)))


class Row(NamedTuple):
    a: int
    b: str = "x"


T = TypeVar("T", default=int)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
print(Row(1), T, T.__default__, P, Ts, Unpack[Ts], Self, get_origin(Literal[1, 2]), get_args(Literal["a", "b"]))
print(get_args(typing.Union[int, None]), typing.Callable[[int], str], typing.Dict[str, typing.List[T]][bool], get_annotations(Row))


@deprecated("use something else", category=None)
def old():
    return 1


print(old(), old.__deprecated__, final(File).__final__)
try:
    assert_never(5)
except AssertionError as error:
    print(error)
