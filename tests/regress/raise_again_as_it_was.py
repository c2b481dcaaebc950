# A bare raise leaves the traceback as it is, so the parts of a group find together again.
class G(ExceptionGroup):
    def derive(self, excs):
        return (1, 2, 3, 4, 5, 6, 7, 8)
try:
    try:
        raise G("g", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        print(e)
except TypeError as e:
    print(e)
g = ExceptionGroup("a", [ExceptionGroup("b", [ValueError(1), TypeError(2)]), KeyError(3)])
g.add_note("note")
try:
    try:
        raise g
    except* ValueError:
        raise
    except* KeyError as e:
        print(e.__notes__)
except BaseException as e:
    print(repr(e), e.__notes__)
try:
    try:
        raise g
    except* ValueError as e:
        raise e
except BaseException as e:
    print(repr(e))
import sys
def f():
    raise
try:
    try:
        1/0
    except ZeroDivisionError:
        f()
except ZeroDivisionError as e:
    t = e.__traceback__
    while t:
        print(t.tb_lineno, t.tb_frame.f_code.co_name)
        t = t.tb_next
try:
    try:
        1/0
    except ZeroDivisionError:
        raise
except ZeroDivisionError as e:
    t = e.__traceback__
    while t:
        print(t.tb_lineno, t.tb_frame.f_code.co_name)
        t = t.tb_next
