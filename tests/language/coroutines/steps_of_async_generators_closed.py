# close() and throw() of what asend(), athrow() and aclose() give, and generators that don't let themselves be closed.
import types


@types.coroutine
def pause(value):
    return (yield value)


async def ignoring():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def awaiting():
    try:
        yield 1
    finally:
        await pause("x")


def step(awaitable):
    try:
        return "paused", awaitable.send(None)
    except BaseException as error:
        return type(error).__name__, str(error)


def attempt(function, *args):
    try:
        return function(*args)
    except BaseException as error:
        return type(error).__name__, str(error)


for kind in ignoring, awaiting:
    print(kind.__name__)
    generator = kind()
    print(step(generator.__anext__()))
    closing = generator.aclose()
    print(step(closing), step(closing), step(closing))
    print(generator.ag_running)
    print(step(generator.__anext__()), step(generator.asend(1)), step(generator.aclose()))
    print(step(generator.athrow(ValueError)))
    generator = kind()
    print(step(generator.__anext__()))
    throwing = generator.athrow(GeneratorExit)
    print(step(throwing), step(throwing), step(throwing))
    print(step(generator.__anext__()), step(generator.aclose()))
    generator = kind()
    print(step(generator.__anext__()))
    closing = generator.aclose()
    print(attempt(closing.close))
    print(step(generator.__anext__()))
    generator = kind()
    print(step(generator.__anext__()))
    closing = generator.aclose()
    print(attempt(closing.throw, ValueError("thrown")))
    print(step(generator.__anext__()))
    generator = kind()
    print(attempt(generator.__anext__().close))
    print(step(generator.__anext__()))
