# Builtins that are replaced are seen as they are, however often code has used them before.
import builtins

old = builtins.abs


def used():
    return abs(-5)


def replaced(put):
    wrong = []
    for number in range(20):
        put(lambda x, number=number: number)
        if used() != number:
            wrong.append(number)
        put(old)
        if used() != 5:
            wrong.append(-number)
    return wrong


def by_attribute(value):
    builtins.abs = value


print(replaced(by_attribute))
print(replaced(lambda value: setattr(builtins, "abs", value)))
print(replaced(lambda value: vars(builtins).update(abs=value)))
print(replaced(lambda value: vars(builtins).__setitem__("abs", value)))


def in_one_frame():
    seen = []
    for number in range(3):
        builtins.abs = lambda x: number
        seen.append(abs(-7))
        builtins.abs = old
        seen.append(abs(-7))
    return seen


print(in_one_frame(), in_one_frame())


def of_the_program():
    return invented()


for number in range(4):
    builtins.invented = lambda: number
    print(of_the_program(), end=" ")
    del builtins.invented
    try:
        of_the_program()
    except NameError as error:
        print(error)
