# The last digit matters: the functions agree with the reference to the bit.
# python: 3.12
import math
acc = []
x = 0.1
for i in range(40):
    x = (x * 1.37 + 0.19) % 3.0
    acc.append((math.sin(x), math.exp(x), math.log(x), math.sqrt(x), math.atan(x), math.pow(x, 1.5)))
for row in acc[::8]:
    print(*row)
print(sum(sum(row) for row in acc))
