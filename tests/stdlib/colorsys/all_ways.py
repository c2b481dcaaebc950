# python: 3.13
# All conversions of random colours and of the corners of the cube.
import random

R = random.Random(3)
import colorsys

for n in colorsys.__all__:
    for _ in range(12):
        a = [R.random() for _ in range(3)]
        print(n, getattr(colorsys, n)(*a))
    for a in [(0, 0, 0), (1, 1, 1), (1, 0, 0), (0, 1, 0), (0, 0, 1), (0.5, 0.5, 1), (1, 1, 0)]:
        print(n, a, getattr(colorsys, n)(*a))
