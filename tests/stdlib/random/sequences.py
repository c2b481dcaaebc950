# The numbers that seeds of each type give: those of CPython.
import random

for seed in (0, 1, -5, 2**70, -(2**100), "abc", b"abc", bytearray(b"xyz"), 3.5, -1.5, True, "", "é€", 2**32, 2**64, 10**30):
    r = random.Random(seed)
    print(repr(seed), r.random(), r.getrandbits(1), r.getrandbits(32), r.getrandbits(33), r.getrandbits(100), r.getrandbits(64), r.getrandbits(0))
    print(r.randbytes(5), r.randbytes(0), r.randrange(10), r.randrange(5, 100, 7), r.randrange(100, -5, -3), r.randint(1, 6))
    print([r.randrange(limit) for limit in (1, 2**32, 2**33, 2**40, 2**62, 2**63, 10**50)])
    items = list(range(20))
    r.shuffle(items)
    print(items)
    print(r.choice("abcdef"), r.choices("abcdef", k=4), r.choices("abc", [1, 2, 3], k=5), r.choices("abc", cum_weights=[1, 2.5, 9], k=5))
    print(r.sample(range(1000), 5), r.sample("abcdefgh", 8), r.sample([1, 2, 3], 4, counts=[2, 3, 1]), sum(r.sample(range(10**9), 60)))
    state = r.getstate()
    number = r.random()
    r.setstate(state)
    print(number == r.random(), len(state[1]), state[0], state[2], state[1][624], state[1][:2])
    for _ in range(700):
        r.random()
    print(r.random(), r.getstate()[1][-1])
r = random.Random(5)
r.seed("abc", 1)
print(r.random())
r.seed(b"abc", version=1)
print(r.random())
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice("abc"), random.sample(range(50), 3), random.getrandbits(16))
