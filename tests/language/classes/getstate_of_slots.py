# What `__getstate__` tells of an instance: its namespace, and what lies in its slots.
class Slots:
    __slots__ = ("a", "b")


class WithBoth(Slots):
    pass


class WithDict(Slots):
    __slots__ = ("__dict__",)


class Private(Slots):
    __slots__ = ("__hidden",)

    def __init__(self):
        self.__hidden = 1


slots, both, with_dict = Slots(), WithBoth(), WithDict()
slots.a = 1
both.b, both.c = 2, 3
with_dict.x = 4
for item in slots, both, with_dict, Private(), Slots(), WithBoth(), AttributeError("text", name="n"), AttributeError():
    print(type(item).__name__, item.__getstate__())
for error in AttributeError("text", name="n"), ImportError("text", path="p"), ImportError("text"), NameError("text", name="n"):
    print(error.__reduce__())
for protocol in "a", None, 2**100:
    try:
        slots.__reduce_ex__(protocol)
    except (TypeError, OverflowError) as error:
        print(error)
