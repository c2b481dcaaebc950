# python: 3.13
# copy and deepcopy of builtin types, classes with slots, values and state, and what refuses.
import copy
import copyreg


def attempt(what, action, *args):
    try:
        print(what, "->", repr(action(*args))[:100])
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Plain:
    def __init__(self, value):
        self.value = value


class Slotted:
    __slots__ = ("a", "__b")

    def __init__(self):
        self.a, self.__b = [1], [2]

    def parts(self):
        return self.a, self.__b


class Text(str):
    pass


class Items(list):
    pass


class Table(dict):
    pass


class Stateful:
    def __getstate__(self):
        return 5

    def __setstate__(self, state):
        self.got = state


class Arguments:
    def __new__(cls, *args, **keywords):
        made = object.__new__(cls)
        made.made_with = (args, keywords)
        return made

    def __getnewargs_ex__(self):
        return (1,), {"k": 2}


class WrongArguments(Arguments):
    def __getnewargs_ex__(self):
        return 5


class TooFew(Arguments):
    def __getnewargs_ex__(self):
        return (1,)


class Own:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "copied deep"


for value in (None, 5, 1.5, "x", b"x", (1, 2), range(3), len, Plain, ..., frozenset([1]), slice(1)):
    print(copy.copy(value) is value, end=" ")
print()
for value in ([1, [2]], {1: [2]}, (1, [2]), {1, 2}, bytearray(b"q"), ValueError("x", [1]), OSError(2, "x", "f")):
    print(copy.copy(value), copy.deepcopy(value), copy.deepcopy(value) is value)

plain = Plain([1])
print(copy.copy(plain).value is plain.value, copy.deepcopy(plain).value is plain.value)
slotted = Slotted()
print(copy.copy(slotted).parts(), copy.deepcopy(slotted).parts()[0] is slotted.a)
for kind, content in ((Text, "abc"), (Items, [1, 2]), (Table, {1: 2})):
    value = kind(content)
    value.more = [3]
    for again in (copy.copy(value), copy.deepcopy(value)):
        print(type(again).__name__, again, again.more, again.more is value.more)
print(copy.copy(Stateful()).got, copy.deepcopy(Arguments()).made_with, copy.copy(Own()), copy.deepcopy([Own()]))
for value in (WrongArguments(), TooFew(), memoryview(b"x"), (item for item in ()), type(plain.__init__)):
    attempt(type(value).__name__, copy.copy, value)

circle = [1]
circle.append(circle)
again = copy.deepcopy(circle)
print(again[1] is again, again is not circle)
tuple_circle = ([],)
tuple_circle[0].append(tuple_circle)
again = copy.deepcopy(tuple_circle)
print(again[0][0] is again)
plain.value = plain
again = copy.deepcopy(plain)
print(again.value is again)
shared = [1]
first, second = copy.deepcopy([shared, shared])
print(first is second, first is shared)
method = copy.deepcopy(Plain("bound").__init__)
print(method.__self__.value)

copyreg.pickle(Plain, lambda value: (Plain, ("by the table",)))
print(copy.copy(Plain(1)).value)
attempt("no function", copyreg.pickle, Plain, 5)
attempt("replace", copy.replace, 5)
