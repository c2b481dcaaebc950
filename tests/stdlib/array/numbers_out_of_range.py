# What an array says about ints that are too large for its items.
# requires: 64-bit
from array import array

numbers = [-1]
for power in 7, 8, 15, 16, 31, 32, 63, 64, 70:
    numbers += [2**power, 2**power - 1, -(2**power), -(2**power) - 1]
for letter in "bBhHiIlLqQ":
    items = array(letter, [5])
    for number in numbers:
        try:
            items[0] = number
        except OverflowError as error:
            print(letter, number, error)
        else:
            print(letter, number, items[0] == number)
    for call in (items.append, lambda number: items.insert(0, number), lambda number: array(letter, [number])):
        try:
            call(2**70)
        except OverflowError as error:
            print(error)
