# `+=` and `*=` of sequences: with themselves, and with an operand that has a reflected operator of its own.
class List(list):
    pass


class ByteArray(bytearray):
    pass


class Reflected:
    def __init__(self, answer):
        self.answer = answer

    def __radd__(self, other):
        return self.answer

    __rmul__ = __radd__

    def __iter__(self):
        return iter([1, 2])


numbers = List([1, 2])
numbers += numbers
print(numbers, type(numbers).__name__)
numbers.extend(numbers)
print(numbers)
for start in [], List(), bytearray(b"a"), ByteArray(b"a"):
    for answer in "radd", NotImplemented:
        item = start
        try:
            item += Reflected(answer)
        except TypeError as error:
            print(error)
        print(item)
        item = start
        try:
            item *= Reflected(answer)
        except TypeError as error:
            print(error)
        print(item)


class Own(list):
    def __iadd__(self, other):
        return "iadd"


own = Own()
own += Reflected("radd")
print(own)
data = bytearray(b"ab")
try:
    data += data
except BufferError as error:
    print(error, data)


class Asked:
    """The iterator is made before the length is asked for."""

    def __iter__(self):
        return 5

    def __length_hint__(self):
        return "no length"

    __len__ = __length_hint__


for function in list, sorted, lambda value: [*value], lambda value: "".join(value), lambda value: bytearray().extend(value):
    try:
        function(Asked())
    except TypeError as error:
        print(error)
iterator = iter([1, 2, 3])
iterator.__setstate__(-2)
print(iterator.__length_hint__(), list(iterator))
for value in "a", 1.5, None:
    try:
        iter([1]).__setstate__(value)
    except TypeError as error:
        print(error)
