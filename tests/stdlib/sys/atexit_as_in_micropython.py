# sys.atexit() of MicroPython: one function for the end of the program, beside those of the module atexit.
# cpython: differs — it has the module only
import atexit
import sys


def first():
    print("first")


def second():
    print("second", value)


print(sys.atexit(first))
print(sys.atexit(None) is first, sys.atexit(first))
print(sys.atexit(second) is first)
atexit.register(print, "registered")
try:
    sys.atexit(5)
except TypeError as error:
    print(error)
value = "at the end"
print("before the end")
