def f1():
    for i in range(3):
        try:
            if i == 1:
                continue
            print("body", i)
        finally:
            print("finally", i)


def f2():
    while True:
        try:
            break
        finally:
            print("finally on break")
    return "done"


def f3():
    x = 1
    try:
        return x
    finally:
        x = 2
        print("x is", x)


def f4():
    try:
        try:
            raise ValueError("first")
        finally:
            print("inner")
    except ValueError as e:
        return str(e)
    finally:
        print("outer")


def f5():
    try:
        return "a"
    finally:
        try:
            return_value = 1 / 0
        except ZeroDivisionError:
            print("handled in finally")


def f6():
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")


f1()
print(f2(), f3(), f4(), f5())
g = f6()
print(next(g))
g.close()
def f7():
    try:
        try:
            1 / 0
        finally:
            raise KeyError("replaces")
    except KeyError as e:
        return repr(e), repr(e.__context__)


print(f7())
