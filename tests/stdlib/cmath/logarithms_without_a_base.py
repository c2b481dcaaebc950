# The logarithm to the base 1, whose own logarithm is 0.
import cmath

for value, base in ((2, 1), (1j, 1), (0, 1), (1, 0), (8, 2), (1j, 1j)):
    try:
        print(value, base, cmath.log(value, base))
    except (ValueError, ZeroDivisionError) as error:
        print(value, base, type(error).__name__, error)
