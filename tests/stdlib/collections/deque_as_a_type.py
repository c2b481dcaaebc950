# python: 3.13
# The type deque: its messages, its subclasses, copies, pickles, iterators.
import collections.abc
import copy
import pickle
import weakref
from collections import deque


def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__ + ":", error)


class Row(deque):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.note = 1


class Other(deque):
    def __new__(cls, *arguments):
        return 5 if arguments and isinstance(arguments[0], Other) else super().__new__(cls)


forward, backward = type(iter(deque())), type(reversed(deque()))
for text in """
deque(maxlen="a")
deque([], -1)
deque([], 2**70)
deque(iterable=[1], maxlen=3)
deque(5)
deque(None)
deque(maxlen=True).maxlen
deque([1])["a"]
deque([1])[2**80]
deque([1])[5]
deque([1])[0:1]
deque([1, 2, 3])[True]
deque([1]).__delitem__(7)
deque([1]).index(2)
deque([1, 2, 3, 2]).index(2, -2)
deque([1, 2, 3, 2]).index(2, 2, 3)
deque([1]).index(1, "a")
deque([1]).remove(2)
deque([1, 2]).rotate("a")
deque([1, 2]).rotate(2**70)
deque([1]).insert(2**70, 1)
deque([1], 1).insert(0, 1)
deque() + []
[] + deque()
3 + deque()
deque() * "a"
2 * deque([1])
deque([1]) * 2**70
deque([1, 2, 3]) * -1
deque([1, 2], 2) + deque([3])
deque([1, 2, 3]).__imul__("a")
hash(deque())
deque() < []
deque() == []
deque([3]) > deque(["a"])
deque([1, 2, 3]) < deque([1, 2, 4])
deque([1, 2, 3]) <= deque([1, 2])
deque, deque.__hash__, deque[int]
forward, backward
forward([1])
forward(deque("abc"), 1).__reduce__()[1]
next(backward(deque("abc"), 1))
iter(deque([1, 2])).__length_hint__()
deque().note
setattr(deque(), "note", 1)
setattr(deque(), "maxlen", 1)
Row([2], 4)
Row([2], 4).copy()
type(Row([1]) + deque([2])), type(deque([1]) + Row([2])), type(Row([1]) * 2)
Row([1, 2]).__reduce__()[:3]
Other([1]).copy()
Other([1]) + deque()
isinstance(deque(), collections.abc.MutableSequence)
deque.__new__(deque, 1, x=2)
deque([1], 0)
""".strip().splitlines():
    attempt(text)

for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    for row in deque([1, 2]), deque([1, 2], 5), Row("a"):
        again = pickle.loads(pickle.dumps(row, protocol))
        print(again, again == row, getattr(again, "note", None))
walk = iter(deque("abc"))
next(walk)
print(list(pickle.loads(pickle.dumps(walk))), list(walk))
row = deque([1, [2]])
deep, flat = copy.deepcopy(row), copy.copy(row)
row[1].append(3)
print(deep, flat)
row.append(row)
print(row, weakref.ref(row)() is row, row.copy() == row)
row = Row([1], 2)
row.append(row)
print(row)
match deque("ab"):
    case [first, second]:
        print(first, second)
first, *rest = deque("abc")
print(first, rest)
row = deque("abc", 5)
row.extend(row)
row += row
print(row)
row.extendleft(row)
print(row)
row.__init__("xyz", 2)
print(row, row.maxlen)
