try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("second") from e
except ValueError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("second")
except ValueError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("second") from None
except ValueError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        raise KeyError(1)
    except KeyError:
        try:
            raise ValueError(2)
        except ValueError:
            raise IndexError(3)
except IndexError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__))


def f():
    raise TypeError("in finally")


try:
    try:
        raise KeyError("a")
    finally:
        f()
except TypeError as e:
    print(repr(e.__context__))
try:
    e1 = ValueError("x")
    try:
        raise e1
    except ValueError:
        raise e1
except ValueError as e:
    print(e.__context__)
e = ValueError()
for bad in (5, "x"):
    try:
        e.__cause__ = bad
    except TypeError as err:
        print(err)
e.__cause__ = KeyError("c")
print(e.__suppress_context__, repr(e.__cause__))
