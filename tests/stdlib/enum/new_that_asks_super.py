# What goes wrong in an enumeration's own __new__, and flags without a number.
from enum import Enum, Flag

try:

    class Wrong(Enum):
        A = 1

        def __new__(cls, value):
            made = super().__new__(cls, value)
            made._value_ = value
            return made

except TypeError as error:
    print(error)


class Bits(Flag):
    A = 1
    NONE = None


for combine in (lambda a, b: a | b, lambda a, b: b & a, lambda a, b: a ^ b):
    try:
        combine(Bits.A, Bits.NONE)
    except TypeError as error:
        print(error)
