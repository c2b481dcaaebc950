# The math module and float operations: sums of series, an integral, a root, a rotation.
import math


def integrate(f, low, high, steps):
    width = (high - low) / steps
    total = 0.5 * (f(low) + f(high))
    for i in range(1, steps):
        total += f(low + i * width)
    return total * width


def root(f, low, high):
    while high - low > 1e-12:
        middle = (low + high) / 2
        if f(low) * f(middle) <= 0:
            high = middle
        else:
            low = middle
    return low


print("%.8f" % integrate(lambda x: math.sin(x) * math.exp(-x), 0.0, 3.0, 250_000))
print("%.8f" % root(lambda x: math.cos(x) - x, 0.0, 1.0))

x, y = 1.0, 0.0
for i in range(200_000):
    angle = 0.001 * (i % 10)
    c, s = math.cos(angle), math.sin(angle)
    x, y = x * c - y * s, x * s + y * c
print("%.6f %.6f" % (x, y))

total = 0.0
for i in range(1, 400_000):
    total += 1.0 / (i * i) if i % 2 else -1.0 / (i * i)
print("%.9f" % total, int(total * 1e6), round(total, 3))
