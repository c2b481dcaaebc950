"""Lists, sets and dicts that are always in order."""

from sortedcontainers import SortedDict, SortedKeyList, SortedList, SortedSet

numbers = SortedList((n * 7919) % 2003 for n in range(2500))
print(len(numbers), numbers[0], numbers[-1], numbers[1000:1005], numbers.bisect(500), numbers.count(7))
numbers.discard(5)
numbers.update([-3, 4000])
del numbers[10:20]
print(numbers[:6], list(numbers.irange(1990, 2000)), list(numbers.islice(3, 6)), numbers.index(1500))
numbers._check()

words = SortedKeyList(["pear", "fig", "banana", "kiwi"], key=len)
words.add("apple")
print(words, words.bisect_key_left(5), list(words.irange_key(4, 5)))

towns = SortedDict({"Ulm": 126, "Bonn": 330, "Jena": 111})
towns["Aachen"] = 249
print(towns, towns.peekitem(0), towns.popitem(), towns.keys()[1], list(towns.irange("B", "K")))
print(towns.setdefault("Trier", 110), towns.values(), towns.items()[-1], towns == {"Aachen": 249, "Bonn": 330, "Jena": 111, "Trier": 110})

letters = SortedSet("hello world") - {" "}
print(letters, letters & SortedSet("low"), letters[2:4], letters.isdisjoint("xyz"))
try:
    SortedList([1]).insert(0, 2)
except NotImplementedError as error:
    print("NotImplementedError:", error)
