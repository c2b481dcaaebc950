# Copies of subclasses of containers keep what lies in slots.
import copy
import pickle
from collections import deque


class Set(set):
    __slots__ = ("x", "y", "__dict__")


class Bytes(bytearray):
    __slots__ = ("x", "y", "__dict__")


class Deque(deque):
    __slots__ = ("x", "y", "__dict__")


for made in (Set(b"b"), Bytes(b"b"), Deque(b"b", 4)):
    made.x = [1]
    made.z = 2
    for other in (copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        print(type(other).__name__, other == made, list(other), other.x, other.z, hasattr(other, "y"), other.x is made.x)
    if not isinstance(made, Deque):
        print(copy.copy(made).x is made.x)
