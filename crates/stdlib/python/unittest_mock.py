"""Objects that stand for others in tests: they take any call, remember it, and answer as they are told.

    >>> thing = Mock(return_value=3)
    >>> thing(1, key="value")
    3
    >>> thing.assert_called_with(1, key="value")
"""

import inspect
import sys
from _later import later as _later
from _unittest_mock_asserts import MockAssertions, _extract_mock, _pretty
from _unittest_mock_calls import (
    ANY, DEFAULT, _Call, _CallList, _deleted, _format_call_signature, _missing, _SentinelObject, _unpickle_sentinel, call,
    sentinel,
)  # fmt: skip
from _unittest_mock_signatures import _callable, _check_signature, _is_async_func, _signature_object

__all__ = (
    "Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock", "ThreadingMock",
    "FILTER_DIR", "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal",
)  # fmt: skip


# Whether dir() of a mock leaves out what only mocks have.
FILTER_DIR = True


class InvalidSpecError(Exception):
    """A mock can't be the model of another one."""


def _is_instance_mock(obj):
    """Whether it is a mock, whatever class it claims to have."""
    return issubclass(type(obj), NonCallableMock)


def _is_exception(obj):
    return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


def _is_list(obj):
    return type(obj) in (list, tuple)


def _is_magic(name):
    return f"__{name[2:-2]}__" == name


def _is_async_obj(obj):
    """Whether calling it gives something to await."""
    if _is_instance_mock(obj) and not isinstance(obj, _async_mixin()):
        return False
    if hasattr(obj, "__func__"):
        obj = obj.__func__
    return inspect.iscoroutinefunction(obj) or inspect.isawaitable(obj)


def _async_mixin():
    from _unittest_mock_async import AsyncMockMixin

    return AsyncMockMixin


def _check_and_set_parent(parent, value, name, new_name):
    """Let calls of a mock be remembered by the one that it is an attribute or the result of."""
    value = _extract_mock(value)
    if not _is_instance_mock(value):
        return False
    if value._mock_name or value._mock_new_name or value._mock_parent is not None or value._mock_new_parent is not None:
        return False
    # Neither may be above itself.
    above = parent
    while above is not None:
        if above is value:
            return False
        above = above._mock_new_parent
    if new_name:
        value._mock_new_parent = parent
        value._mock_new_name = new_name
    if name:
        value._mock_parent = parent
        value._mock_name = name
    return True


def _delegated(name):
    """An attribute that lies in the function which stands for the mock, if there is one."""
    hidden = "_mock_" + name

    def get(self):
        delegate = self._mock_delegate
        return self.__dict__[hidden] if delegate is None else getattr(delegate, name)

    def set(self, value):
        delegate = self._mock_delegate
        if delegate is None:
            self.__dict__[hidden] = value
        else:
            setattr(delegate, name, value)

    return property(get, set)


class _MockIter:
    def __init__(self, obj):
        self.obj = iter(obj)

    def __next__(self):
        return next(self.obj)

    def __iter__(self):
        return self


class Base:
    """What all mocks start with."""

    _mock_return_value = DEFAULT
    _mock_side_effect = None

    def __init__(self, /, *args, **kwargs):
        pass


# What is set on mocks as on other objects.
_OWN = ("return_value", "_mock_return_value", "side_effect", "_mock_side_effect", "_mock_parent", "_mock_new_parent",
        "_mock_name", "_mock_new_name", "_mock_methods", "_mock_delegate", "_mock_sealed", "mock_calls", "method_calls",
        "called", "call_count", "call_args", "call_args_list", "__class__")  # fmt: skip


