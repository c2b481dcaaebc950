# Objects with __del__ that hold each other in a long chain: one collection ends them all, the outermost first.
import gc

ended = []


class Link:
    def __init__(self, number, inner):
        self.number, self.inner = number, inner

    def __del__(self):
        ended.append(self.number)


chain = None
for number in range(1500):
    chain = Link(number, chain)
del chain
gc.collect()
print(len(ended), ended == list(range(1499, -1, -1)))


class Spawning:
    made = 0

    def __del__(self):
        Spawning.made += 1
        if Spawning.made < 5:
            Spawning()


Spawning()
for _ in range(5):
    gc.collect()
print(Spawning.made)
