"""Caches of several kinds, and functions and methods that use them."""

import cachetools
from cachetools import FIFOCache, LFUCache, LRUCache, RRCache, TTLCache, cached, cachedmethod, keys

for kind in (FIFOCache, LFUCache, LRUCache):
    cache = kind(maxsize=3)
    for key in "abacad":
        cache[key] = cache.get(key, 0) + 1
    print(cache, cache.currsize, "a" in cache, cache.popitem())
now = 0
timed = TTLCache(maxsize=4, ttl=10, timer=lambda: now)
timed["x"] = 1
now = 5
timed["y"] = 2
now = 12
print(list(timed), timed.get("x"), timed["y"], len(timed), timed.expire())
sized = LRUCache(maxsize=10, getsizeof=len)
sized["a"], sized["b"], sized["c"] = "xxxx", "yyyyy", "zzz"
print(sized, sized.currsize, RRCache(maxsize=1, choice=min).maxsize)
try:
    sized["d"] = "x" * 11
except ValueError as error:
    print(error)


@cached(cache=LRUCache(maxsize=32), key=lambda n: n % 10, info=True)
def square(n):
    print("computes", n)
    return n * n


print(square(3), square(13), square(4), square.cache_info())
square.cache_clear()


class Store:
    def __init__(self):
        self.cache = {}

    @cachedmethod(lambda self: self.cache)
    def load(self, name, *, upper=False):
        print("loads", name)
        return name.upper() if upper else name


store = Store()
print(store.load("a"), store.load("a"), store.load("a", upper=True), len(store.cache), keys.hashkey(1, a=2) == keys.hashkey(1, a=2))


class Default(LRUCache):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]


print(Default(2)["ab"], cachetools.func.lru_cache(maxsize=2)(len)("abc") if hasattr(cachetools, "func") else 3)
