# python: 3.14
# Steps of asynchronous generators that have not begun, have ended, are running, or are used twice; anext with a
# default.
import types


def run(coroutine):
    try:
        while True:
            print("  waits", coroutine.send(None))
    except StopIteration as end:
        return end.value


@types.coroutine
def wait(value):
    return (yield value)


async def steps():
    try:
        print("  got", (yield 1))
        print("  got", (yield 2))
    except ValueError as error:
        print("  caught", error)
        yield "after"
    finally:
        print("  finally")


async def outcome(awaitable):
    try:
        print("=", await awaitable)
    except BaseException as error:
        print(repr(error), repr(error.__cause__))


async def ends():
    generator = steps()
    await outcome(generator.aclose())
    await outcome(anext(generator))
    generator = steps()
    await outcome(anext(generator))
    await outcome(generator.aclose())
    await outcome(generator.aclose())
    generator = steps()
    await outcome(anext(generator))
    await outcome(generator.athrow(ValueError("x")))
    await outcome(generator.athrow(ValueError("y")))
    await outcome(generator.athrow(ValueError("z")))
    await outcome(generator.asend(None))
    generator = steps()
    await outcome(generator.asend(5))
    await outcome(generator.asend(None))
    await outcome(generator.asend("A"))
    await outcome(generator.asend("B"))
    await outcome(generator.asend("C"))
    generator = steps()
    await outcome(generator.athrow(KeyError))
    await outcome(anext(generator))
    for thrown in GeneratorExit, StopAsyncIteration, StopIteration:
        generator = steps()
        await anext(generator)
        await outcome(generator.athrow(thrown))
    generator = steps()
    step = generator.asend(None)
    await outcome(step)
    await outcome(step)
    step = generator.aclose()
    await outcome(step)
    await outcome(step)
    generator = steps()
    step = generator.__anext__()
    step.close()
    await outcome(step)
    step = generator.__anext__()
    try:
        step.throw(ValueError("direct"))
    except ValueError as error:
        print(repr(error))
    await outcome(step)


run(ends())


async def waits():
    yield 1
    await wait("inside")
    yield 2


generator = waits()
try:
    generator.asend(None).send(None)
except StopIteration as end:
    print(end.value)
step = generator.asend(None)
print(step.send(None), generator.ag_running, generator.ag_await is not None)
for other in generator.asend(None), generator.aclose(), generator.athrow(ValueError):
    try:
        other.send(None)
    except RuntimeError as error:
        print(error)
try:
    step.send(None)
except StopIteration as end:
    print(end.value, generator.ag_running)


async def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            if closed:
                return
            print("  ignored")


closed = False
kept = []


async def closes():
    global closed
    generator = stubborn()
    await anext(generator)
    await outcome(generator.aclose())
    closed = True
    # So that nobody finds it dead before the program ends.
    kept.append(generator)


run(closes())


class Awaits5:
    def __anext__(self):
        return 5


class Raises:
    def __anext__(self):
        raise ValueError("anext")


class Stops:
    async def __anext__(self):
        raise StopIteration


async def defaults():
    generator = waits()
    for number in range(4):
        print(await anext(generator, "default"))
    await outcome(anext(Awaits5()))
    await outcome(anext(Awaits5(), "default"))
    await outcome(anext(Stops(), "default"))
    # CPython crashes where `__anext__` raises and there is a default.
    for value in 5, [], Raises():
        for arguments in ((), ("default",))[: 1 if isinstance(value, Raises) else 2]:
            try:
                anext(value, *arguments)
            except (TypeError, ValueError) as error:
                print(error)


run(defaults())
