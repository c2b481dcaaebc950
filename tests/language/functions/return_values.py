def nothing():
    return


def early(x):
    if x:
        return "early"
    return "late"


def many():
    return 1, 2, [3]


def single():
    return 1,


print(nothing(), early(1), early(0), many(), single())


def falls():
    x = 5


print(falls())


def nested():
    for i in range(10):
        for j in range(10):
            if i * j == 42:
                return i, j


print(nested())
