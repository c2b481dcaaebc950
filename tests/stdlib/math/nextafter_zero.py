# Which zero is next depends on whether steps are counted.
import math

for x in (5e-324, -5e-324, 0.0, -0.0, 1e-323):
    for y in (0.0, -0.0, 1.0, -5e-324):
        print(x, y, math.nextafter(x, y), [math.nextafter(x, y, steps=steps) for steps in (None, 0, 1, 2, 3)])
