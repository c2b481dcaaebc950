# What happens to a heap that comparisons change.
import heapq

heap = []


class Clears(int):
    def __lt__(self, other):
        heap.clear()
        return int(self) < int(other)


class Grows(int):
    def __lt__(self, other):
        heap.append(0)
        return int(self) < int(other)


for kind in (Clears, Grows):
    for function in (heapq.heappush, heapq.heappushpop, heapq.heapreplace):
        heap[:] = [kind(1), kind(2), kind(3), kind(4)]
        try:
            print(kind.__name__, function.__name__, function(heap, kind(9)))
        except (IndexError, RuntimeError) as error:
            print(kind.__name__, function.__name__, type(error).__name__, error)
heap[:] = [Clears(5)]
print(heapq.heappushpop(heap, 1), heap)
