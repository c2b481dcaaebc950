# Arrays of characters, slices that are none, and numbers whose methods raise or change the array.
from array import array

text = array("w", "aé")
text.fromunicode("日本")
print(text, text.tounicode(), len(text))
for attempt in (
    lambda: array("b").fromunicode("a"),
    lambda: array("b").tounicode(),
    lambda: text.fromunicode(b"a"),
    lambda: array("b")["a":],
    lambda: array("b")[2**100],
    lambda: array("b").__setitem__(7, 1.5),
    lambda: array("b").__setitem__(2**100, 1.5),
    lambda: array("b").__iadd__("a"),
    lambda: array("b").__iadd__(array("h")),
    lambda: array("b") + array("h"),
    lambda: array("b").__add__([1]),
):
    try:
        print(attempt())
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)


class Number:
    def __init__(self, action):
        self.action = action

    def __index__(self):
        self.action()
        return 5

    __float__ = __index__


def fail():
    raise ValueError("callback")


numbers = array("h", [1, 2, 3])
for letter in "bBhHiIlLqQfd":
    numbers = array(letter, [1, 2, 3])
    for operation in numbers.append, lambda number: numbers.__setitem__(2, number), lambda number: numbers.insert(0, number):
        try:
            operation(Number(fail))
        except ValueError as error:
            print(letter, error, numbers)
