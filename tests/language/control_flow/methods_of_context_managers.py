"""Where the methods of a context manager come from: the class, as it is at the time, bound as any attribute of a class."""


class Plain:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None)
        return self.name == "quiet"


class Other:
    def __enter__(self):
        return "other"

    def __exit__(self, *args):
        print("other exit", len(args))


class Static:
    @staticmethod
    def __enter__():
        return "static"

    @classmethod
    def __exit__(cls, *args):
        print(cls.__name__, len(args), args[0])


class Callable:
    def __init__(self, name):
        self.name = name

    def __call__(self, *args):
        print("called", self.name, len(args))
        return self.name


class Called:
    __enter__ = Callable("enter")
    __exit__ = Callable("exit")


class Descriptor:
    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner):
        print("get", self.name, instance is not None, owner.__name__)
        return Callable(self.name)


class Described:
    __enter__ = Descriptor("enter")
    __exit__ = Descriptor("exit")


def use(manager):
    with manager as value:
        print("in", value if isinstance(value, str) else type(value).__name__)


def fail(manager):
    try:
        with manager:
            raise ValueError("wrong")
    except ValueError as error:
        print("caught", error)


own = Plain("own")
own.__enter__ = own.__exit__ = None
managers = [Plain("first"), Plain("quiet"), own, Other(), Static(), Called(), Described(), Plain("last")]
for manager in managers:
    use(manager)
for manager in managers:
    fail(manager)


def repeat(count):
    manager = Plain("changing")
    for i in range(count):
        with manager:
            if i == 1:
                Plain.__exit__ = lambda self, *args: print("another exit", args[0])
            if i == 2:
                Plain.__enter__ = lambda self: print("another enter")


repeat(4)


def leave(manager):
    for i in range(3):
        with manager:
            if i == 0:
                continue
            with Other() as inner:
                return i, inner


print(leave(Plain("left")))

for wrong in (object(), 1, Plain):
    try:
        use(wrong)
    except TypeError as error:
        print(str(error).split(" (")[0])


class Half:
    def __enter__(self):
        print("never")


try:
    use(Half())
except TypeError as error:
    print(str(error).split(" (")[0])


class Coroutine:
    async def __aenter__(self):
        return "awaited"

    async def __aexit__(self, *args):
        print("aexit", args[0] and args[0].__name__)
        return True


async def asynchronous():
    async with Coroutine() as value:
        print(value)
    async with Coroutine():
        raise KeyError("k")
    try:
        async with Plain("plain"):
            pass
    except TypeError as error:
        print(str(error).split(" (")[0])


try:
    asynchronous().send(None)
except StopIteration:
    print("done")

names = {}
source = "def many():\n" + "".join(f"    v{i} = {i}\n" for i in range(300))
source += "    with Plain('wide') as p, Other() as o:\n        print(o, v0, v299)\n        v1 = 1 // (v0 + 1)\n"
source += "    try:\n        with Plain('wide'):\n            v0 // 0\n    except ZeroDivisionError:\n        print('zero', v298)\n"
exec(source, globals(), names)
names["many"]()
