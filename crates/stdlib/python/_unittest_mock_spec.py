# Mocks made after models, of files and of properties.

import inspect
import types
from _unittest_mock_calls import DEFAULT, _CallList
from _unittest_mock_signatures import _callable, _check_signature, _is_async_func, _signature_object
from unittest.mock import (
    MagicMixin, MagicMock, Mock, NonCallableMagicMock, _extract_mock, _is_instance_mock, _is_list, _is_magic,
)  # fmt: skip

__name__ = "unittest.mock"

_FUNCTIONS = types.FunctionType, types.MethodType


class _Later:
    """An attribute of a mock that is made after the model's when somebody asks for it."""

    _specified = True

    def __init__(self, spec, spec_set, parent, name, instance):
        self.spec = spec
        self.spec_set = spec_set
        self.parent = parent
        self.name = name
        self.instance = instance

    def make(self, mock):
        """The attribute."""
        made = create_autospec(self.spec, self.spec_set, self.instance, self.parent, self.name)
        if mock._mock_sealed:
            seal(made)
        return made

    def reset_mock(self, *args, **kwargs):
        """There is nothing to forget yet."""


def _must_skip(spec, entry, is_type):
    """Whether a method of the model gets its object, which the caller of the mock doesn't give."""
    if not isinstance(spec, type):
        if entry in getattr(spec, "__dict__", {}):
            return False
        spec = spec.__class__
    for cls in spec.__mro__:
        found = cls.__dict__.get(entry, DEFAULT)
        if found is DEFAULT:
            continue
        if isinstance(found, (staticmethod, classmethod)):
            return False
        if isinstance(found, _FUNCTIONS):
            return is_type
        return False
    return is_type


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock with the attributes of a model, which are mocks of theirs; functions take only arguments that fit.

    With instance=True a class stands for its instances; spec_set forbids to set other attributes.
    """
    if _is_list(spec):
        # A list of names has no attributes of its own.
        spec = type(spec)
    is_type = isinstance(spec, type)
    if _is_instance_mock(spec):
        from unittest.mock import InvalidSpecError

        if _parent is None:
            raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
        raise InvalidSpecError(
            f"Cannot autospec attr {_name!r} from target {_parent!r} as it has already been mocked out. "
            f"[target={_parent!r}, attr={spec!r}]"
        )
    is_async = _is_async_func(spec)
    given = {"spec": spec}
    if spec_set:
        given = {"spec_set": spec}
    elif spec is None:
        given = {}
    if given and instance:
        given["_spec_as_instance"] = True
    if not unsafe:
        for wrong in ("autospect", "auto_spec", "set_spec"):
            if wrong in kwargs:
                raise RuntimeError(f"{wrong!r} might be a typo; use unsafe=True if this is intended")
    given.update(kwargs)
    kind = MagicMock
    if inspect.isdatadescriptor(spec):
        # What a property gives is not known.
        given = {}
    elif is_type and instance and not _is_callable_instance(spec) or not _callable(spec):
        kind = NonCallableMagicMock
    if is_async:
        if instance:
            raise RuntimeError("Instance can not be True when create_autospec is mocking an async function")
        from unittest.mock import AsyncMock as kind
    name = given.pop("name", _name)
    kwargs.pop("name", None)
    new_name = "" if _parent is None else name
    mock = kind(parent=_parent, _new_parent=_parent, _new_name=new_name, name=name, **given)
    if isinstance(spec, _FUNCTIONS):
        mock = _as_function(mock, spec)
        _extract_mock(mock).__dict__["_spec_class"] = type(spec)
    else:
        _check_signature(spec, mock, is_type, instance)
    if _parent is not None and not instance:
        _parent._mock_children[_name] = mock
    if is_type and not instance and "return_value" not in kwargs:
        mock.return_value = create_autospec(
            spec, spec_set, instance=True, _name="()", _parent=mock, wraps=kwargs.get("wraps")
        )
    _add_attributes(mock, spec, spec_set, is_type, instance, kwargs.pop("wraps", None))
    if kwargs:
        # Once more, for what has just been made.
        _extract_mock(mock).configure_mock(**kwargs)
    return mock


def _is_callable_instance(spec):
    return any("__call__" in base.__dict__ for base in spec.__mro__)


def _add_attributes(mock, spec, spec_set, is_type, instance, wraps):
    """Give a mock the attributes of its model."""
    fields = getattr(spec, "__dataclass_fields__", {}) if is_type else {}
    inner = _extract_mock(mock)
    for entry in dict.fromkeys((*dir(spec), *fields)):
        if _is_magic(entry):
            continue
        try:
            original = getattr(spec, entry)
        except AttributeError:
            if entry not in fields:
                continue
            original = fields[entry].type
            if not isinstance(original, type):
                continue
            child = _Later(original, spec_set, inner, entry, True)
            inner._mock_children[entry] = child
            continue
        if not isinstance(original, _FUNCTIONS):
            child = _Later(original, spec_set, inner, entry, False)
            inner._mock_children[entry] = child
        else:
            skip_first = _must_skip(spec, entry, is_type)
            kind = MagicMock
            if _is_async_func(original):
                from unittest.mock import AsyncMock as kind
            given = {"spec_set" if spec_set else "spec": original}
            if wraps is not None and hasattr(wraps, entry):
                given["wraps"] = original
            child = kind(
                parent=inner, name=entry, _new_name=entry, _new_parent=inner, _eat_self=skip_first, **given
            )
            inner._mock_children[entry] = child
            if wraps is not None:
                # What is wrapped is called for DEFAULT only.
                child.return_value = kind()
            child.__dict__["_mock_may_be_called"] = True
            _check_signature(original, child, skipfirst=skip_first)
        if isinstance(mock, types.FunctionType) and not isinstance(child, _Later):
            setattr(mock, entry, child)


# What a function that stands for a mock passes on to it.
_PASSED_ON = (
    "assert_called_with", "assert_called_once_with", "assert_has_calls", "assert_any_call", "assert_called",
    "assert_called_once", "assert_not_called", "configure_mock", "attach_mock",
)  # fmt: skip
_AWAITED = (
    "assert_awaited", "assert_awaited_once", "assert_awaited_with", "assert_awaited_once_with", "assert_any_await",
    "assert_has_awaits", "assert_not_awaited",
)  # fmt: skip


def _as_function(mock, spec):
    """A function that takes what the model takes and calls the mock; the mock's attributes are its own."""
    found = _signature_object(spec, False, False)
    signature = found and found[1]
    is_async = _is_async_func(spec)
    if is_async:

        async def function(*args, **kwargs):
            if signature is not None:
                signature.bind(*args, **kwargs)
            return await mock(*args, **kwargs)

    else:

        def function(*args, **kwargs):
            if signature is not None:
                signature.bind(*args, **kwargs)
            return mock(*args, **kwargs)

    name = getattr(spec, "__name__", "funcopy")
    function.__name__ = name if name.isidentifier() else "funcopy"
    function.__qualname__ = function.__name__
    function.__doc__ = spec.__doc__
    function.__module__ = spec.__module__
    if signature is not None:
        function.__signature__ = signature
    function.mock = mock
    function.called = False
    function.call_count = 0
    function.call_args = None
    function.call_args_list = _CallList()
    function.method_calls = _CallList()
    function.mock_calls = _CallList()
    function.return_value = mock.__dict__.get("_mock_return_value", DEFAULT)
    if function.return_value is DEFAULT and mock._mock_wraps is None:
        function.return_value = mock.return_value
    function.side_effect = mock.side_effect
    function._mock_children = mock._mock_children
    for each in _PASSED_ON + (_AWAITED if is_async else ()):
        setattr(function, each, getattr(mock, each))

    def reset_mock():
        function.method_calls = _CallList()
        mock.reset_mock()
        if is_async:
            forget_awaits()
        result = function.return_value
        if _is_instance_mock(result) and result is not mock:
            result.reset_mock()

    def forget_awaits():
        function.await_count = 0
        function.await_args = None
        function.await_args_list = _CallList()

    if is_async:
        forget_awaits()
    function.reset_mock = reset_mock
    mock._mock_delegate = function
    return function


