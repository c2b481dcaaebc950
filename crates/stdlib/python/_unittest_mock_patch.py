# patch(): replacing attributes while a test runs.

import sys
from _unittest_mock_calls import DEFAULT
from unittest.mock import MagicMock, NonCallableMagicMock, NonCallableMock, _is_async_obj, _is_instance_mock, _is_list

__name__ = "unittest.mock"


def _import(name):
    """What a dotted name stands for; modules are imported for it."""
    from pkgutil import resolve_name

    return resolve_name(name)


def _get_target(target):
    parent, dot, name = target.rpartition(".") if isinstance(target, str) else ("", "", "")
    if not dot:
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    return (lambda: _import(parent)), name


class _patch:
    """A replacement: a context manager, a decorator of functions and classes, or something to start() and stop()."""

    attribute_name = None
    _active_patches = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        if not unsafe:
            for wrong in ("autospect", "auto_spec", "set_spec"):
                if wrong in kwargs:
                    raise RuntimeError(f"{wrong!r} might be a typo; use unsafe=True if this is intended")
        if _is_instance_mock(spec):
            raise _invalid(f"Cannot spec attr {attribute!r} as the spec has already been mocked out. [spec={spec!r}]")
        if _is_instance_mock(spec_set):
            raise _invalid(
                f"Cannot spec attr {attribute!r} as the spec_set has already been mocked out. [spec_set={spec_set!r}]"
            )
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.spec = spec
        self.create = create
        self.has_local = False
        self.spec_set = spec_set
        self.autospec = autospec
        self.kwargs = kwargs
        self.additional_patchers = []
        self.is_started = False

    def copy(self):
        """The same replacement once more."""
        made = _patch(
            self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec, self.new_callable,
            self.kwargs,
        )  # fmt: skip
        made.attribute_name = self.attribute_name
        made.additional_patchers = [patcher.copy() for patcher in self.additional_patchers]
        return made

    def __call__(self, func):
        if isinstance(func, type):
            return self.decorate_class(func)
        return self.decorate_callable(func)

    def decorate_class(self, klass):
        """Replace while methods run whose names begin with patch.TEST_PREFIX."""
        for name in dir(klass):
            if name.startswith(patch.TEST_PREFIX) and hasattr(getattr(klass, name), "__call__"):
                setattr(klass, name, self.copy()(getattr(klass, name)))
        return klass

    def decorate_callable(self, func):
        """Replace while a function runs, which is given the mock."""
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func
        import inspect
        from functools import wraps

        if inspect.iscoroutinefunction(func):

            @wraps(func)
            async def patched(*args, **kwargs):
                with _Patchings(patched, args, kwargs) as (args, kwargs):
                    return await func(*args, **kwargs)

        else:

            @wraps(func)
            def patched(*args, **kwargs):
                with _Patchings(patched, args, kwargs) as (args, kwargs):
                    return func(*args, **kwargs)

        patched.patchings = [self]
        return patched

    def get_original(self):
        """What the attribute is, and whether the object itself has it."""
        target = self.getter()
        name = self.attribute
        original = DEFAULT
        local = False
        try:
            original = target.__dict__[name]
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        else:
            local = True
        import types

        if name in vars(__import__("builtins")) and isinstance(target, types.ModuleType):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        return original, local

    def __enter__(self):
        if self.is_started:
            raise RuntimeError("Patch is already started")
        self.target = self.getter()
        self.is_started = True
        new, autospec = self.new, self.autospec
        spec = None if self.spec is False else self.spec
        spec_set = None if self.spec_set is False else self.spec_set
        autospec = None if autospec is False else autospec
        try:
            if spec is not None and autospec is not None:
                raise TypeError("Can't specify spec and autospec")
            if (spec is not None or autospec is not None) and spec_set not in (True, None):
                raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
            original, local = self.get_original()
            if new is DEFAULT and autospec is None:
                new = self._make(original, spec, spec_set)
            elif autospec is not None:
                new = self._make_autospec(original, spec_set, autospec)
            elif self.kwargs:
                raise TypeError("Can't pass kwargs to a mock we aren't creating")
            self.temp_original = original
            self.is_local = local
            self._entered = []
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            extra = {self.attribute_name: new} if self.new is DEFAULT else {}
            for patcher in self.additional_patchers:
                made = patcher.__enter__()
                self._entered.append(patcher)
                if patcher.new is DEFAULT:
                    extra.update(made)
            return extra
        except BaseException:
            if hasattr(self, "_entered"):
                self.__exit__(*sys.exc_info())
            else:
                self.is_started = False
            raise

    def _make(self, original, spec, spec_set):
        """A mock, with the original as its model where that is wanted."""
        if spec is True:
            spec = original
            if spec_set is True:
                spec_set, spec = original, None
        elif spec is not None:
            if spec_set is True:
                spec_set, spec = spec, None
        elif spec_set is True:
            spec_set = original
        inherits = False
        if spec is not None or spec_set is not None:
            if original is DEFAULT:
                raise TypeError("Can't use 'spec' with create=True")
            inherits = isinstance(original, type)
        from unittest.mock import AsyncMock

        kwargs = {}
        if self.new_callable is not None:
            kind = self.new_callable
        elif spec is None and spec_set is None:
            kind = AsyncMock if _is_async_obj(original) else MagicMock
        else:
            model = spec if spec is not None else spec_set
            if _is_async_obj(model):
                kind = AsyncMock
            else:
                callable_model = "__call__" in model if _is_list(model) else callable(model)
                kind = MagicMock if callable_model else NonCallableMagicMock
        if spec is not None:
            kwargs["spec"] = spec
        if spec_set is not None:
            kwargs["spec_set"] = spec_set
        if isinstance(kind, type) and issubclass(kind, NonCallableMock) and self.attribute:
            kwargs["name"] = self.attribute
        kwargs.update(self.kwargs)
        made = kind(**kwargs)
        if inherits and _is_instance_mock(made):
            model = spec if spec is not None else spec_set
            is_callable = "__call__" in model if _is_list(model) else hasattr(model, "__call__") and "__call__" in dir(model)
            kind = kind if is_callable and not isinstance(model, type) else None
            kwargs.pop("name", None)
            if kind is None and isinstance(model, type):
                kind = MagicMock if any("__call__" in base.__dict__ for base in model.__mro__) else NonCallableMagicMock
            if kind is not None:
                made.return_value = kind(_new_parent=made, _new_name="()", **kwargs)
        return made

    def _make_autospec(self, original, spec_set, autospec):
        if self.new is not DEFAULT:
            raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
        if original is DEFAULT:
            raise TypeError("Can't use 'autospec' with create=True")
        if autospec is True:
            autospec = original
        if _is_instance_mock(self.target):
            raise _invalid(
                f"Cannot autospec attr {self.attribute!r} as the patch target has already been mocked out. "
                f"[target={self.target!r}, attr={autospec!r}]"
            )
        if _is_instance_mock(autospec):
            name = getattr(self.target, "__name__", self.target)
            raise _invalid(
                f"Cannot autospec attr {self.attribute!r} from target {name!r} as it has already been mocked out. "
                f"[target={self.target!r}, attr={autospec!r}]"
            )
        from unittest.mock import create_autospec

        return create_autospec(autospec, spec_set=bool(spec_set), _name=self.attribute, **self.kwargs)

    def __exit__(self, *exc_info):
        if not self.is_started:
            return False
        for patcher in reversed(self._entered):
            patcher.__exit__(*exc_info)
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            is_special = self.attribute in (
                "__doc__", "__module__", "__defaults__", "__annotations__", "__kwdefaults__",
            )  # fmt: skip
            if not self.create and (not hasattr(self.target, self.attribute) or is_special):
                # What was reached by a proxy is gone now.
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original, self.is_local, self.target, self._entered
        self.is_started = False
        return False

    def start(self):
        """Replace until stop()."""
        result = self.__enter__()
        self._active_patches.append(self)
        return result

    def stop(self):
        """Put back what start() replaced."""
        try:
            self._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _invalid(message):
    from unittest.mock import InvalidSpecError

    return InvalidSpecError(message)


