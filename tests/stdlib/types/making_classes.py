# Classes made by functions: new_class() and its parts, and what a class statement does with odd bases.
import types


class Meta(type):
    @classmethod
    def __prepare__(cls, name, bases, **keywords):
        print("prepare", name, bases, keywords)
        return {"prepared": True}

    def __new__(cls, name, bases, namespace, **keywords):
        return super().__new__(cls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        print("init", name, sorted(keywords))


class Stand:
    """What a base may be that is no class."""

    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, bases):
        return self.bases


def body(namespace):
    namespace["answer"] = 42


plain = types.new_class("Plain")
print(plain, plain.__bases__, plain.__module__)
made = types.new_class("Made", (list,), {"metaclass": Meta, "word": 1}, body)
print(made, made.answer, made.prepared, type(made), made([1, 2]))
meta, namespace, keywords = types.prepare_class("Name", (made,), {"extra": 1})
print(meta, namespace, keywords)
print(types.prepare_class("Name"))
try:
    types.new_class("Wrong", (int, list))
except TypeError as error:
    print(type(error).__name__)
try:
    types.prepare_class("Name", (made,), {"metaclass": type("Other", (type,), {})})
except TypeError as error:
    print(error)

bases = (int, Stand(str, bytes), Stand())
print(types.resolve_bases(bases), types.resolve_bases((int,)))
resolved = types.new_class("Resolved", (Stand(dict), ))
print(resolved.__bases__, [type(base).__name__ for base in resolved.__orig_bases__])
print([type(base).__name__ for base in types.get_original_bases(resolved)], types.get_original_bases(int))
print(types.get_original_bases(type("Sub", (list,), {})))
try:
    types.get_original_bases(1)
except TypeError as error:
    print(error)
