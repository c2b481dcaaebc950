# A length beyond the largest float is infinite.
import math
import sys

largest = sys.float_info.max
print(math.hypot(largest, largest), math.hypot(largest), math.dist((largest,) * 3, (0, 0, 0)))
for count in (15, 16, 17):
    print(count, math.isfinite(math.hypot(*[largest / 4] * count)))
print(math.dist((largest,), (-largest,)), math.hypot(largest, math.nan), math.hypot(math.inf, math.nan))
