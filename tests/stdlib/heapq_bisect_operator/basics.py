import bisect
import heapq
import operator
h = [5, 1, 4]
heapq.heapify(h)
heapq.heappush(h, 0)
print(heapq.heappop(h), heapq.heappushpop(h, 2), heapq.heapreplace(h, 9), sorted(h), heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, [4, 2, 8], key=lambda v: -v), list(heapq.merge([1, 4], [2, 3])))
l = [1, 3, 3, 5]
print(bisect.bisect(l, 3), bisect.bisect_left(l, 3), bisect.bisect_right(l, 9), bisect.insort(l, 4), l)
print(operator.add(1, 2), operator.itemgetter(1)([5, 6]), operator.itemgetter("a", "b")({"a": 1, "b": 2}), operator.attrgetter("real")(5), operator.methodcaller("upper")("x"), operator.contains([1], 1), operator.truth([]), operator.not_(1), operator.index(True), operator.concat([1], [2]))
try:
    heapq.heappop([])
except IndexError as e:
    print(e)
