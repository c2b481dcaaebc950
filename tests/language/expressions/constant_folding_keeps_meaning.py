# What a compiler may compute early must print what it would print late.
print(2 ** 100, "ab" * 3, (1, 2) + (3,), -(-5), not True, 1 < 2, 10 // 3, 7 % -3, 1.5 + 2)
print(-0.0, 0.0 == -0.0, str(-0.0), -0.0 + 0, 0 * -1.0)
print((1, 1.0, True) == (1, 1, 1), [1, 1.0, True, "1"], {1: "a", 1.0: "b", True: "c"})
print(type(1 and 1.0).__name__, type(1.0 * 1).__name__)


def f():
    return (0.0, -0.0, 0, False), (1, 1.0, True)


print(f())
try:
    1 / 0
except ZeroDivisionError as e:
    print(e)
try:
    "a" + 1
except TypeError as e:
    print(e)
try:
    (1, 2)[5]
except IndexError as e:
    print(e)
if 0:
    print("never")
while 0:
    print("never")
print("x" "y" * 2, ("a", "b")[1], "abc"[1])
