print(2 ** 10, (-2) ** 3, 2 ** 0, 0 ** 0, 2 ** -2, (-8) ** 2, 10 ** 25, (-1) ** 1001, 3 ** 100)
print(pow(2, 10, 1000), pow(3, -1, 7), pow(-3, 5, 7), pow(5, 0, 1), pow(7, 3, -5), pow(2, 1000, 10 ** 9 + 7), pow(10 ** 20, 10 ** 5, 97))
print((-8) ** 0.5 if False else type((-8) ** 0.5).__name__, 4 ** 0.5, 2 ** 0.5, (-2) ** 2.0, 0 ** 0.0)
for f in (lambda: pow(2, 3, 0), lambda: pow(2, -1, 4), lambda: pow(2, 3, 1.5), lambda: pow(2.0, 3, 5), lambda: pow("a", 2), lambda: pow(2, 3, "x"), lambda: 2.0 ** 5000):
    try:
        print(f())
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
print(pow(base=2, exp=5), pow(2, 5, mod=7))
