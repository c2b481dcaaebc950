# Results that leave and enter the range of machine words.
for base in (2 ** 30, 2 ** 31, 2 ** 46, 2 ** 47, 2 ** 48, 2 ** 62, 2 ** 63):
    for d in (-1, 0, 1):
        n = base + d
        print(n, -n, n + n, n - 2 * n, n * 3, n * n, -n - 1, n << 1, -n >> 1, n & -n, n // 7, -n // 7, n % 7, -n % 7, n ^ -1)
i = 2 ** 62 - 3
for _ in range(6):
    i += 1
print(i)
while i > 2 ** 62 - 4:
    i -= 1
print(i)
x = 1
for _ in range(70):
    x *= 2
for _ in range(70):
    x //= 2
print(x, sum([2 ** 40] * 100), sum(range(10 ** 6)))
