# status: 1
# stderr: yes
# Contexts and causes that go in a circle: nobody walks round forever.
a = ValueError("a")
b = KeyError("b")
a.__context__ = b
b.__context__ = a
try:
    try:
        raise a
    except ValueError:
        raise TypeError("c")
except TypeError as error:
    print(repr(error.__context__), repr(error.__context__.__context__))
own = ValueError("own")
own.__cause__ = own
try:
    try:
        raise own
    except ValueError:
        raise KeyError("d")
except KeyError as error:
    print(repr(error.__context__))
raise a
