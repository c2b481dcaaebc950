class Colour:
    RED = 1
    GREEN = 2


class Deep:
    inner = Colour


def m(x):
    match x:
        case Colour.RED:
            return "red"
        case Deep.inner.GREEN:
            return "green"
        case [Colour.RED, (Colour.GREEN | 3) as second]:
            return ("pair", second)
        case {"c": Colour.RED | Colour.GREEN as c}:
            return ("dict", c)
        case ("a" | "b", n) | (n, "a" | "b"):
            return ("letter", n)
        case [[x], _] | [_, [x]]:
            return ("nested", x)
    return None


for v in (1, 2, [1, 2], [1, 3], [1, 4], {"c": 2}, ("a", 5), (6, "b"), ([7], 0), (0, [8]), 3):
    print(v, m(v))
log = []


class Eq:
    def __eq__(self, o):
        log.append(o)
        return o == 3


match Eq():
    case 1:
        pass
    case 2 | 3 | 4:
        pass
print(log)


def guards(x):
    match x:
        case n if log.append("g1"):
            pass
        case n if n > 5:
            return "big"
        case n:
            return n


print(guards(10), guards(1), log)


def binds(x):
    match x:
        case [a, 2]:
            return "first", a
        case [1, b] if False:
            pass
        case _:
            return "rest"


print(binds([9, 2]), binds([1, 3]))
