# ChainMap: operators, views, what changes the first mapping only.
from collections import ChainMap


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


chain = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(chain | {"k": 1}, {"k": 1} | chain, chain.keys(), chain.values(), chain.items())
print(list(chain.values()), ("a", 1) in chain.items(), 3 in chain.values(), "b" in chain.keys(), len(chain.keys()))
print(sorted(chain.keys() | {"z"}), chain.keys() == {"a", "b"}, chain.items() - {("a", 1)}, chain.keys().isdisjoint("xy"))
chain |= {"i": 1}
print(chain, ChainMap.fromkeys("ab", 1), chain.setdefault("n", 5), chain.new_child({"a": 1}, b=2))
chain.update(u=1)
print(chain, chain.pop("u"), chain.pop("nosuch", 5), chain == dict(chain), chain != {})
show(lambda: chain.pop("b"))
show(lambda: chain.__delitem__("b"))
show(lambda: ChainMap().popitem())
show(lambda: hash(chain))
show(lambda: reversed(chain))
show(lambda: chain | 3)
chain["self"] = chain
print(chain)
chain.clear()
print(chain)
