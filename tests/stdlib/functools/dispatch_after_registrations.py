# singledispatch notices that a class was registered with an abstract one; derived comparisons can be pickled.
import collections.abc
import pickle
from functools import singledispatch, total_ordering


@singledispatch
def kind(arg):
    return "object"


class Sized(collections.abc.Sized):
    def __len__(self):
        return 0


print(kind(Sized()))
kind.register(collections.abc.Sized, lambda arg: "sized")
kind.register(collections.abc.Set, lambda arg: "set")
print(kind(Sized()))
collections.abc.Set.register(Sized)
print(kind(Sized()))


@total_ordering
class Ordered:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value

    def __eq__(self, other):
        return self.value == other.value


for name in ("__gt__", "__le__", "__ge__"):
    method = getattr(Ordered, name)
    print(pickle.loads(pickle.dumps(method)) is method, method(Ordered(1), Ordered(2)))
