# Names for the abstract classes, and a few functions that check nothing.
import collections.abc
import io
import contextlib
import sys
import typing

for name in ("AsyncIterable", "AsyncIterator", "Awaitable", "Collection", "Container", "Iterable", "Iterator", "KeysView",
             "Mapping", "MutableMapping", "MutableSequence", "MutableSet", "Reversible", "Sequence", "ValuesView"):  # fmt: skip
    alias = getattr(typing, name)
    arity = 2 if "Map" in name else 1
    print(alias, alias[(int,) * arity], typing.get_origin(alias[(int,) * arity]) is getattr(collections.abc, name))
print(typing.ItemsView[str, int], typing.MappingView, typing.Set[int], typing.FrozenSet[int], typing.AbstractSet[str])
print(isinstance([], typing.Sequence), issubclass(dict, typing.MutableMapping), typing.Set[int].__origin__)

P = typing.ParamSpec("P")
print(P.args, P.kwargs, isinstance(P.args, typing.ParamSpecArgs), isinstance(P.kwargs, typing.ParamSpecKwargs))
print(P.args.__origin__ is P, typing.get_origin(P.kwargs) is P, P.args == P.args)


@typing.no_type_check
def unchecked(value: "not a name at all"):
    return value


print(unchecked.__no_type_check__, typing.get_type_hints(unchecked))
with contextlib.redirect_stderr(io.StringIO()) as place:
    print(typing.reveal_type(5))
print(place.getvalue())
