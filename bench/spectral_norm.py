# The largest singular value of an infinite matrix, by power iteration: calls, floats, lists.
import math


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    return [sum([element(i, j) * x for j, x in enumerate(vector)]) for i in range(len(vector))]


def times_transposed(vector):
    return [sum([element(j, i) * x for j, x in enumerate(vector)]) for i in range(len(vector))]


def norm(size):
    u = [1.0] * size
    v = u
    for _ in range(6):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    product = squares = 0.0
    for x, y in zip(u, v):
        product += x * y
        squares += y * y
    return math.sqrt(product / squares)


print("%.9f" % norm(230))
