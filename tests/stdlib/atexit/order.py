# Functions that run at the end: the last one registered first, and what is registered meanwhile.
import atexit


def late():
    print("late")


def first(*args, **kwargs):
    print("first", args, kwargs)
    atexit.register(late)


print(atexit.register(first, 1, key=2) is first)
atexit.register(print, "second")
atexit.register(late)
atexit.unregister(late)


@atexit.register
def decorated():
    print("decorated")


try:
    atexit.register(3)
except TypeError as error:
    print(error)
print("end")
