# Garbage makes room before there is a MemoryError, also where one instruction needs much of a small memory.
import gc

for number in range(12):
    block = bytearray(60_000)
    block[-1] = number
    assert len(block) == 60_000 and block[0] == 0
print(block[-1])
block = None

for number in range(12):
    items = [number] * 12_000
    items = items + [0] * 100
    assert len(items) == 12_100
print(items[0], items[-1])
items = None

text = "beginning "
for number in range(12):
    long = text * 5_000
    part = long[1:-1]
    assert len(part) == 49_998
print(part[:8])
long = part = None

for number in range(6):
    items = []
    for index in range(8_000):
        items.append(index)
    items = tuple(items[10:-10])
print(len(items))
items = None


# What is in use is not thrown away for it.
def chain(count):
    last = None
    for number in range(count):
        last = (number, last)
    return last


kept = chain(1_500)
total = 0
for number in range(8):
    block = bytearray(60_000)
    other = [number, block]
    node, length = kept, 0
    while node:
        length += node[0] == 1_499 - length
        node = node[1]
    total += length + len(other[1])
print(total)
del block, other
gc.collect()
