def f():
    try:
        raise ValueError("original")
    except ValueError:
        raise


try:
    f()
except ValueError as e:
    print(e)


def g():
    try:
        raise ValueError("outer")
    except ValueError:
        try:
            raise KeyError("inner")
        except KeyError:
            pass
        raise


try:
    g()
except ValueError as e:
    print(e, e.__context__)


def helper():
    raise


try:
    try:
        raise IndexError("active")
    except IndexError:
        helper()
except IndexError as e:
    print("helper reraised", e)
try:
    helper()
except RuntimeError as e:
    print(e)
import sys
print(sys.exc_info())
try:
    raise ValueError("info")
except ValueError:
    t, v, tb = sys.exc_info()
    print(t.__name__, v, tb is v.__traceback__, sys.exception() is v)
print(sys.exc_info(), sys.exception())
