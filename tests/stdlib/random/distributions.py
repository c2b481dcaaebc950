# python: 3.13
# Numbers of the distributions, cut to twelve digits: the last ones depend on the mathematical library.
import random


def cut(*numbers):
    print(*[f"{number:.12g}" for number in numbers])


for seed in (1, 2, 3, "four"):
    r = random.Random(seed)
    cut(r.uniform(1, 5), r.triangular(), r.triangular(1, 5, 2), r.triangular(2, 2, 2), r.normalvariate(), r.normalvariate(5, 2))
    cut(r.gauss(), r.gauss(1, 3), r.gauss(), r.lognormvariate(0, 1), r.expovariate(), r.expovariate(2), r.expovariate(-1))
    cut(r.vonmisesvariate(0, 4), r.vonmisesvariate(1, 1e-7), r.gammavariate(2, 3), r.gammavariate(1, 2), r.gammavariate(0.5, 2))
    cut(r.betavariate(2, 3), r.paretovariate(3), r.weibullvariate(1, 2))
    print(r.binomialvariate(), r.binomialvariate(100, 0.05), r.binomialvariate(100, 0.5), r.binomialvariate(1000, 0.9))
    print(r.binomialvariate(5, 0), r.binomialvariate(5, 1), r.binomialvariate(10, 1e-20), r.binomialvariate(0))
random.seed(7)
numbers = [random.gauss(10, 2) for _ in range(2000)]
print(9.8 < sum(numbers) / 2000 < 10.2)
