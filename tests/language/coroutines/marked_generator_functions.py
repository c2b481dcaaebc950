# `types.coroutine` marks the code of a generator function; `throw` with three arguments warns.
# stderr: yes
import types


@types.coroutine
def step():
    received = yield "asked"
    return received


def plain():
    yield 1


marked = types.coroutine(plain)
print(marked is plain, plain.__code__.co_flags & 0x120, types.coroutine(marked) is marked)


async def main():
    return await step(), await step()


coroutine = main()
print(coroutine.send(None), coroutine.send(1))
try:
    coroutine.send(2)
except StopIteration as stop:
    print(stop.value)


def handles():
    try:
        yield 1
    except ValueError as error:
        yield error.args


generator = handles()
next(generator)
print(generator.throw(ValueError, "told", None))
