import random
random.seed(42)
a = [random.random() for _ in range(3)]
random.seed(42)
print(a == [random.random() for _ in range(3)], all(0 <= x < 1 for x in a))
print(all(1 <= random.randint(1, 6) <= 6 for _ in range(100)), all(random.randrange(0, 10, 2) in (0, 2, 4, 6, 8) for _ in range(100)), random.choice([5]), sorted(random.sample(range(5), 5)), random.getrandbits(8) < 256, all(2 <= random.uniform(2, 3) <= 3 for _ in range(10)))
l = list(range(10))
random.shuffle(l)
print(sorted(l), len(random.choices("ab", k=5)), random.Random(1).random() == random.Random(1).random())
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0)):
    try:
        f()
    except (IndexError, ValueError) as e:
        print(type(e).__name__)
