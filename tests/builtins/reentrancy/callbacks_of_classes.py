# Special methods of classes that change, drop or collect the class while it is being made, asked or used.

import gc


class State:
    action = None
    depth = 0
    change = None
    again = None


def hit():
    if State.depth:
        return
    State.depth += 1
    try:
        if State.action == "change":
            State.change()
        elif State.action == "raise":
            raise ValueError("callback")
        elif State.action == "again":
            State.again()
        elif State.action == "collect":
            gc.collect()
    finally:
        State.depth -= 1


def run(name, operation, change):
    print(name)
    for action in (None, "change", "raise", "again", "collect"):
        State.action, State.depth = action, 0
        try:
            target, use = operation()
            State.change = lambda: change(target)
            State.again = lambda: use(target)
            result = repr(use(target))
        except RecursionError:
            result = "RecursionError"
        except Exception as error:
            result = f"{type(error).__name__}: {error} {getattr(error, '__notes__', '')}"
        State.action = None
        print(f"    {action!s:8} {result[:110]}")


def remove(owner, name):
    if name in owner.__dict__:
        delattr(owner, name)


def getattr_case():
    class Thing:
        x = 1

        def __getattr__(self, name):
            hit()
            if name == "late":
                return self.__dict__.get("late", "none")
            raise AttributeError(name)

    return Thing(), lambda thing: (thing.late, thing.late, hasattr(thing, "never"))


def getattribute_case():
    class Thing:
        x = 1

        def __getattribute__(self, name):
            hit()
            return object.__getattribute__(self, name)

    return Thing(), lambda thing: [thing.x, thing.x, thing.x]


def setattr_case():
    class Thing:
        def __setattr__(self, name, value):
            hit()
            object.__setattr__(self, name, value)

        def __delattr__(self, name):
            hit()
            object.__delattr__(self, name)

    def use(thing):
        thing.a = 1
        thing.b = 2
        shown = dict(thing.__dict__)
        del thing.a
        return shown, thing.__dict__

    return Thing(), use


def property_case():
    class Thing:
        @property
        def x(self):
            hit()
            return 5

        @x.setter
        def x(self, value):
            hit()

        @x.deleter
        def x(self):
            hit()

    def use(thing):
        found = [thing.x, thing.x]
        thing.x = 4
        del thing.x
        return found, type(thing).__dict__.get("x") is None

    return Thing(), use


def descriptor_case():
    class Field:
        def __get__(self, instance, owner):
            hit()
            return (instance is None, owner.__name__)

        def __set__(self, instance, value):
            hit()
            instance.__dict__["x"] = value

        def __delete__(self, instance):
            hit()
            instance.__dict__.pop("x", None)

    class Thing:
        x = Field()

    def use(thing):
        found = [thing.x, type(thing).x]
        thing.x = 5
        del thing.x
        return found, thing.__dict__

    return Thing(), use


def slots_case():
    class Thing:
        __slots__ = ("a", "b", "__dict__")

        def __getattr__(self, name):
            hit()
            return name

    def use(thing):
        thing.b = 1
        return thing.a, thing.b

    return Thing(), use


def call_case():
    class Meta(type):
        def __call__(cls, *args):
            hit()
            return super().__call__(*args)

    class Thing(metaclass=Meta):
        def __new__(cls, *args):
            hit()
            return super().__new__(cls)

        def __init__(self, *args):
            hit()
            self.args = args

    return Thing, lambda kind: [kind(1).__dict__, kind(2).__dict__]


def class_case():
    class First:
        def method(self):
            hit()
            return type(self).__name__, self.other()

        def other(self):
            return "first"

    class Second:
        def other(self):
            return "second"

    first = First()
    first.second = Second
    return first, lambda thing: thing.method()


def bases_case():
    class Base:
        def __getattr__(self, name):
            hit()
            raise AttributeError(name)

        def method(self):
            return "base"

    class Other:
        method = lambda self: "other"

    class Derived(Base):
        other = Other

    return Derived, lambda kind: (hasattr(kind(), "gone"), kind().method(), kind().method())


def instancecheck_case():
    class Meta(type):
        def __instancecheck__(cls, instance):
            hit()
            return True

        def __subclasscheck__(cls, subclass):
            hit()
            return True

    class Thing(metaclass=Meta):
        pass

    def use(kind):
        try:
            raise KeyError(1)
        except LookupError:
            pass
        match 5:
            case kind():
                found = "matched"
        return isinstance(5, kind), isinstance(5, (str, kind)), issubclass(int, kind), found

    return Thing, use


