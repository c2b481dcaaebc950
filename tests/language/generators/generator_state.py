# python: 3.13
def g():
    print(it.gi_running)
    yield it.gi_frame is not None


it = g()
print(it.gi_running, it.gi_frame.f_lineno, it.gi_code.co_name, it.gi_yieldfrom)
print(next(it), it.gi_running)
list(it)
print(it.gi_frame)


def reenter():
    yield next(me)


me = reenter()
try:
    next(me)
except ValueError as e:
    print(e)


def sub():
    yield 1


def deleg():
    yield from s


s = sub()
d = deleg()
next(d)
print(d.gi_yieldfrom is s)
try:
    it.attr = 1
except AttributeError as e:
    print(e)
