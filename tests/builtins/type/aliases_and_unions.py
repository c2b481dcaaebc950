# python: 3.14
# What an alias takes from its origin, and what a union has.
import types

alias = list[int]
for name in "append", "__eq__", "__len__", "__repr__":
    print(name, getattr(alias, name) is getattr(list, name) or getattr(alias, name) == getattr(list, name))
print(alias.__origin__, alias.__args__, alias.__class__.__name__, alias.__parameters__, alias.__unpacked__)
print(alias == list[int], alias != list[str], repr(alias), hash(alias) == hash(list[int]))
for function in [
    lambda: alias.__repr__(),
    lambda: alias.__getitem__(0),
    lambda: alias + 1,
    lambda: alias < alias,
    lambda: -(int | str),
    lambda: isinstance([], alias),
    lambda: issubclass(list, alias),
    lambda: isinstance(5, int | list[int]),
    lambda: isinstance(5, int | str),
    lambda: issubclass(bool, int | str),
    lambda: (int | str).__instancecheck__,
    lambda: (int | str).nosuch,
    lambda: 1 in (int | str),
    lambda: setattr(alias, "__origin__", 1),
    lambda: setattr(alias, "new", 1),
]:
    try:
        print(function())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print((int | str).__name__, (int | str).__qualname__, (int | str).__module__, (int | str).__origin__)
print(list[int] | list[int], list[int] | None | list[int], tuple[()] | tuple[()])


class Tuple(tuple):
    pass


print(types.GenericAlias(dict, Tuple((int, str))), types.GenericAlias((), len), list[print, len])
