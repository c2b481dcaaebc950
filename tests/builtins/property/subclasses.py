# Subclasses of property, classmethod and staticmethod: they are filled by `__init__`, the documentation belongs to the
# instance, and `setter` makes one of the same class.


def show(function):
    try:
        print(function())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


def getter(self):
    "the getter"
    return 1


def other(self, value=None):
    "the other"
    return 2


class Sub(property):
    pass


for each in (Sub(getter), Sub(getter, doc="own"), Sub(), property(getter), property(getter, doc="own")):
    copies = each.setter(other), each.getter(other), each.getter(None), each.deleter(other)
    print(type(each).__name__, each.__doc__, [(type(copy).__name__, copy.__doc__) for copy in copies])
    print([(copy.fget is other, copy.fset is other, copy.fdel is other) for copy in copies])


class Documented(property):
    "of the class"


class Slotted(property):
    __slots__ = ()


print(Documented(getter).__doc__, Documented.__doc__)
show(lambda: Slotted(None, doc="lost").__doc__)
show(lambda: Slotted(getter).__doc__)


class Named(property):
    def __init__(self, name):
        super().__init__(lambda self: self.__dict__[name])
        self.of = name


class Record:
    value = Named("_value")

    def __init__(self):
        self._value = 42


print(Record().value, Record.value.of)


class Loud(property):
    def __get__(self, instance, owner=None):
        return "mine", instance is None


class Speaker:
    @Loud
    def word(self):
        pass

    @word.setter
    def word(self, value):
        print("set to", value)


speaker = Speaker()
speaker.word = 3
print(speaker.word, Speaker.word)


class Marked(classmethod):
    def __init__(self, function, mark):
        super().__init__(function)
        self.mark = mark


class Constant(staticmethod):
    def __init__(self, value):
        super().__init__(lambda: value)


class User:
    name = Marked(lambda cls: cls.__name__, "mark")
    seven = Constant(7)


print(User.name(), User.__dict__["name"].mark, User.seven(), Constant(8)())

empty = property.__new__(property)
print(empty.fget, empty.__doc__, classmethod.__new__(classmethod).__func__)
empty.__init__(getter)
print(empty.fget is getter, empty.__doc__)
for wrong in (
    lambda: classmethod(),
    lambda: staticmethod(1, 2),
    lambda: classmethod(function=len),
    lambda: property(1, 2, 3, 4, 5),
    lambda: property(nosuch=1),
    lambda: property(getter, fget=getter),
    lambda: property.__new__(int),
):
    show(wrong)
