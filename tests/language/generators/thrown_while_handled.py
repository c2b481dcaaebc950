# What is thrown may be what the caller handles: the generator handles it for itself when it has caught it.


def waits():
    try:
        yield "first"
    except ValueError:
        try:
            yield "caught"
        finally:
            raise


def delegates():
    result = yield from waits()
    return result


def throw(generator, problem):
    try:
        raise problem
    except ValueError as handled:
        print(generator.throw(handled))


for make in waits, delegates:
    generator = make()
    print(next(generator))
    throw(generator, ValueError("from the caller"))
    try:
        next(generator)
    except ValueError as problem:
        print(type(problem).__name__, problem, problem.__context__)


class Turn:
    def __await__(self):
        yield


async def task():
    try:
        await Turn()
    except ValueError:
        await Turn()
        raise KeyError("instead")


coroutine = task()
coroutine.send(None)
try:
    raise ValueError("again")
except ValueError as handled:
    coroutine.throw(handled)
try:
    coroutine.send(None)
except KeyError as problem:
    print(repr(problem), repr(problem.__context__))


# What is raised instead has it as its context, wherever in the generator that is.
def behind():
    try:
        yield
    except ValueError:
        pass
    raise KeyError("behind")


def within():
    try:
        yield
    finally:
        raise KeyError("within")


for make in behind, within:
    generator = make()
    next(generator)
    try:
        throw(generator, ValueError("thrown"))
    except KeyError as problem:
        print(repr(problem), repr(problem.__context__))
