# Operators on ints and floats, with signs that matter.
for a in (7, -7, 7.5, -7.5):
    for b in (2, -2, 0.5, -3):
        print(a, b, a + b, a - b, a * b, a / b, a // b, a % b)
print(2 ** 10, 2 ** -1, (-2) ** 3, -2 ** 2, 2 ** 3 ** 2)
print(divmod(-7, 3), divmod(7, -3), divmod(-7.5, 2))
print(+5, -5, ~5, ~-1, +True, -True, ~0)
print(1 + True, True * 3, False - 1.5)
