# The words of every mismatch between a call and its parameters.
def none():
    pass


def one(a):
    pass


def two(a, b):
    pass


def three(a, b, c):
    pass


def opt(a, b=1):
    pass


def opts(a, b=1, c=2):
    pass


def kwonly(*, k):
    pass


def kwonly2(*, k, m):
    pass


def kwonly3(a, *, k, m, n):
    pass


def posonly(a, b, /):
    pass


def posonly_opt(a, b=2, /, c=3):
    pass


def posonly_kw(a, /, **k):
    pass


def star(*args):
    pass


def dstar(**kw):
    pass


def star_kw(a, *args, k=1):
    pass


calls = """none(1)
none(1, 2)
none(x=1)
one()
one(1, 2)
one(1, a=2)
one(b=1)
one(1, b=2)
two()
two(1)
two(b=1)
two(1, 2, 3)
two(1, 2, b=3)
three()
three(1)
three(c=1)
opt()
opt(1, 2, 3)
opts(1, 2, 3, 4)
opt(1, 2, b=3)
opt(1, c=3)
kwonly()
kwonly(1)
kwonly(1, k=2)
kwonly(1, 2, k=2)
kwonly2()
kwonly2(k=1)
kwonly3(1)
kwonly3()
kwonly3(1, 2, k=1)
kwonly3(1, 2, 3)
posonly(1)
posonly(a=1, b=2)
posonly(1, b=2)
posonly(1, 2, 3)
posonly_opt(a=1)
posonly_opt(1, b=3)
posonly_opt(1, 2, 3, 4)
posonly_kw()
posonly_kw(1, 2)
star(x=1)
dstar(1)
dstar(1, 2)
star_kw()
star_kw(1, 2, j=3)
one(*[1, 2])
one(**{'a': 1, 'zz': 2})
one(1, **{'a': 1})
one(*5)
one(**5)
one(**{1: 2})
one(a=1, **{'a': 2})
two(1, *[2], **{'b': 3})
(lambda x: 0)()
(lambda: 0)(1)
(lambda *, k: 0)()"""
for call in calls.splitlines():
    try:
        eval(call)
        print(call, "| ok")
    except TypeError as e:
        print(call, "|", e)
