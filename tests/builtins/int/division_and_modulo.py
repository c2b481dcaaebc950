for a in (17, -17, 0, 10 ** 20, -10 ** 20, 2 ** 64):
    for b in (5, -5, 1, 10 ** 10, -(2 ** 33), 2 ** 65):
        q, r = divmod(a, b)
        print(a, b, a // b, a % b, q * b + r == a, 0 <= abs(r) < abs(b))
print(7 / 2, 6 / 3, 2 ** 70 / 2 ** 69, 10 ** 400 / 10 ** 399, 1 / 3, -7 / 2)
for op in ("10 ** 400 / 3", "1 / 10 ** 400"):
    try:
        print(eval(op))
    except OverflowError as e:
        print(e)
for op in ("1 / 0", "0 ** -1", "pow(0, -1)"):
    try:
        eval(op)
    except ZeroDivisionError as e:
        print(op, type(e).__name__)
for op in ("1 // 0", "1 % 0", "divmod(1, 0)", "1.5 / 0", "1.5 // 0", "1.5 % 0", "divmod(1.5, 0)", "1j / 0", "0.0 ** -1", "10 ** 30 // 0", "True % False"):
    try:
        eval(op)
    except ZeroDivisionError as e:
        print(op, "raises ZeroDivisionError")
