# Tuples whose items have names: what the system's modules return where C has a struct.

def _readonly(self, value=None):
    raise AttributeError("readonly attribute")


def _item(index):
    return property(lambda self: self[index], _readonly, _readonly)


def _unnamed(name):
    return property(lambda self: self.__dict__[name], _readonly, _readonly)


def structseq(qualified_name, names, doc=None, *, hidden=(), frozen=False):
    """A subclass of tuple whose items have these names. Fields named in hidden are attributes behind the items; a
    sequence with more items than names gives their values. No program makes an instance of a frozen class."""
    module, _, name = qualified_name.rpartition(".")
    shown, total = len(names), len(names) + len(hidden)

    def make(cls, sequence, dict={}):
        try:
            items = sequence if type(sequence) is tuple else iter(sequence)
        except TypeError:
            raise TypeError("constructor requires a sequence") from None
        if not isinstance(dict, type({})):
            raise TypeError(f"{qualified_name}() takes a dict as second arg, if any")
        items = tuple(items)
        if not shown <= len(items) <= total:
            bound = f"an at least {shown}" if len(items) < shown else f"an at most {total}"
            wanted = f"a {total}" if shown == total else bound
            raise TypeError(f"{qualified_name}() takes {wanted}-sequence ({len(items)}-sequence given)")
        if len(dict) > sum(name in dict for name in hidden[len(items) - shown :]):
            raise TypeError(f"{qualified_name}() got duplicate or unexpected field name(s)")
        self = tuple.__new__(cls, items[:shown])
        for name in hidden:
            self.__dict__[name] = dict.get(name)
        self.__dict__.update(zip(hidden, items[shown:]))
        return self

    make.__name__ = make.__qualname__ = "structseq"

    def refuse(cls, *args, **keywords):
        raise TypeError(f"cannot create '{qualified_name}' instances")

    def show(self):
        return f"{qualified_name}({', '.join([f'{name}={self[i]!r}' for i, name in enumerate(names)])})"

    def reduce(self):
        return type(self), (tuple(self), dict(self.__dict__))

    def replace(self, /, **changes):
        values = [changes.pop(name, value) for name, value in zip(names, self)]
        values += [changes.pop(name, self.__dict__[name]) for name in hidden]
        if changes:
            raise TypeError(f"Got unexpected field name(s): {list(changes)}")
        return make(type(self), values)

    body = {
        "__module__": module, "__doc__": doc, "__new__": refuse if frozen else make, "__repr__": show,
        "__reduce__": reduce, "__replace__": replace, "__match_args__": tuple(names),
        "n_fields": total, "n_sequence_fields": shown, "n_unnamed_fields": 0,
    }
    body.update([(name, _item(index)) for index, name in enumerate(names)])
    body.update([(name, _unnamed(name)) for name in hidden])
    cls = type(name, (tuple,), body)
    return (cls, lambda *values: make(cls, values)) if frozen else cls
