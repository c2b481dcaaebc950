# python: 3.14
# What is raised where nobody can catch it goes to sys.unraisablehook.
import gc
import sys
import weakref


def words(text):
    return text.split(" at 0x")[0] if text else text


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.exc_traceback is not None, words(args.err_msg), args.object)


class Bad:
    def __del__(self):
        raise ValueError("in __del__")


def bad_generator():
    try:
        yield
    finally:
        raise KeyError("in finally")


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


class Plain:
    pass


def bad_callback(reference):
    raise TypeError("in callback")


sys.unraisablehook = hook
bad = Bad()
del bad
gc.collect()
for make in (bad_generator, stubborn):
    generator = make()
    next(generator)
    del generator
    gc.collect()
plain = Plain()
reference = weakref.ref(plain, bad_callback)
del plain
gc.collect()


def failing_hook(args):
    raise RuntimeError("the hook fails")


class Output:
    def write(self, text):
        for line in text.splitlines():
            if line.strip() and "File" not in line:
                print("|", words(line))

    def flush(self):
        pass


sys.stderr = Output()
sys.unraisablehook = sys.__unraisablehook__
bad = Bad()
del bad
gc.collect()
try:
    raise LookupError("handled")
except LookupError:
    bad = Bad()
    del bad
    gc.collect()
    print(sys.exception())
print(type(sys.__unraisablehook__).__name__)
