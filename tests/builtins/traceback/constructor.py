# python: 3.13
# Tracebacks can be made, and joined anew.
import sys, types


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        print(type(error).__name__, error)


frame = sys._getframe()
traceback = types.TracebackType(None, frame, 4, 12)
print(traceback.tb_next, traceback.tb_frame is frame, traceback.tb_lasti, traceback.tb_lineno)
outer = types.TracebackType(traceback, frame, 8, 30)
print(outer.tb_next is traceback, outer.tb_lasti, outer.tb_lineno)
attempt(types.TracebackType)
attempt(types.TracebackType, "x", frame, 1, 1)
attempt(types.TracebackType, None, 1, 1, 1)
attempt(types.TracebackType, None, frame, "a", 1)
attempt(types.TracebackType, None, frame, 1, "b")
attempt(setattr, traceback, "tb_next", outer)
attempt(setattr, traceback, "tb_next", traceback)
attempt(setattr, traceback, "tb_next", 1)
attempt(delattr, traceback, "tb_next")
outer.tb_next = None
traceback.tb_next = outer
print(traceback.tb_next is outer, outer.tb_next)
print(types.TracebackType(tb_next=None, tb_frame=frame, tb_lasti=1, tb_lineno=2).tb_lineno)
print(dir(traceback))
error = ValueError().with_traceback(traceback)
print(error.__traceback__ is traceback)
