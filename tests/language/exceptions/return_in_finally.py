# A return in a finally block wins, and swallows what was raised; the compiler warns.
# python: 3.14
# stderr: yes
def f():
    try:
        return "try"
    finally:
        return "finally"


def g():
    try:
        1 / 0
    finally:
        return "swallowed"


def h():
    for i in range(5):
        try:
            1 / 0
        finally:
            if i < 3:
                continue
            break
    return i


print(f(), g(), h())
