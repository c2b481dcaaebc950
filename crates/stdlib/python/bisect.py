"""Places in sorted lists: where an item belongs, found by halving."""

from _bisect import bisect_left, bisect_right, insort_left, insort_right

bisect = bisect_right
insort = insort_right
