# python: 3.14
e = ValueError("x")
print(hasattr(e, "__notes__"))
e.add_note("one")
e.add_note("two")
print(e.__notes__)
try:
    e.add_note(5)
except TypeError as err:
    print(err)


def f():
    1 / 0


try:
    f()
except ZeroDivisionError as err:
    tb = err.__traceback__
    print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next, tb.tb_next.tb_frame.f_code.co_name)
    new = KeyError("k").with_traceback(tb)
    print(new.__traceback__ is tb, repr(new))
    print(ValueError().with_traceback(None).__traceback__)
try:
    ValueError().with_traceback(5)
except TypeError as err:
    print(err)
