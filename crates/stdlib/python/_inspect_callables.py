# Finding the signature of something that can be called: a function, method, class, partial object or builtin.

import sys
import types
from _inspect_signatures import Parameter, Signature, _empty
from inspect import getattr_static, isclass, isfunction, ismodule, unwrap

# Callables of types that don't say how they are called.
_WRAPPERS = types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType, types.BuiltinFunctionType


class Options:
    """How a signature is looked for."""

    def __init__(self, cls, follow_wrapped, globals, locals, eval_str, annotation_format):
        self.cls = cls
        self.follow_wrapped = follow_wrapped
        self.globals = globals
        self.locals = locals
        self.eval_str = eval_str
        self.annotation_format = annotation_format

    def annotations_of(self, function):
        """The annotations of a function, without looking where there are none."""
        if getattr(function, "__annotate__", None) is None and not getattr(function, "__annotations__", None):
            return {}
        from annotationlib import get_annotations

        return get_annotations(
            function, globals=self.globals, locals=self.locals, eval_str=self.eval_str, format=self.annotation_format
        )


def signature_of(obj, options, skip_bound=True):
    """The signature of something that can be called."""
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, types.MethodType):
        found = signature_of(obj.__func__, options, skip_bound)
        return _without_first(found) if skip_bound else found
    if options.follow_wrapped:
        obj = unwrap(obj, stop=lambda inner: hasattr(inner, "__signature__") or isinstance(inner, types.MethodType))
        if isinstance(obj, types.MethodType):
            return signature_of(obj, options, skip_bound)
    declared = getattr(obj, "__signature__", None)
    if declared is not None:
        # A class may tell it by text or a method, as its __text_signature__ can't be set.
        if not isinstance(declared, (Signature, str)) and callable(declared):
            declared = declared()
        if isinstance(declared, str):
            return _of_text(obj, declared, options)
        if not isinstance(declared, Signature):
            raise TypeError(f"unexpected object {declared!r} in __signature__ attribute")
        return declared
    functools = sys.modules.get("functools")
    partial_method = getattr(obj, "__partialmethod__", None)
    if functools is not None and isinstance(partial_method, functools.partialmethod):
        wrapped = signature_of(partial_method.func, options, skip_bound)
        found = _of_partial(wrapped, partial_method, (None,))
        first = next(iter(wrapped.parameters.values()), None)
        if first is not None and first.kind is Parameter.VAR_POSITIONAL:
            return found
        return found.replace(parameters=(first, *found.parameters.values()))
    if _is_like_function(obj):
        text = getattr(obj, "__text_signature__", None)
        return _of_text(obj, text, options, skip_bound) if text else _of_function(obj, options)
    if _is_builtin(obj):
        return _of_builtin(obj, options, skip_bound)
    if functools is not None and isinstance(obj, functools.partial):
        return _of_partial(signature_of(obj.func, options, skip_bound), obj)
    if isclass(obj):
        return _of_class(obj, options, skip_bound)
    text = getattr(obj, "__text_signature__", None)
    if isinstance(text, str) and text:
        return _of_text(obj, text, options, skip_bound)
    call = getattr_static(type(obj), "__call__", None)
    if call is not None and not isinstance(call, types.WrapperDescriptorType):
        if not isclass(call) and hasattr(type(call), "__get__"):
            call = type(call).__get__(call, obj, type(obj))
        return signature_of(call, options, skip_bound)
    raise ValueError(f"callable {obj!r} is not supported by signature")


def _is_builtin(obj):
    kinds = types.BuiltinFunctionType, types.WrapperDescriptorType, types.MethodWrapperType, types.MethodDescriptorType
    return isinstance(obj, (*kinds, types.ClassMethodDescriptorType)) or obj is type or obj is object


def _is_like_function(obj):
    """Whether it has all that a function has, as compiled functions of other tools do."""
    if isfunction(obj):
        return True
    if not callable(obj) or isclass(obj):
        return False
    name = getattr(obj, "__name__", None)
    defaults, named = getattr(obj, "__defaults__", _empty), getattr(obj, "__kwdefaults__", _empty)
    return (
        isinstance(getattr(obj, "__code__", None), types.CodeType)
        and isinstance(name, str)
        and (defaults is None or isinstance(defaults, tuple))
        and (named is None or isinstance(named, dict))
    )


def _without_first(signature):
    """The signature of a bound method."""
    parameters = tuple(signature.parameters.values())
    if not parameters or parameters[0].kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if parameters[0].kind is not Parameter.VAR_POSITIONAL:
        parameters = parameters[1:]
    return signature.replace(parameters=parameters)


