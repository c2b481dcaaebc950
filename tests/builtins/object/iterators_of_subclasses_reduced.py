# Iterators over instances of subclasses give these back, and can be set to a place.
def subclass(base):
    return type("Own" + base.__name__, (base,), {})


for base, content in (list, [1, 2]), (tuple, (1, 2)), (str, "ab"), (bytes, b"ab"), (bytearray, b"ab"), (dict, {1: 2}):
    made = subclass(base)(content)
    iterator = iter(made)
    function, arguments, *state = iterator.__reduce__()
    print(function.__name__, type(arguments[0]).__name__, arguments[0] is made, state)
    if hasattr(iterator, "__setstate__"):
        iterator.__setstate__(1)
        print(iterator.__reduce__()[2], list(iterator), iterator.__reduce__()[1:])
backward = reversed(subclass(list)([1, 2, 3]))
print(next(backward), type(backward.__reduce__()[1][0]).__name__, backward.__reduce__()[2], list(backward))
iterator = iter([1, 2, 3])
for state in -5, 100, 1, "a", 1.5:
    try:
        iterator.__setstate__(state)
        print(iterator.__reduce__()[1:])
    except TypeError as error:
        print(error)
print(list(iterator))
