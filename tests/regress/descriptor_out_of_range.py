import os

for number in (-1, 99, 2**31, 2**62, -(2**63), 2**63 - 1, 2**63):
    try:
        os.close(number)
    except (OSError, OverflowError) as error:
        print(type(error).__name__)
