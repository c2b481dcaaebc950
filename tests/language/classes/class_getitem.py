class Box:
    def __class_getitem__(cls, item):
        return (cls.__name__, item)


class Sub(Box):
    pass


print(Box[int], Sub[1, 2], Box["x"])
print(list[int], dict[str, int], tuple[int, ...], type[int], set[str], list[list[int]])
a = list[int]
print(a.__origin__, a.__args__, a([1, 2]), a == list[int], hash(a) == hash(list[int]))
try:
    int[str]
except TypeError as e:
    print(e)
try:
    isinstance([], list[int])
except TypeError as e:
    print(e)
print(int | str, int | None, isinstance(5, int | str), isinstance("x", int | None), (int | str) == (str | int))


class MyList(list[int]):
    pass


print(MyList.__bases__, MyList([1]))
