# A function that calls itself through its cache may do so as deep as any other.
from functools import cache, lru_cache


@cache
def depth(n):
    return depth(n - 1) + 1 if n else 0


@lru_cache(maxsize=3)
def short(n):
    return short(n - 1) + 1 if n else 0


print(depth(300), depth(300), depth.cache_info(), short(250), short.cache_info())
