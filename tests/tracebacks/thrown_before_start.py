# What is thrown into a generator that has not begun comes from its first line.
def generator():
    try:
        yield 1
    finally:
        print("never")


def delegating():
    yield from generator()


async def coroutine():
    pass


def places(thrown_into):
    try:
        thrown_into.throw(ValueError("thrown"))
    except ValueError as error:
        entry = error.__traceback__
        while entry:
            print(entry.tb_frame.f_code.co_name, entry.tb_lineno, end="; ")
            entry = entry.tb_next
    print()


places(generator())
places(item for item in ())
places(coroutine())
begun = generator()
next(begun)
places(begun)
places(begun)
begun = delegating()
next(begun)
places(begun)