def truth_case():
    class Truth:
        def __bool__(self):
            hit()
            return True

        def __len__(self):
            hit()
            return 1

    truth = Truth()
    truth.items = [1, 2]
    return truth, lambda it: [not it, it and 1, (it or 1) is it, 1 if it else 0, all([it, it]), any([it]), len(it), list(filter(None, [it, it])) == [it, it]]


def change_getattr(thing):
    thing.__dict__["late"] = "changed"
    del type(thing).__getattr__


cases = [
    ("__getattr__", getattr_case, change_getattr),
    ("__getattribute__", getattribute_case, lambda thing: setattr(type(thing), "x", 2)),
    ("__getattribute__ goes", getattribute_case, lambda thing: remove(type(thing), "__getattribute__")),
    ("__setattr__", setattr_case, lambda thing: thing.__dict__.update(a=7, z=8)),
    ("__setattr__ clears", setattr_case, lambda thing: thing.__dict__.clear()),
    ("__setattr__ goes", setattr_case, lambda thing: remove(type(thing), "__setattr__")),
    ("property goes", property_case, lambda thing: remove(type(thing), "x")),
    ("property becomes a value", property_case, lambda thing: setattr(type(thing), "x", 6)),
    ("descriptor goes", descriptor_case, lambda thing: remove(type(thing), "x")),
    ("descriptor is shadowed", descriptor_case, lambda thing: thing.__dict__.update(x=1)),
    ("slot is filled", slots_case, lambda thing: setattr(thing, "a", 3)),
    ("slot goes", slots_case, lambda thing: remove(type(thing), "a")),
    ("call, __init__ goes", call_case, lambda kind: remove(kind, "__init__")),
    ("call, metaclass's goes", call_case, lambda kind: remove(type(kind), "__call__")),
    ("class changes", class_case, lambda thing: setattr(thing, "__class__", thing.second)),
    ("method goes", class_case, lambda thing: remove(type(thing), "method")),
    ("bases change", bases_case, lambda kind: setattr(kind, "__bases__", (kind.other,))),
    ("__instancecheck__ goes", instancecheck_case, lambda kind: remove(type(kind), "__instancecheck__")),
    ("__bool__ goes", truth_case, lambda it: remove(type(it), "__bool__")),
]
for case in cases:
    run(*case)

# While a class is being made.


def making(kind):
    def make():
        if kind == "set_name":

            class Field:
                def __set_name__(self, owner, name):
                    State.change = lambda: (setattr(owner, "added", 1), setattr(owner, name, "replaced"), remove(owner, "second"))
                    State.again = make
                    hit()
                    print("     ", name, sorted(key for key in vars(owner) if not key.startswith("_")))

            class Made:
                first, second, third = Field(), Field(), Field()

        elif kind == "init_subclass":

            class Base:
                def __init_subclass__(cls, **keywords):
                    State.change = lambda: (setattr(cls, "added", keywords), remove(Base, "__init_subclass__"))
                    State.again = make
                    hit()
                    super().__init_subclass__()

            class Made(Base, size=1):
                pass

        elif kind == "prepare":

            class Names(dict):
                def __setitem__(self, name, value):
                    State.change = lambda: self.update(added=1)
                    State.again = make
                    hit()
                    super().__setitem__(name, value)

            class Meta(type):
                @classmethod
                def __prepare__(cls, name, bases):
                    return Names()

            class Made(metaclass=Meta):
                x = 1
                y = 2

        elif kind == "mro":

            class Meta(type):
                def mro(cls):
                    def change():
                        cls.added = 1

                    State.change = change
                    State.again = make
                    hit()
                    return super().mro()

            class Made(metaclass=Meta):
                pass

        elif kind == "mro_entries":

            class Entry:
                def __mro_entries__(self, bases):
                    State.change = lambda: remove(Entry, "__mro_entries__")
                    State.again = make
                    hit()
                    return (int,)

            class Made(Entry()):
                pass

        return Made, sorted(key for key in vars(Made) if not key.startswith("_")), [base.__name__ for base in Made.__mro__]

    return make


for kind in ("set_name", "init_subclass", "prepare", "mro", "mro_entries"):
    print("making:", kind)
    for action in (None, "change", "raise", "again", "collect"):
        State.action, State.depth = action, 0
        try:
            result = repr(making(kind)()[1:])
        except Exception as error:
            result = f"{type(error).__name__}: {error} {getattr(error, '__notes__', '')}"
        State.action = None
        print(f"    {action!s:8} {result[:110]}")
