print(..., Ellipsis is ..., type(...).__name__, NotImplemented, type(NotImplemented).__name__)
print(bool(...), [...], {...: 1}[...])


def f():
    ...


print(f())
try:
    type(...)(1)
except TypeError as e:
    print(e)
