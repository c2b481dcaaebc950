class C:
    pass


for thing in (5, None, C(), C, len, lambda: 0, 1.5, {}, {1: 2}, {3}, object):
    try:
        thing[0]
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)


def set_item(o):
    o[0] = 1


def del_item(o):
    del o[0]


for o in (5, (1, 2), "abc", None, C(), range(3), b"abc", frozenset()):
    for f in (set_item, del_item):
        try:
            f(o)
        except TypeError as e:
            print(e)
