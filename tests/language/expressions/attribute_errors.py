# python: 3.13
class C:
    limit = 1

    def method(self):
        pass


c = C()
tests = ["c.missing", "C.missing", "(5).x", "None.y", "'s'.foo", "[].push", "c.method.zz", "len.x", "(lambda: 0).q", "print.real"]
for text in tests:
    try:
        eval(text)
    except AttributeError as e:
        print(text, "|", e, "|", e.name)


def set_it(o):
    o.attr = 1


def del_it(o):
    del o.attr


for o in (5, None, "s", [], c, C, len):
    for f in (set_it, del_it):
        try:
            f(o)
            print("fine", f.__name__)
        except (AttributeError, TypeError) as e:
            print(type(e).__name__, e)
