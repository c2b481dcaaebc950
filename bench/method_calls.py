# Five million calls of a method that changes an attribute.
class Counter:
    def __init__(self):
        self.count = 0

    def add(self, amount):
        self.count += amount


def run(rounds):
    counter = Counter()
    i = 0
    while i < rounds:
        counter.add(i & 3)
        i += 1
    return counter.count


print(run(5_000_000))
