# A descriptor with __set__ alone: what the object itself has counts when it is read, for classes as well.


class OnlySet:
    def __set__(self, owner, value):
        print("set", value)
        if isinstance(owner, type):
            type.__setattr__(owner, "_kept", value)
        else:
            owner.__dict__["field"] = value


class Meta(type):
    pass


class Thing(metaclass=Meta):
    field = OnlySet()


thing = Thing()
print(type(thing.field).__name__)
thing.field = 1
print(thing.field)
Thing.other = 2
Meta.other = OnlySet()
print(Thing.other)
Thing.other = 3
print(Thing.other, Thing._kept)
