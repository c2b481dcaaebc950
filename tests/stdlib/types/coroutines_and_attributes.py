# coroutine() makes generators awaitable, DynamicClassAttribute finds attributes of instances only.
import types


@types.coroutine
def steps(count):
    for number in range(count):
        yield number
    return "done"


async def waits():
    return await steps(2)


def drive(coroutine):
    while True:
        try:
            print("step", coroutine.send(None))
        except StopIteration as end:
            return end.value


print(drive(waits()))


@types.coroutine
async def is_one_already():
    return 1


print(drive(is_one_already()))


class Generator:
    """What has the methods of a generator is wrapped."""

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration("own")

    def send(self, value):
        return next(self)

    def throw(self, *error): ...

    def close(self): ...


async def of_an_object():
    return await types.coroutine(lambda: Generator())()


print(drive(of_an_object()))
for wrong in (5, None):
    try:
        types.coroutine(wrong)
    except TypeError as error:
        print(error)


class Meta(type):
    def __getattr__(cls, name):
        return f"{cls.__name__} has no {name}"


class Class(metaclass=Meta):
    @types.DynamicClassAttribute
    def name(self):
        "The name."
        return self._name

    @name.setter
    def name(self, value):
        self._name = value

    @name.deleter
    def name(self):
        del self._name


item = Class()
item.name = "own"
print(item.name, Class.name, vars(Class)["name"].__doc__)
del item.name
try:
    item.name
except AttributeError as error:
    print(error)
