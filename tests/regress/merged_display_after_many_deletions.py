# A table with many deleted entries is laid out anew with room for fewer entries than it had places.
numbers = {i: i for i in range(1000)}
names = {"name%d" % i: i for i in range(1000)}
for turn in range(6000):
    numbers[999] = numbers.pop(999)
    if turn % 50 == 0:
        merged = {**numbers, **names}
        assert len(merged) == 2000 and merged[5] == 5 and merged["name7"] == 7
print(len(numbers), list(numbers)[-1])

elements = set(range(1000))
for turn in range(6000):
    elements.remove(999)
    elements.add(999)
    if turn % 50 == 0:
        union = elements | set(names)
        assert len(union) == 2000 and 5 in union and "name7" in union
print(len(elements))
