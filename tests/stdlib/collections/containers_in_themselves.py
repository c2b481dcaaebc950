# Containers that contain themselves, copies of subclasses, attributes that are refused.
import copy
from collections import Counter, OrderedDict, defaultdict, deque


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


ordered = OrderedDict()
ordered["self"] = ordered
ordered["list"] = [ordered]
print(ordered)
queue = deque([1])
queue.append(queue)
print(queue)
default = defaultdict(list)
default["self"] = default
print(default)
print(Counter(a=1))


class Ordered(OrderedDict):
    pass


class Queue(deque):
    pass


ordered = Ordered(a=1)
ordered.mark = "mark"
print(ordered.__reduce__()[:3], copy.copy(ordered).mark, copy.deepcopy(ordered))
queue = Queue([1, 2], 5)
queue.mark = "mark"
print(queue.__reduce__()[:3], copy.copy(queue), queue.__dict__, deque("ab").__reduce__()[1:3])
print(hasattr(deque(), "__dict__"))
show(lambda: deque([1], 1).insert(2**64, 0))
