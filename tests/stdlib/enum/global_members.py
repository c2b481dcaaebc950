# Members that are names of the module too, and other ways to show and to pickle them.
# python: 3.13
import enum
import pickle


@enum.global_enum
class Side(enum.Enum):
    LEFT = 1
    RIGHT = 2


@enum.global_enum
class Right(enum.Flag, boundary=enum.KEEP):
    READ = 4
    WRITE = 2


print(repr(LEFT), str(LEFT), RIGHT is Side.RIGHT)
print(repr(READ | WRITE), str(READ), repr(Right(0)), repr(Right(9)), repr(Right(8)))
print(enum.global_enum_repr(Side.LEFT), enum.global_flag_repr(READ | WRITE), enum.global_str(WRITE), enum.global_str(LEFT))


class Word(str, enum.ReprEnum):
    """Shown as an enumeration, and as text by str() and format()."""

    HELLO = "hello"


print(repr(Word.HELLO), str(Word.HELLO), f"{Word.HELLO:>7}")


class ByName(enum.Enum):
    __reduce_ex__ = enum.pickle_by_enum_name
    A = object()


class ByGlobalName(enum.Enum):
    __reduce_ex__ = enum.pickle_by_global_name
    B = 1


B = ByGlobalName.B
print(pickle.loads(pickle.dumps(ByName.A)) is ByName.A, ByName.A.__reduce_ex__(2)[1])
print(pickle.loads(pickle.dumps(B)) is B, B.__reduce_ex__(2))


class Meta(enum.EnumType):
    @classmethod
    def __prepare__(cls, name, bases, **keywords):
        space = super().__prepare__(name, bases, **keywords)
        print(type(space).__name__, isinstance(space, enum.EnumDict), space.member_names)
        return space

    def __new__(cls, name, bases, space, **keywords):
        print(list(space.member_names))
        return super().__new__(cls, name, bases, space, **keywords)


class Made(enum.Enum, metaclass=Meta):
    ONE = 1
    TWO = 2

    def method(self): ...
