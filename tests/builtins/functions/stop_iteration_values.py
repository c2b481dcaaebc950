# A StopIteration with a value that ends the iterator inside goes out through enumerate, filter, map and zip.

class Stops:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration(42)


def generator():
    yield 1
    return "result"


def end(iterator):
    while True:
        try:
            next(iterator)
        except StopIteration as stop:
            return stop.args


for source in Stops, generator, list:
    print(end(enumerate(source())), end(filter(None, source())), end(map(abs, source())))
    print(end(zip(source())), end(zip(source(), [1, 2, 3])), end(zip([1, 2, 3], source())))
    print(end(zip([1, 2], [1, 2, 3], source())), end(map(divmod, [1, 2], source())))
    print(end(zip(source(), strict=True)), end(zip(source(), source(), strict=True)))
    print(end(map(abs, zip(source()))) if source is not generator else "-")

# What ended earlier leaves nothing behind.
print(end(map(lambda x: list(generator()), [1, 2])))
print(end(iter(lambda: len(list(generator())), 1)))

# Loops and lists see only the end.
print(list(map(str, generator())), list(enumerate(generator())), [*zip(generator(), generator())])
for number, item in enumerate(generator()):
    print(number, item)


def delegating():
    print((yield from map(abs, generator())))
    print((yield from enumerate(Stops())))
    print((yield from [1]))


print(list(delegating()))
print(next(map(abs, Stops()), "default"), next(enumerate(Stops()), "default"))
