# python: 3.13
# Each frame has a trace function of its own, which may change the frame's variables.
import sys


def simple(a):
    b = a + 1
    c = b * 2
    return c


def local(frame, event, argument):
    line = frame.f_lineno - frame.f_code.co_firstlineno
    print(event, line, sorted(frame.f_locals.items()), frame.f_trace is local)
    if line == 2:
        frame.f_locals["b"] = 50


def only_simple(frame, event, argument):
    print(event, frame.f_code.co_name, frame.f_back.f_code.co_name, sys.gettrace() is only_simple)
    if frame.f_code is simple.__code__:
        return local


def outer():
    return simple(1)


sys.settrace(only_simple)
print(outer())
sys.settrace(None)


def without_lines(frame, event, argument):
    frame.f_trace_lines = False
    print(event)
    return without_lines


sys.settrace(without_lines)
simple(1)
sys.settrace(None)


def with_opcodes(frame, event, argument):
    frame.f_trace_opcodes = True
    frame.f_trace_lines = False
    events.append(event)
    return with_opcodes


events = []
sys.settrace(with_opcodes)
simple(1)
simple(1)
sys.settrace(None)
print(events[0], events[-1], set(events) == {"call", "opcode", "return"})


def failing(frame, event, argument):
    raise RuntimeError("from the trace function")


sys.settrace(failing)
try:
    simple(1)
except RuntimeError as error:
    print(error, sys.gettrace())


def failing_later(frame, event, argument):
    if event == "line":
        raise KeyError(frame.f_lineno - frame.f_code.co_firstlineno)
    return failing_later


def catching():
    a = 1
    b = 2


sys.settrace(failing_later)
try:
    catching()
except KeyError as error:
    print(error, sys.gettrace(), error.__traceback__.tb_next.tb_frame.f_code.co_name)


def from_now_on(frame, event, argument):
    print(event, frame.f_lineno - frame.f_code.co_firstlineno)
    return from_now_on


def switches_on():
    sys._getframe().f_trace = from_now_on
    sys.settrace(from_now_on)
    a = 1
    b = 2
    sys.settrace(None)
    c = 3


switches_on()


def events_of_generator():
    def tracer(frame, event, argument):
        print(event, frame.f_code.co_name, argument)
        return tracer

    def numbers():
        yield 1
        yield 2

    made = numbers()
    sys.settrace(tracer)
    next(made)
    next(made)
    sys.settrace(None)


events_of_generator()
