# Generators that are dropped half way run their finally and with.
import gc


class Manager:
    def __enter__(self):
        print("enter")

    def __exit__(self, kind, value, traceback):
        print("exit", kind)


def guarded():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("asked to leave")
        raise
    finally:
        print("finally")


def managed():
    with Manager():
        yield 1


def outer():
    try:
        yield from guarded()
    finally:
        print("outer finally")


def started_never():
    try:
        yield
    finally:
        print("not reached")


for make in (guarded, managed, outer):
    generator = make()
    next(generator)
    del generator
    gc.collect()
    print("--")
generator = started_never()
del generator
gc.collect()
generator = guarded()
print(list(generator))
del generator
gc.collect()


async def coroutine():
    try:
        await other()
    finally:
        print("coroutine finally")


class other:
    def __await__(self):
        yield 1


running = coroutine()
running.send(None)
del running
gc.collect()
for value in guarded():
    break
del value
gc.collect()
print("-- the end")
alive = guarded()
next(alive)
