# Builtin types, singletons and numbers have ids of their own: they were the same for some of them.
values = [
    None,
    True,
    False,
    ...,
    NotImplemented,
    int,
    str,
    type(None),
    type(...),
    type(NotImplemented),
    list,
    dict,
    len,
    print,
]
print(len({id(value) for value in values}) == len(values))
print(id(5) != id(6), id(1.0) != id(1.0 + 2.0**-30), id(int) == id(int))
