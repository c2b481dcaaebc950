# int() and float() read the text in any object that gives its bytes.
from array import array

print(int(array("B", b"123")), float(array("B", b" 1.5 ")), int(memoryview(b"-7")), float(memoryview(b"1e3")))
for function in (int, float):
    for value in (array("B", b"x1"), memoryview(b"1_"), memoryview(b"1234")[::2]):
        try:
            print(function(value))
        except (TypeError, ValueError) as error:
            words = str(error).partition("<memory")[0]
            print(type(error).__name__, words)


class Number:
    def __float__(self):
        return 2.5

    def __index__(self):
        return 2

    def __buffer__(self, flags):
        return memoryview(b"9")


print(int(Number()), float(Number()))
try:
    int(array("B", b"1"), 10)
except TypeError as error:
    print(error)
try:
    complex(memoryview(b"1"))
except TypeError as error:
    print(type(error).__name__)


class Text(str):
    def __float__(self):
        return float(str(self)) + 1

    def __int__(self):
        return int(str(self)) + 1


class Bytes(bytes):
    def __float__(self):
        return 0.5


print(float(Text("8")), int(Text("8")), int(Text("11"), 2), float(Bytes(b"8")), int(Bytes(b"8")))