class PropertyMock(Mock):
    """A mock for a property: set on a class, it is called when the attribute is read, and with the value when it is set."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def seal(mock):
    """Let a mock have no further attributes, neither its attributes."""
    mock._mock_sealed = True
    for name in dir(mock):
        if isinstance(mock._mock_children.get(name), _Later):
            continue  # It is sealed when it is made.
        try:
            child = getattr(mock, name)
        except AttributeError:
            continue
        if not _is_instance_mock(child):
            continue
        if child._mock_new_parent is mock:
            if child.__dict__.get("_mock_may_be_called"):
                child.return_value  # Made while it can be.
            seal(child)


def _lines_of(data):
    """The content of a file, from which reading takes its part."""
    import io

    return io.BytesIO(data) if isinstance(data, bytes) else io.StringIO(data)


def mock_open(mock=None, read_data=""):
    """A mock for open(): what it gives can be read and is a context manager. Each call begins with the same content."""
    import io

    if mock is None:
        mock = MagicMock(name="open", spec=dir(open))
    names = list({*dir(io.TextIOWrapper), *dir(io.BytesIO)})
    handle = MagicMock(spec=names)
    handle.__enter__.return_value = handle
    content = _lines_of(read_data)

    def reader(name):
        def read(*args, **kwargs):
            if getattr(handle, name).return_value is not DEFAULT_RESULT[name]:
                return getattr(handle, name).return_value
            return getattr(content, name)(*args, **kwargs)

        return read

    def iterate():
        if handle.readline.return_value is not DEFAULT_RESULT["readline"]:
            while True:
                yield handle.readline.return_value
        yield from content

    def next_line():
        if handle.readline.return_value is not DEFAULT_RESULT["readline"]:
            return handle.readline.return_value
        return next(content)

    DEFAULT_RESULT = {name: None for name in ("read", "readline", "readlines")}
    handle.write.return_value = None
    for name in DEFAULT_RESULT:
        method = getattr(handle, name)
        method.return_value = None
        method.side_effect = reader(name)
    handle.__iter__.side_effect = iterate
    handle.__next__.side_effect = next_line

    def exit(exc_type, exc_val, exc_tb):
        handle.close()

    handle.__exit__.side_effect = exit
    first_effect = handle.readline.side_effect

    def opened(*args, **kwargs):
        nonlocal content
        content = _lines_of(read_data)
        if handle.readline.side_effect is not first_effect and handle.readline.side_effect is None:
            handle.readline.side_effect = first_effect
        return DEFAULT

    mock.side_effect = opened
    mock.return_value = handle
    return mock


class ThreadingMixin:
    """What mocks have that wait for calls in other threads."""

    DEFAULT_TIMEOUT = None

    def _get_child_mock(self, /, **kw):
        if isinstance(kw.get("parent"), ThreadingMixin):
            kw["timeout"] = kw["parent"]._mock_wait_timeout
        elif isinstance(kw.get("_new_parent"), ThreadingMixin):
            kw["timeout"] = kw["_new_parent"]._mock_wait_timeout
        return super()._get_child_mock(**kw)

    def __init__(self, *args, timeout=DEFAULT, **kwargs):
        from threading import Condition

        super().__init__(*args, **kwargs)
        self.__dict__["_mock_wait_timeout"] = self.DEFAULT_TIMEOUT if timeout is DEFAULT else timeout
        self.__dict__["_mock_called_condition"] = Condition()

    def _mock_call(self, *args, **kwargs):
        try:
            return super()._mock_call(*args, **kwargs)
        finally:
            condition = self.__dict__["_mock_called_condition"]
            with condition:
                condition.notify_all()

    def _wait(self, is_done, message, timeout):
        condition = self.__dict__["_mock_called_condition"]
        with condition:
            if not condition.wait_for(is_done, timeout=timeout):
                raise AssertionError(message)

    def wait_until_called(self, *, timeout=DEFAULT):
        """Wait until the mock is called."""
        timeout = self._mock_wait_timeout if timeout is DEFAULT else timeout
        name = self._mock_name or "mock"
        self._wait(lambda: self.called, f"{name} was not called before timeout({timeout}).", timeout)

    def wait_until_any_call_with(self, *args, **kwargs):
        """Wait until the mock is called with these arguments."""
        from unittest.mock import _Call

        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        shown = self._format_mock_call_signature(args, kwargs)
        timeout = self._mock_wait_timeout
        self._wait(
            lambda: any(self._call_matcher(each) == wanted for each in self.call_args_list),
            f"{shown} call not found", timeout,
        )  # fmt: skip


class ThreadingMock(ThreadingMixin, MagicMixin, Mock):
    """A mock that can wait until another thread calls it."""
