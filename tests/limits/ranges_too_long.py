# A list of more items than memory has room for is refused before it is begun.
# requires: 64-bit

class Claims:
    def __init__(self, count):
        self.count = count

    def __length_hint__(self):
        return self.count

    def __iter__(self):
        return iter("ab")


def assign(items):
    target = [1, 2]
    target[:] = items


def unpack(items):
    return [*items]


for call in list, tuple, sorted, [].extend, assign, unpack:
    for count in 10**13, 10**15:
        try:
            call(range(count))
        except MemoryError:
            print("MemoryError")
    try:
        call(range(10**30))
    except OverflowError as error:
        print(error)

for call in list, [].extend, unpack:
    try:
        call(Claims(10**15))
    except MemoryError:
        print("MemoryError")
print(list(Claims(10)))
print(len(range(10**13)), range(10**13)[-1])
