# Comparing the keys of a cache may call the cached function again.
from functools import lru_cache


@lru_cache(maxsize=3)
def remembered(key):
    return key.number


class Key:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number

    def __eq__(self, other):
        if self.number == 2:
            remembered(Key(1))
        return self.number == other.number


for number in (1, 2, 2, 3, 2, 1, 4):
    print(remembered(Key(number)), end=" ")
print(remembered.cache_info().currsize)
