def sign(n):
    return "minus" if n < 0 else "zero" if n == 0 else "plus"


print(sign(-1), sign(0), sign(5))
print([("even" if i % 2 == 0 else "odd") for i in range(3)])
f = lambda x: x if x else None
print(f(0), f(3))
print((1 if False else 2) + 1, 1 if False else 2 + 1)
