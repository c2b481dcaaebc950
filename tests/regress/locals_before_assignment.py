# What other functions left in the same registers is no local of this one.
def early(a):
    seen = locals()
    later = 4
    return seen, later


def leave():
    a = b = c = d = e = "left"
    return [a, b, c, d, e]


def branch(flag):
    if flag:
        one = 1
    look = locals
    return sorted(look())


def evaluated():
    try:
        return eval("value")
    except NameError as error:
        return str(error)
    value = 1


def by_attribute(namespace):
    found = dict(namespace.look())
    last = 5
    return sorted(found), last


class Namespace:
    look = staticmethod(locals)


for _ in range(2):
    leave()
    print(early(1))
    leave()
    print(branch(True), branch(False))
    leave()
    print(evaluated())
    leave()
    print(by_attribute(Namespace))
