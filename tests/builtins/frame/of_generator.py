# python: 3.13
# The frame of a generator comes and goes with it.
import sys


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


def generator(argument):
    local = 1
    yield sys._getframe()
    yield local
    local = 5


made = generator(2)
frame = made.gi_frame
print(frame.f_locals, frame.f_back, frame.f_lineno, frame is made.gi_frame)
print(next(made) is frame, frame.f_locals, frame.f_lineno, frame.f_back)
attempt(frame.clear)
frame.f_locals["local"] = 10
print(next(made))
print(list(made), made.gi_frame, frame.f_locals)

started = generator(3)
frame = started.gi_frame
frame.clear()
print(started.gi_frame, list(started))


def running():
    frame = sys._getframe()
    print(frame.f_back.f_code.co_name, made.gi_frame is frame, made.gi_running)
    attempt(frame.clear)
    yield


def caller():
    next(made)


made = running()
caller()


async def coroutine():
    return sys._getframe()


made = coroutine()
frame = made.cr_frame
try:
    made.send(None)
except StopIteration as stop:
    print(stop.value is frame, made.cr_frame)
