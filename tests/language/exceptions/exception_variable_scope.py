e = "outer"
try:
    raise ValueError("x")
except ValueError as e:
    print(repr(e))
try:
    e
except NameError as err:
    print(err)


def f():
    e = 1
    try:
        raise KeyError("k")
    except KeyError as e:
        saved = e
    try:
        return e
    except UnboundLocalError as err:
        return str(err), repr(saved)


print(f())
try:
    raise ValueError
except ValueError as x:
    del x
try:
    raise ValueError
except ValueError as y:
    y = 5
print("y" in globals())
