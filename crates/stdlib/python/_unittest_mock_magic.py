# The special methods of mocks.

from _unittest_mock_calls import DEFAULT

__name__ = "unittest.mock"

_NUMERICS = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow"
_SYNC = (
    "lt gt le ge eq ne getitem setitem delitem len contains str sizeof enter exit divmod rdivmod neg pos abs invert complex "
    "int float index round trunc floor ceil bool next fspath aiter hash iter"
)
ASYNC_MAGICS = frozenset(("__aenter__", "__aexit__", "__anext__"))


def _names(text):
    return {f"__{name}__" for name in text.split()}


_magics = _names(_SYNC) | {f"__{prefix}{name}__" for name in _NUMERICS.split() for prefix in ("", "i", "r")}
# What mocks can have, but get only when a program sets it.
_non_defaults = _names(
    "get set delete reversed missing reduce reduce_ex getinitargs getnewargs getstate setstate getformat repr dir "
    "subclasses format getnewargs_ex"
)
_unsupported_magics = frozenset(_names("getattr setattr init new prepare instancecheck subclasscheck del"))
_all_sync_magics = _magics | _non_defaults
_all_magics = _all_sync_magics | ASYNC_MAGICS

_RETURN_VALUES = {
    "__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented, "__int__": 1,
    "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0, "__bool__": True,
    "__index__": 1, "__aexit__": False,
}  # fmt: skip
_CALCULATED = {
    "__hash__": lambda self: object.__hash__(self),
    "__str__": lambda self: object.__str__(self),
    "__sizeof__": lambda self: object.__sizeof__(self),
    "__fspath__": lambda self: f"{type(self).__name__}/{self._extract_mock_name()}/{id(self)}",
}


def _equal(self):
    def __eq__(other):
        value = self.__eq__._mock_return_value
        if value is not DEFAULT:
            return value
        return True if self is other else NotImplemented

    return __eq__


def _not_equal(self):
    def __ne__(other):
        value = self.__ne__._mock_return_value
        if value is not DEFAULT:
            return DEFAULT
        return False if self is other else NotImplemented

    return __ne__


def _iterated(self):
    def __iter__():
        value = self.__iter__._mock_return_value
        return iter([]) if value is DEFAULT else iter(value)

    return __iter__


def _async_iterated(self):
    async def items(value):
        for item in value:
            yield item

    def __aiter__():
        value = self.__aiter__._mock_return_value
        return items([] if value is DEFAULT else value)

    return __aiter__


_SIDE_EFFECTS = {"__eq__": _equal, "__ne__": _not_equal, "__iter__": _iterated, "__aiter__": _async_iterated}


def _as_method(name, func):
    """A function as a special method."""

    def method(self, /, *args, **kw):
        return func(self, *args, **kw)

    method.__name__ = name
    return method


def _set_answer(mock, method, name):
    """Let a special method answer as objects do."""
    if name in _RETURN_VALUES:
        method.return_value = _RETURN_VALUES[name]
    elif name in _CALCULATED:
        method.return_value = _CALCULATED[name](mock)
    elif name in _SIDE_EFFECTS:
        method.side_effect = _SIDE_EFFECTS[name](mock)


class MagicProxy:
    """Stands in the class of a mock for a special method, which is made when it is asked for."""

    def __init__(self, name, parent):
        self.name = name
        self.parent = parent

    def create_mock(self):
        """The method."""
        name, parent = self.name, self.parent
        made = parent._get_child_mock(name=name, _new_name=name, _new_parent=parent)
        setattr(parent, name, made)
        _set_answer(parent, made, name)
        return made

    def __get__(self, obj, _type=None):
        return self.create_mock()


class MagicMixin:
    """Gives a mock its special methods."""

    def __init__(self, /, *args, **kw):
        self._mock_set_magics()
        super().__init__(*args, **kw)
        self._mock_set_magics()

    def _mock_set_magics(self):
        wanted = _magics | ASYNC_MAGICS
        methods = self.__dict__.get("_mock_methods")
        if methods is not None:
            for name in wanted.difference(methods):
                if name in type(self).__dict__:
                    delattr(self, name)
                    self._mock_children.pop(name, None)
            wanted = wanted.intersection(methods)
        own = type(self).__dict__
        for name in wanted:
            if name not in own:
                setattr(type(self), name, MagicProxy(name, self))

    def mock_add_spec(self, spec, spec_set=False):
        """Give the mock a model. It has no other attributes then, special methods neither."""
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics()
