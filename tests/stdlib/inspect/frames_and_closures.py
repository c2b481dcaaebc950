# What runs, and what it knows.
import inspect
import sys


def outer(a, *args, b=2, **others):
    local = a
    return inspect.currentframe(), local


def context():
    try:
        outer(1)[0].missing
    except AttributeError:
        return sys.exc_info()[2]


traceback = context()
for record in inspect.getinnerframes(traceback):
    print(type(record).__name__, record.function, record.lineno, record.code_context, record.index, record.positions)
frame, _ = outer(5, 6, b=7, c=8)
print(inspect.getargvalues(frame)[:3], inspect.formatargvalues(*inspect.getargvalues(frame)))
print([record.function for record in inspect.getouterframes(frame)], inspect.getlineno(frame))
print(inspect.getframeinfo(frame).function, inspect.getframeinfo(traceback, context=3).index)
print(isinstance(inspect.getframeinfo(frame), inspect.Traceback), inspect.stack()[0].function, inspect.trace())

seen = 1


def maker():
    inner = 2

    def function(value):
        return seen, inner, len, unknown, value.attribute

    return function


found = inspect.getclosurevars(maker())
print(isinstance(found, inspect.ClosureVars), found.nonlocals, found.globals, found.builtins, sorted(found.unbound))


def generator():
    step = 1
    yield step
    step = 2
    yield step


running = generator()
print(inspect.getgeneratorlocals(running), inspect.getgeneratorstate(running))
next(running)
print(inspect.getgeneratorlocals(running), inspect.getgeneratorstate(running))
running.close()
print(inspect.getgeneratorlocals(running), inspect.getgeneratorstate(running))


async def coroutine():
    inside = 1
    await other()


class other:
    def __await__(self):
        yield


made = coroutine()
print(inspect.getcoroutinelocals(made), inspect.getcoroutinestate(made))
made.send(None)
print(inspect.getcoroutinelocals(made), inspect.getcoroutinestate(made))
made.close()


async def asynchronous():
    inside = 1
    yield inside


made = asynchronous()
print(inspect.getasyncgenlocals(made), inspect.getasyncgenstate(made))
try:
    made.__anext__().send(None)
except StopIteration:
    print(inspect.getasyncgenlocals(made), inspect.getasyncgenstate(made))
for function in (inspect.getgeneratorlocals, inspect.getcoroutinelocals, inspect.getasyncgenlocals):
    try:
        print(function(5))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class A: ...


class B(A): ...


class C(A): ...


class D(B, C): ...


print(inspect.getclasstree([A, B, C, D], unique=True))
print(inspect.walktree([A], {A: [B, C], B: [D]}, None))
print(inspect.formatannotationrelativeto(A)(dict[str, A]), inspect.formatannotation(A, "other"), inspect.formatannotation(int))
print(inspect.ClassFoundException.__mro__[1].__name__, inspect.EndOfBlock.__mro__[1].__name__)
lines, number = inspect.findsource(outer)
print(lines[number].strip(), inspect.getblock(lines[number:]))
