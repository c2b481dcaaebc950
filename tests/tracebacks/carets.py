# Where an expression failed is underlined.
# status: 1
# stderr: yes
# python: 3.13
class C:
    pass


def first(d):
    return second(d["a"]["b"], 1 +
                  2)


def second(x, y):
    return third(x)(y) + x.value[0]


def third(x):
    return lambda y: x["key"].missing.attribute + y


first({"a": {"b": {"key": C()}}})
