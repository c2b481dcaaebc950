# The older ways to look at parameters, as tuples of names and values.

from collections import namedtuple
from _inspect_callables import Options, signature_of
from inspect import Parameter, Signature, iscode, ismethod

__name__ = "inspect"

FullArgSpec = namedtuple(
    "FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations", module="inspect"
)
Arguments = namedtuple("Arguments", "args, varargs, varkw", module="inspect")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals", module="inspect")


def getfullargspec(func):
    """The names of the parameters, with their defaults and annotations. A bound method's first one is among them."""
    try:
        options = Options(Signature, False, None, None, False, 1)
        signature = signature_of(func, options, skip_bound=False)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, named, defaults, named_defaults, annotations = [], [], (), {}, {}
    if signature.return_annotation is not signature.empty:
        annotations["return"] = signature.return_annotation
    varargs = varkw = None
    by_position = []
    for name, parameter in signature.parameters.items():
        kind = parameter.kind
        if kind is Parameter.POSITIONAL_ONLY:
            by_position.append(name)
        elif kind is Parameter.POSITIONAL_OR_KEYWORD:
            args.append(name)
        elif kind is Parameter.VAR_POSITIONAL:
            varargs = name
        elif kind is Parameter.KEYWORD_ONLY:
            named.append(name)
            if parameter.default is not Parameter.empty:
                named_defaults[name] = parameter.default
        else:
            varkw = name
        if kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
            if parameter.default is not Parameter.empty:
                defaults += (parameter.default,)
        if parameter.annotation is not Parameter.empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(
        by_position + args, varargs, varkw, defaults or None, named, named_defaults or None, annotations
    )


def getargs(co):
    """The names of the parameters in a code object."""
    if not iscode(co):
        raise TypeError(f"{co!r} is not a code object")
    names = co.co_varnames
    end = co.co_argcount + co.co_kwonlyargcount
    varargs = varkw = None
    if co.co_flags & 4:
        varargs = names[end]
        end += 1
    if co.co_flags & 8:
        varkw = names[end]
    return Arguments(list(names[: co.co_argcount + co.co_kwonlyargcount]), varargs, varkw)


def getargvalues(frame):
    """The names of the parameters of a frame, and its local variables."""
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name,
                    formatvarkw=lambda name: "**" + name, formatvalue=lambda value: "=" + repr(value)):  # fmt: skip
    """What getargvalues() gives as text."""
    specs = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        specs.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        specs.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f"({', '.join(specs)})"


def _names(names):
    """Names in quotes with "and" before the last."""
    shown = [repr(name) for name in names]
    if len(shown) == 1:
        return shown[0]
    if len(shown) == 2:
        return " and ".join(shown)
    return f"{', '.join(shown[:-2])}, {' and '.join(shown[-2:])}"


def _missing(function, names, is_positional):
    kind = "positional" if is_positional else "keyword-only"
    s = "" if len(names) == 1 else "s"
    raise TypeError(f"{function}() missing {len(names)} required {kind} argument{s}: {_names(names)}")


def _too_many(function, spec, given, values):
    least = len(spec.args) - len(spec.defaults or ())
    named = len([name for name in spec.kwonlyargs if name in values])
    if spec.varargs:
        plural, text = least != 1, f"at least {least}"
    elif spec.defaults:
        plural, text = True, f"from {least} to {len(spec.args)}"
    else:
        plural, text = len(spec.args) != 1, str(len(spec.args))
    extra = ""
    if named:
        s, more = "s" if given != 1 else "", "s" if named != 1 else ""
        extra = f" positional argument{s} (and {named} keyword-only argument{more})"
    was = "was" if given == 1 and not named else "were"
    raise TypeError(
        f"{function}() takes {text} positional argument{'s' if plural else ''} but {given}{extra} {was} given"
    )


def getcallargs(func, /, *positional, **named):
    """The parameters with the values that a call would give them."""
    spec = getfullargspec(func)
    args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, _ = spec
    name = func.__name__
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__, *positional)
    values = dict(zip(args, positional))
    if varargs:
        values[varargs] = tuple(positional[len(args) :])
    if varkw:
        values[varkw] = {}
    for key, value in named.items():
        if key not in args and key not in kwonlyargs:
            if not varkw:
                raise TypeError(f"{name}() got an unexpected keyword argument {key!r}")
            values[varkw][key] = value
            continue
        if key in values:
            raise TypeError(f"{name}() got multiple values for argument {key!r}")
        values[key] = value
    if len(positional) > len(args) and not varargs:
        _too_many(name, spec, len(positional), values)
    if len(positional) < len(args):
        without = len(args) - len(defaults or ())
        missing = [key for key in args[:without] if key not in values]
        if missing:
            _missing(name, missing, True)
        for key, value in zip(args[without:], defaults or ()):
            values.setdefault(key, value)
    missing = []
    for key in kwonlyargs:
        if key not in values:
            if kwonlydefaults and key in kwonlydefaults:
                values[key] = kwonlydefaults[key]
            else:
                missing.append(key)
    if missing:
        _missing(name, missing, False)
    return values