class NonCallableMock(MockAssertions, Base):
    """A mock that can't be called. Its attributes are mocks."""

    def __new__(cls, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):  # fmt: skip
        # Each mock has a class of its own, for its special methods.
        bases = (cls,)
        model = spec_set or spec
        if model is not None and not issubclass(cls, _async_mixin()) and _is_async_obj(model):
            bases = (_async_mixin(), cls)
        return object.__new__(type(cls.__name__, bases, {"__doc__": cls.__doc__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):  # fmt: skip
        own = self.__dict__
        own["_mock_parent"] = parent
        own["_mock_name"] = name
        own["_mock_new_name"] = _new_name
        own["_mock_new_parent"] = parent if _new_parent is None else _new_parent
        own["_mock_sealed"] = False
        if spec_set is not None:
            spec, spec_set = spec_set, True
        if _eat_self is None:
            _eat_self = parent is not None
        self._mock_add_spec(spec, spec_set, _spec_as_instance, _eat_self)
        own["_mock_children"] = {}
        own["_mock_wraps"] = wraps
        own["_mock_delegate"] = None
        own["_mock_called"] = False
        own["_mock_call_args"] = None
        own["_mock_call_count"] = 0
        own["_mock_call_args_list"] = _CallList()
        own["_mock_mock_calls"] = _CallList()
        own["method_calls"] = _CallList()
        own["_mock_unsafe"] = unsafe
        if kwargs:
            self.configure_mock(**kwargs)
        super().__init__()

    called = _delegated("called")
    call_count = _delegated("call_count")
    call_args = _delegated("call_args")
    call_args_list = _delegated("call_args_list")
    mock_calls = _delegated("mock_calls")

    def attach_mock(self, mock, attribute):
        """Let a mock be an attribute of this one, which remembers its calls from then on."""
        inner = _extract_mock(mock)
        inner._mock_parent = None
        inner._mock_new_parent = None
        inner._mock_name = ""
        inner._mock_new_name = None
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        """Give the mock a model: an object or a list of names. It has no other attributes then."""
        self._mock_add_spec(spec, spec_set)

    def _mock_add_spec(self, spec, spec_set, _spec_as_instance=False, _eat_self=False):
        if _is_instance_mock(spec):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        spec_class = signature = methods = None
        async_names = []
        if spec is not None and not _is_list(spec):
            spec_class = spec if isinstance(spec, type) else type(spec)
            found = _signature_object(spec, _spec_as_instance, _eat_self)
            signature = found and found[1]
            methods = dir(spec)
            for name in methods:
                method = inspect.getattr_static(spec, name, None)
                if isinstance(method, (classmethod, staticmethod)):
                    method = method.__func__
                if _is_async_func(method):
                    async_names.append(name)
            if hasattr(spec_class, "__dataclass_fields__"):
                methods = list({*methods, *spec_class.__dataclass_fields__})
        elif spec is not None:
            methods = spec
        own = self.__dict__
        own["_spec_class"] = spec_class
        own["_spec_set"] = spec_set
        own["_spec_signature"] = signature
        own["_mock_methods"] = methods
        own["_spec_asyncs"] = async_names

    def _get_return_value(self):
        delegate = self._mock_delegate
        value = self._mock_return_value if delegate is None else delegate.return_value
        if value is DEFAULT and self._get_wraps() is None:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = value
        return value

    def _get_wraps(self):
        return self.__dict__.get("_mock_wraps")

    def _set_return_value(self, value):
        if self._mock_delegate is not None:
            self._mock_delegate.return_value = value
        else:
            self._mock_return_value = value
            _check_and_set_parent(self, value, None, "()")

    return_value = property(_get_return_value, _set_return_value, doc="What a call gives.")

    @property
    def __class__(self):
        """The model's class, so that isinstance() holds."""
        return type(self) if self._spec_class is None else self._spec_class

    @__class__.setter
    def __class__(self, value):
        self.__dict__["_spec_class"] = value

    def _get_side_effect(self):
        delegate = self._mock_delegate
        if delegate is None:
            return self._mock_side_effect
        effect = delegate.side_effect
        if effect is not None and not callable(effect) and not isinstance(effect, _MockIter) and not _is_exception(effect):
            effect = _MockIter(effect)
            delegate.side_effect = effect
        return effect

    def _set_side_effect(self, value):
        if value is not None and not _is_exception(value) and not callable(value):
            try:
                value = iter(value)
            except TypeError:
                pass  # A call will say so.
        if self._mock_delegate is None:
            self._mock_side_effect = value
        else:
            self._mock_delegate.side_effect = value

    side_effect = property(_get_side_effect, _set_side_effect, doc="A function that is called, what is raised or given.")

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forget all calls, here and in the attributes; with the options also how to answer."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.called = False
        self.call_args = None
        self.call_count = 0
        self.mock_calls = _CallList()
        self.call_args_list = _CallList()
        self.method_calls = _CallList()
        if return_value:
            self._mock_return_value = DEFAULT
        if side_effect:
            self._mock_side_effect = None
        for child in self._mock_children.values():
            if not isinstance(child, _SentinelObject) and child is not _deleted:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        result = self._mock_return_value
        if _is_instance_mock(result) and result is not self:
            result.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Set attributes; names as "method.return_value" go to those of attributes."""
        for name, value in sorted(kwargs.items(), key=lambda pair: pair[0].count(".")):
            *path, last = name.split(".")
            obj = self
            for each in path:
                obj = getattr(obj, each)
            setattr(obj, last, value)

    def __getattr__(self, name):
        if name in ("_mock_methods", "_mock_unsafe"):
            raise AttributeError(name)
        methods = self._mock_methods
        if methods is not None:
            if name not in methods or name in _all_magics:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif _is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (not methods or name not in methods):
            if name.startswith(("assert", "assret", "asert", "aseert", "assrt")) or name in _DENIED:
                raise AttributeError(
                    f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute."
                )
        found = self._mock_children.get(name)
        if found is _deleted:
            raise AttributeError(name)
        if found is None:
            wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            found = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            self._mock_children[name] = found
        elif getattr(type(found), "_specified", False):
            found = found.make(self)
            self._mock_children[name] = found
        return found

    def _extract_mock_name(self):
        """The name by which the mock was reached: "mock.attribute()"."""
        names = [self._mock_new_name or ""]
        last, parent = self, self._mock_new_parent
        is_call = names == ["()"]
        while parent is not None:
            name = parent._mock_new_name or ""
            names.append(name if is_call else name + ".")
            is_call = name == "()"
            last, parent = parent, parent._mock_new_parent
        names.reverse()
        first = last._mock_name or "mock"
        if len(names) > 1 and names[1] not in ("()", "()."):
            first += "."
        names[0] = first
        return "".join(names)

    def __repr__(self):
        name = self._extract_mock_name()
        shown = f" name={name!r}" if name not in ("mock", "mock.") else ""
        if self._spec_class is not None:
            shown += f" {'spec_set' if self._spec_set else 'spec'}={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{shown} id='{id(self)}'>"

    def __dir__(self):
        if not FILTER_DIR:
            return object.__dir__(self)
        names = self._mock_methods or []
        of_type = [name for name in dir(type(self)) if not name.startswith("_") or _is_magic(name) and self._is_set(name)]
        own = [name for name in self.__dict__ if not name.startswith("_") or _is_magic(name)]
        children = [name for name, child in self._mock_children.items() if child is not _deleted]
        return sorted({*names, *of_type, *own, *children})

    @staticmethod
    def _is_set(name):
        return name in dir(object)

    def __setattr__(self, name, value):
        if name in _OWN:
            object.__setattr__(self, name, value)
            return
        methods = self._mock_methods
        if self._spec_set and methods is not None and name not in methods and name not in self.__dict__:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _unsupported_magics:
            raise AttributeError(f"Attempting to set unsupported magic method {name!r}.")
        if name in _all_magics:
            self._set_magic(name, value)
            return
        if name == "_mock_check_sig" or name == "_mock_wraps":
            self.__dict__[name] = value
            return
        if _check_and_set_parent(self, value, name, name):
            self._mock_children[name] = value
        if self._mock_sealed and not hasattr(self, name):
            raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}")
        if isinstance(value, _property_mock()):
            self.__dict__[name] = value
            return
        object.__setattr__(self, name, value)

    def _set_magic(self, name, value):
        """A special method, which has to be in the class."""
        if self._mock_methods is not None and name not in self._mock_methods:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if not _is_instance_mock(value):
            setattr(type(self), name, _as_method(name, value))

            def bound(*args, **kwargs):
                return value(self, *args, **kwargs)

            object.__setattr__(self, name, bound)
        else:
            _check_and_set_parent(self, value, None, name)
            setattr(type(self), name, value)
            self._mock_children[name] = value
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _all_magics and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                return
        found = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif found is _deleted:
            raise AttributeError(name)
        if found is not _missing:
            del self._mock_children[name]
        self._mock_children[name] = _deleted

    def _get_child_mock(self, /, **kw):
        """A mock for an attribute or a result: one of the same class. Subclasses may override it."""
        if self._mock_sealed:
            attribute = f".{kw['name']}" if "name" in kw else "()"
            raise AttributeError(self._extract_mock_name() + attribute)
        name = kw.get("_new_name")
        if name in self.__dict__["_spec_asyncs"]:
            return __getattr__("AsyncMock")(**kw)
        return self._child_class(kw)(**kw)

    def _child_class(self, kw):
        kind = type(self)
        mixin = sys.modules.get("_unittest_mock_async")
        if mixin is not None:
            if issubclass(kind, MagicMock) and kw.get("_new_name") in mixin.ASYNC_MAGICS:
                return mixin.AsyncMock
            if issubclass(kind, mixin.AsyncMockMixin):
                name = kw.get("_new_name")
                if name in _all_sync_magics or self._mock_methods and name in self._mock_methods:
                    return MagicMock
                return mixin.AsyncMock
        elif issubclass(kind, MagicMock) and kw.get("_new_name") in ("__aenter__", "__aexit__", "__anext__"):
            return __getattr__("AsyncMock")
        if not issubclass(kind, CallableMixin):
            return MagicMock if issubclass(kind, NonCallableMagicMock) else Mock
        return kind.__mro__[1]


class CallableMixin(Base):
    """What mocks have that can be called."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, parent=None,
                 _spec_state=None, _new_name="", _new_parent=None, **kwargs):  # fmt: skip
        self.__dict__["_mock_return_value"] = return_value
        super().__init__(
            spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs
        )
        self.side_effect = side_effect

    def _mock_check_sig(self, /, *args, **kwargs):
        """Takes any arguments."""

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._mock_call(*args, **kwargs)

    def _mock_call(self, /, *args, **kwargs):
        return self._execute_mock_call(*args, **kwargs)

    def _increment_mock_call(self, /, *args, **kwargs):
        """Remember a call, here and in the mocks above."""
        self.called = True
        self.call_count += 1
        found = _Call((args, kwargs), two=True)
        self.call_args = found
        self.call_args_list.append(found)
        self.mock_calls.append(_Call(("", args, kwargs)))
        is_method = self._mock_parent is not None
        method_name = self._mock_name
        name = self._mock_new_name
        is_call = name == "()"
        above = self._mock_new_parent
        while above is not None:
            if is_method:
                above.method_calls.append(_Call((method_name, args, kwargs)))
                is_method = above._mock_parent is not None
                if is_method:
                    method_name = f"{above._mock_name}.{method_name}"
            above.mock_calls.append(_Call((name, args, kwargs)))
            if above._mock_new_name:
                dot = "" if is_call else "."
                is_call = above._mock_new_name == "()"
                name = above._mock_new_name + dot + name
            above = above._mock_new_parent

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                result = next(effect)
                if _is_exception(result):
                    raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_delegate is not None and self._mock_delegate.return_value is not DEFAULT:
            return self._mock_delegate.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """A mock: spec is a model or a list of names, side_effect what a call does, return_value what it gives, wraps what it
    passes calls on to, name what messages call it; other keyword arguments become attributes."""


from _unittest_mock_magic import (
    MagicMixin, MagicProxy, _all_magics, _all_sync_magics, _as_method, _magics, _unsupported_magics,
)  # fmt: skip


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A mock with special methods that can't be called."""


class MagicMock(MagicMixin, Mock):
    """A mock with special methods: it can be iterated over, compared, entered, used as a number and so on."""

    def reset_mock(self, /, *args, return_value=False, **kwargs):
        """Forget all calls; with return_value also what special methods were told to give."""
        if return_value and self._mock_name and _is_magic(self._mock_name):
            return_value = False
        super().reset_mock(*args, return_value=return_value, **kwargs)


# Names that are assertions without "assert_".
_DENIED = frozenset(
    name.removeprefix("assert_") for name in dir(NonCallableMock) if name.startswith("assert_")
) - {"any_call"}  # fmt: skip
_DENIED |= {"any_call"}


def _property_mock():
    module = sys.modules.get("_unittest_mock_spec")
    return module.PropertyMock if module is not None else ()


# What is loaded when a program asks for it, by module.
__getattr__, __dir__ = _later(globals(), {
    "_unittest_mock_patch": ("patch", "_get_target", "_patch", "_patch_dict", "_patch_object", "_patch_multiple", "_patch_stopall"),
    "_unittest_mock_spec": ("create_autospec", "mock_open", "PropertyMock", "seal", "ThreadingMock", "ThreadingMixin"),
    "_unittest_mock_async": ("AsyncMock", "AsyncMockMixin", "AsyncMagicMixin"),
})  # fmt: skip
