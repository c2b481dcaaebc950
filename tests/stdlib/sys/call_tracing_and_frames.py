# python: 3.13
# The frames that run, audit hooks, and what else sys tells of itself.
import sys


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


def function():
    return sys._getframemodulename(), sys._getframemodulename(1), list(sys._current_frames().values())[0].f_code.co_name


print(function())
print(sys._getframemodulename(100))
attempt(sys.call_tracing, lambda *values: values, (1, 2))
attempt(sys.call_tracing, len, [1])
events = []


def hook(event, arguments):
    if event.startswith("test."):
        events.append((event, arguments))
        if event == "test.refused":
            raise ValueError("no")


sys.addaudithook(hook)
sys.audit("test.one", 1, "two")
sys.audit("test.none")
attempt(sys.audit, "test.refused")
attempt(sys.audit, 1)
print(events)
print(sys._is_interned("abc"), sys.getallocatedblocks() > 0, sys.is_stack_trampoline_active())
print(sys.breakpointhook is sys.__breakpointhook__, sys.is_finalizing(), sys.get_int_max_str_digits())
try:
    raise KeyError(1)
except KeyError:
    print(list(sys._current_exceptions().values()))
