# What max-heaps had for functions before they were public.
import heapq

heap = [3, 9, 4, 1, 5]
heapq._heapify_max(heap)
print(heap, heapq._heappop_max(heap), heapq._heapreplace_max(heap, 2), heap)