class _Patchings:
    """All replacements of a decorated function: entered, its arguments with the mocks."""

    def __init__(self, patched, args, kwargs):
        self._patched = patched
        self._args = args
        self._kwargs = kwargs
        self._entered = []

    def __enter__(self):
        extra = []
        try:
            for patching in self._patched.patchings:
                made = patching.__enter__()
                self._entered.append(patching)
                if patching.attribute_name is not None:
                    self._kwargs.update(made)
                elif patching.new is DEFAULT:
                    extra.append(made)
        except BaseException:
            self.__exit__(*sys.exc_info())
            raise
        return self._args + tuple(extra), self._kwargs

    def __exit__(self, *exc_info):
        while self._entered:
            self._entered.pop().__exit__(*exc_info)
        return False


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None,
                  *, unsafe=False, **kwargs):  # fmt: skip
    """Replace an attribute of an object."""
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(
        lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe
    )


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Replace several attributes: those given as DEFAULT by mocks, which a decorated function gets by name."""
    getter = (lambda: _import(target)) if type(target) is str else (lambda: target)
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    patchers = []
    for attribute, new in kwargs.items():
        patcher = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        patcher.attribute_name = attribute
        patchers.append(patcher)
    patchers[0].additional_patchers.extend(patchers[1:])
    return patchers[0]


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False,
          **kwargs):  # fmt: skip
    """Replace what a dotted name stands for: "package.module.name". A mock is put in its place unless new is given."""
    getter, attribute = _get_target(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


class _patch_dict:
    """Changes a dict, or something like one, and puts it back as it was."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear
        self._original = None

    def __call__(self, f):
        if isinstance(f, type):
            return self.decorate_class(f)
        import inspect
        from functools import wraps

        if inspect.iscoroutinefunction(f):

            @wraps(f)
            async def inner(*args, **kw):
                with self:
                    return await f(*args, **kw)

        else:

            @wraps(f)
            def inner(*args, **kw):
                with self:
                    return f(*args, **kw)

        return inner

    def decorate_class(self, klass):
        """Change the dict while methods run whose names begin with patch.TEST_PREFIX."""
        for name in dir(klass):
            value = getattr(klass, name)
            if name.startswith(patch.TEST_PREFIX) and hasattr(value, "__call__"):
                setattr(klass, name, _patch_dict(self.in_dict, self.values, self.clear)(value))
        return klass

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import(self.in_dict)
        target = self.in_dict
        try:
            self._original = target.copy()
        except AttributeError:
            # Something that can only be indexed.
            self._original = {key: target[key] for key in target}
        if self.clear:
            _clear(target)
        try:
            target.update(self.values)
        except AttributeError:
            for key in self.values:
                target[key] = self.values[key]
        return target

    def __exit__(self, *args):
        if self._original is not None:
            _clear(self.in_dict)
            try:
                self.in_dict.update(self._original)
            except AttributeError:
                for key in self._original:
                    self.in_dict[key] = self._original[key]
            self._original = None
        return False

    def start(self):
        """Change the dict until stop()."""
        result = self.__enter__()
        _patch._active_patches.append(self)
        return result

    def stop(self):
        """Put the dict back as it was."""
        try:
            _patch._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _clear(target):
    try:
        target.clear()
    except AttributeError:
        for key in list(target):
            del target[key]


def _patch_stopall():
    """Stop all that start() began, the last first."""
    for each in reversed(_patch._active_patches[:]):
        each.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _patch_stopall
patch.TEST_PREFIX = "test"
