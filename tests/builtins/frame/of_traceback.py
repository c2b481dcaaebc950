# python: 3.13
# tb_frame shows the variables of frames that an exception has left.
import sys


def inner(argument):
    local = argument + 1
    raise ValueError(local)


def middle():
    value = 5
    inner(value)


def frames_of(error):
    traceback = error.__traceback__
    while traceback:
        yield traceback.tb_frame
        traceback = traceback.tb_next


def catching():
    try:
        middle()
    except ValueError as error:
        own, of_middle, of_inner = frames_of(error)
        print(own is sys._getframe(), of_middle.f_locals, of_inner.f_locals)
        print(of_inner.f_back is of_middle, of_middle.f_back is own, own.f_back.f_code.co_name)
        print(of_inner.f_lineno, error.__traceback__.tb_next.tb_next.tb_lineno)
        print(error.__traceback__.tb_frame is own, list(frames_of(error))[2] is of_inner)


catching()


def again():
    count = 1
    try:
        raise KeyError
    except KeyError as error:
        count = 2
        raise error


try:
    again()
except KeyError as error:
    frames = list(frames_of(error))
    print(len(frames), frames[1] is frames[2], frames[1].f_locals)


def with_finally():
    state = "before"
    try:
        inner(1)
    finally:
        state = "after"


try:
    with_finally()
except ValueError as error:
    print([frame.f_locals.get("state") for frame in frames_of(error)][1])


def generator():
    held = 7
    yield
    inner(held)


made = generator()
next(made)
frame = made.gi_frame
try:
    next(made)
except ValueError as error:
    frames = list(frames_of(error))
    print(frames[1] is frame, frames[1].f_locals, frames[2].f_locals)


def keeps():
    frame = sys._getframe()
    inner(2)


try:
    keeps()
except ValueError as error:
    frame = error.__traceback__.tb_next.tb_frame
    print(frame.f_locals["frame"] is frame)
