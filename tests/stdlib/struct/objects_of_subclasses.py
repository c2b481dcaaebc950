"""Struct's subclasses may have other arguments; iterators say how much is left."""

import operator
import struct


class Pair(struct.Struct):
    def __init__(self, kind="h", count=2):
        super().__init__(f">{count}{kind}")
        self.kind = kind


pair = Pair()
print(pair.format, pair.size, pair.kind, pair.pack(1, 2), Pair("B", count=3).pack(1, 2, 3))


for use in struct.Struct, lambda: struct.Struct("h", 1), lambda: struct.pack(None):
    try:
        print(use())
    except TypeError as error:
        print(error)
again = struct.Struct("<h")
again.__init__("<i")
print(again.size)
walk = struct.iter_unpack(">h", bytes(6))
print(operator.length_hint(walk), next(walk), operator.length_hint(walk), len(list(walk)), operator.length_hint(walk))
