count = 0


def bump():
    global count, fresh
    count += 1
    fresh = count * 10


bump()
bump()
print(count, fresh)


def local():
    count = 99
    return count


print(local(), count)


def reads():
    return count


count = 7
print(reads())


class K:
    global made_in_class
    made_in_class = 5


print(made_in_class, hasattr(K, "made_in_class"))


def unset():
    global fresh
    del fresh


unset()
try:
    fresh
except NameError as e:
    print(e)


def before():
    print(later)
    later = 1


try:
    before()
except UnboundLocalError as e:
    print(e)


def imports():
    global m
    import math as m

    global helper

    def helper():
        return "helped"


imports()
print(m.floor(2.5), helper())
