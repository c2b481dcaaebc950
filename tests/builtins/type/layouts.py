# Which classes can be bases of one class: those whose fields go together. The order of the checks shows in the errors.
class Slotted:
    __slots__ = ("first",)


class Other:
    __slots__ = ("second",)


class Empty:
    __slots__ = ()


class Longer(Slotted):
    __slots__ = ("third",)


class Plain:
    pass


def attempt(*bases, **namespace):
    try:
        made = type("Made", bases, namespace)
        print([each.__name__ for each in made.__mro__])
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


attempt(Slotted, Other)
attempt(Slotted, int)
attempt(Slotted, Plain)
attempt(Slotted, Empty)
attempt(Longer, Slotted)
attempt(Slotted, Longer)
attempt(Empty, int)
attempt(Plain, dict)
attempt(int, str)
attempt(object, int, __slots__=("a",))
attempt(int, int, __slots__=("a",))
attempt(int, __slots__=("1",))
attempt(type, __slots__=("a",))
attempt(__slots__=("a", "a"))
attempt(__slots__=("1",))
attempt(__slots__=("a",), a=1)
attempt(list[int])
attempt(5)
attempt(__qualname__=5)
for bases in [(5,), (), [], None, (Slotted,), (bool,)]:
    class Changed(Plain):
        pass

    try:
        Changed.__bases__ = bases
        print("changed")
    except TypeError as error:
        print(error)
first, second = Slotted(), Empty()
for item, kind in [(first, Other), (first, Plain), (Plain(), Empty)]:
    try:
        item.__class__ = kind
    except TypeError as error:
        print(error)


class One(Exception):
    pass


class Two(Exception):
    pass


error = One("text")
error.__class__ = Two
print(repr(error), type(error).__name__)
for name in "__name__", "__bases__", "__module__", "__abstractmethods__", "__type_params__":
    try:
        delattr(Plain, name)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
for name in "__class__", "__dict__", "new":
    try:
        delattr(int, name)
    except TypeError as error:
        print(error)
