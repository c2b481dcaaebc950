# locals(), vars(), dir() and eval() in a comprehension see its own variables and those of the function around it.
def names(mapping):
    return sorted(name for name in mapping if not name.startswith("__"))


def function(a):
    b = 2
    print([names(locals()) for x in [1]], {x: names(vars()) for x in [1]}, {tuple(names(dir())) for x in (1,)})
    print([[names(locals()) for y in [1]] for x in [1]])
    print([names(locals()) for x, (y, *z) in [(1, (2, 3))]], [locals()["z"] for x, (y, *z) in [(1, (2, 3))]])
    print([names(locals()) for x in [1] if names(locals()) for y in [names(locals())]])
    print([locals()["a"] for a in "pq"], a, names(locals()))
    print([[locals()["a"] for a in [a + 1]] for a in [a]], a)
    print([eval("a + b + x") for x in (1, 2)], [eval("x", {}, locals()) for x in (7,)])
    print(names(locals()))


function(1)
print([names(locals()) for x in [1]])
print([eval("x * 2") for x in [1, 2]])


class Body:
    attribute = 1
    print([names(locals()) for x in [1]])
    print(names(locals()))


def cells():
    held = 5

    def inner():
        return held

    return [locals()["cell"] is inner.__closure__[0] for cell in inner.__closure__]


print(cells())