def _of_function(function, options):
    """From the code of a function, its defaults and its annotations."""
    code = function.__code__
    count = code.co_argcount
    names = code.co_varnames
    annotations = options.annotations_of(function)
    defaults = function.__defaults__ or ()
    named_defaults = function.__kwdefaults__ or {}
    parameters = []

    def add(name, kind, default=_empty):
        annotation = annotations.get(name, _empty)
        parameters.append(Parameter(name, kind, default=default, annotation=annotation))

    without = count - len(defaults)
    for at, name in enumerate(names[:count]):
        kind = Parameter.POSITIONAL_ONLY if at < code.co_posonlyargcount else Parameter.POSITIONAL_OR_KEYWORD
        add(name, kind, _empty if at < without else defaults[at - without])
    end = count + code.co_kwonlyargcount
    if code.co_flags & 4:
        add(names[end], Parameter.VAR_POSITIONAL)
    for name in names[count:end]:
        add(name, Parameter.KEYWORD_ONLY, named_defaults.get(name, _empty))
    if code.co_flags & 8:
        add(names[end + bool(code.co_flags & 4)], Parameter.VAR_KEYWORD)
    result = annotations.get("return", _empty)
    return options.cls(parameters, return_annotation=result, __validate_parameters__=False)


def _of_builtin(obj, options, skip_bound):
    text = getattr(obj, "__text_signature__", None)
    if not text:
        raise ValueError(f"no signature found for builtin {obj!r}")
    return _of_text(obj, text, options, skip_bound)


def _of_text(obj, text, options, skip_bound=True):
    """From the text that builtins have as their __text_signature__."""
    has_self = "$" in text
    names = dict(vars(sys.modules.get(getattr(obj, "__module__", None) or "builtins", types)))
    for name, module in sys.modules.items():
        names.setdefault(name, module)
    try:
        exec(f"def function{text.replace('$', '')}: pass", names, made := {})
        found = _of_function(made["function"], options)
    except Exception:
        raise ValueError(f"{obj!r} has invalid signature") from None
    if not has_self:
        return found
    first, *rest = found.parameters.values()
    owner = getattr(obj, "__self__", None)
    if owner is not None and (ismodule(owner) or skip_bound):
        return found.replace(parameters=rest)
    return found.replace(parameters=(first.replace(kind=Parameter.POSITIONAL_ONLY), *rest))


def _of_partial(wrapped, partial, extra=()):
    """What is left of a signature when some arguments are given."""
    args = (*extra, *(partial.args or ()))
    keywords = partial.keywords or {}
    try:
        bound = wrapped.bind_partial(*args, **keywords)
    except TypeError as error:
        raise ValueError(f"partial object {partial!r} has incorrect arguments") from error
    placeholder = getattr(sys.modules.get("functools"), "Placeholder", _empty)
    before, behind = [], []
    is_named = False
    for name, parameter in wrapped.parameters.items():
        kind = parameter.kind
        if name in bound.arguments and kind not in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD):
            value = bound.arguments[name]
            if value is placeholder:
                parameter = parameter.replace(kind=Parameter.POSITIONAL_ONLY, default=_empty)
                before = [each.replace(kind=Parameter.POSITIONAL_ONLY) for each in before]
            elif kind is Parameter.KEYWORD_ONLY:
                parameter = parameter.replace(default=value)
            elif kind is Parameter.POSITIONAL_OR_KEYWORD and name in keywords:
                is_named = True
                parameter = parameter.replace(default=value)
            else:
                continue
        if is_named and parameter.kind is Parameter.POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=Parameter.KEYWORD_ONLY)
        if is_named and parameter.kind is Parameter.VAR_POSITIONAL:
            continue
        (behind if parameter.kind in (Parameter.KEYWORD_ONLY, Parameter.VAR_KEYWORD) else before).append(parameter)
    return wrapped.replace(parameters=before + behind)


def _own(cls, name):
    """A method of a class that is not one of those that all builtin types have."""
    found = getattr(cls, name, None)
    return None if found is None or isinstance(found, _WRAPPERS) else found


def _of_class(cls, options, skip_bound):
    """From the metaclass's __call__, or from __new__ or __init__, whichever comes first."""
    call = _own(type(cls), "__call__")
    bound = _without_first if skip_bound else lambda signature: signature
    if call is not None:
        return bound(signature_of(call, options))
    methods = {"__new__": _own(cls, "__new__"), "__init__": _own(cls, "__init__")}
    for base in cls.__mro__:
        for name, method in methods.items():
            if method is not None and name in base.__dict__:
                return bound(signature_of(method, options))
    for base in cls.__mro__[:-1]:
        text = base.__dict__.get("__text_signature__") or (type(base) is type and base.__text_signature__)
        if isinstance(text, str) and text:
            return _of_text(cls, text, options)
    if type not in cls.__mro__:
        if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
            return options.cls()
        raise ValueError(f"no signature found for builtin type {cls!r}")
    raise ValueError(f"no signature found for builtin type {cls!r}")
