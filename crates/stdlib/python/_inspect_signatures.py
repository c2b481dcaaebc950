# Signatures: the parameters of what can be called, and binding of arguments to them.

import types
from collections import OrderedDict

__name__ = "inspect"


class _empty:
    """Stands for no default and no annotation."""


class _ParameterKind(int):
    """How a parameter takes arguments."""

    _texts = (
        ("POSITIONAL_ONLY", "positional-only"),
        ("POSITIONAL_OR_KEYWORD", "positional or keyword"),
        ("VAR_POSITIONAL", "variadic positional"),
        ("KEYWORD_ONLY", "keyword-only"),
        ("VAR_KEYWORD", "variadic keyword"),
    )
    _members = []

    def __new__(cls, value=0):
        if cls._members:
            if value not in range(5):
                raise ValueError(f"{value!r} is not a valid {cls.__name__}")
            return cls._members[value]
        return super().__new__(cls, value)

    @property
    def name(self):
        return self._texts[int(self)][0]

    @property
    def value(self):
        return int(self)

    @property
    def description(self):
        """In words."""
        return self._texts[int(self)][1]

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}: {int(self)}>"

    def __reduce__(self):
        return _ParameterKind, (int(self),)


_ParameterKind._members = [int.__new__(_ParameterKind, number) for number in range(5)]
for _number, _kind in enumerate(_ParameterKind._members):
    setattr(_ParameterKind, _ParameterKind._texts[_number][0], _kind)

_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind._members
_VARIADIC = _VAR_POSITIONAL, _VAR_KEYWORD


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    """An annotation as signatures show it."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    if type(annotation).__name__ == "ForwardRef" and hasattr(annotation, "__forward_arg__"):
        return annotation.__forward_arg__
    if isinstance(annotation, str) and not quote_annotation_strings:
        return annotation
    return repr(annotation)


def formatannotationrelativeto(object):
    """A formatannotation() that leaves out the module of an object."""
    module = getattr(object, "__module__", None)
    return lambda annotation: formatannotation(annotation, module)


class Parameter:
    """A parameter: its name, kind, default and annotation."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except (ValueError, TypeError):
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind") from None
        if default is not _empty and self._kind in _VARIADIC:
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[:1] == "." and name[1:].isdigit():
            # What the code of a comprehension calls the iterator that it is given.
            if self._kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError(
                    f"implicit arguments must be passed as positional or keyword arguments, not {self._kind.description}"
                )
            self._kind = _POSITIONAL_ONLY
            name = f"implicit{name[1:]}"
        from keyword import iskeyword

        if iskeyword(name) and self._kind is not _POSITIONAL_ONLY or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name

    name = property(lambda self: self._name)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)
    kind = property(lambda self: self._kind)

    def __reduce__(self):
        state = {"_default": self._default, "_annotation": self._annotation}
        return type(self), (self._name, self._kind), state

    def __setstate__(self, state):
        self._default = state["_default"]
        self._annotation = state["_annotation"]

    def replace(self, *, name=..., kind=..., annotation=..., default=...):
        """The same with other attributes."""
        return type(self)(
            self._name if name is ... else name,
            self._kind if kind is ... else kind,
            default=self._default if default is ... else default,
            annotation=self._annotation if annotation is ... else annotation,
        )

    __replace__ = replace

    def _format(self, *, quote_annotation_strings=True):
        text = self._name
        if self._annotation is not _empty:
            shown = formatannotation(self._annotation, quote_annotation_strings=quote_annotation_strings)
            text = f"{text}: {shown}"
        if self._default is not _empty:
            equals = " = " if self._annotation is not _empty else "="
            text = f"{text}{equals}{self._default!r}"
        return {_VAR_POSITIONAL: "*", _VAR_KEYWORD: "**"}.get(self._kind, "") + text

    def __str__(self):
        return self._format()

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name, self._kind, self._default, self._annotation) == (
            other._name, other._kind, other._default, other._annotation)  # fmt: skip


class BoundArguments:
    """Arguments by the names of the parameters that take them."""

    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        """The arguments to call with by position."""
        args = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            value = self.arguments[name]
            if parameter.kind == _VAR_POSITIONAL:
                args.extend(value)
            else:
                args.append(value)
        return tuple(args)

    @property
    def kwargs(self):
        """The arguments to call with by name."""
        kwargs = {}
        is_named = False
        for name, parameter in self._signature.parameters.items():
            if not is_named:
                if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    is_named = True
                elif name not in self.arguments:
                    is_named = parameter.kind != _VAR_POSITIONAL
                    continue
            if not is_named or name not in self.arguments:
                continue
            value = self.arguments[name]
            if parameter.kind == _VAR_KEYWORD:
                kwargs.update(value)
            else:
                kwargs[name] = value
        return kwargs

    def apply_defaults(self):
        """Fill in defaults: also () and {} for what takes the other arguments."""
        arguments = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif parameter.default is not _empty:
                arguments[name] = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                arguments[name] = ()
            elif parameter.kind is _VAR_KEYWORD:
                arguments[name] = {}
        self.arguments = arguments

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __setstate__(self, state):
        self._signature = state["_signature"]
        self.arguments = state["arguments"]

    def __getstate__(self):
        return {"_signature": self._signature, "arguments": self.arguments}

    def __repr__(self):
        args = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"<{type(self).__name__} ({args})>"


class Signature:
    """The parameters of something that can be called, and what it returns."""

    __slots__ = ("_return_annotation", "_parameters")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        parameters = () if parameters is None else tuple(parameters)
        if __validate_parameters__:
            _check_order(parameters)
        self._parameters = types.MappingProxyType(OrderedDict((parameter.name, parameter) for parameter in parameters))
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False,
                      annotation_format=1):  # fmt: skip
        """The signature of something that can be called."""
        from _inspect_callables import Options, signature_of

        options = Options(cls, follow_wrapped, globals, locals, eval_str, annotation_format)
        return signature_of(obj, options)

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=..., return_annotation=...):
        """The same with other parameters or another result."""
        return type(self)(
            self.parameters.values() if parameters is ... else parameters,
            return_annotation=self._return_annotation if return_annotation is ... else return_annotation,
        )

    __replace__ = replace

    def _comparable(self):
        parameters = tuple(each for each in self.parameters.values() if each.kind != _KEYWORD_ONLY)
        named = {each.name: each for each in self.parameters.values() if each.kind == _KEYWORD_ONLY}
        return parameters, named, self.return_annotation

    def __hash__(self):
        parameters, named, result = self._comparable()
        return hash((parameters, frozenset(named.values()), result))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._comparable() == other._comparable()

    def _bind(self, args, kwargs, *, partial=False):
        arguments = {}
        parameters = list(self.parameters.values())
        used = _bind_positional(parameters, args, kwargs, arguments)
        takes_all = None
        wrongly_named = []
        is_next = not used or parameters[used - 1].kind != _VAR_POSITIONAL
        for parameter in parameters[used:]:
            name = parameter.name
            if parameter.kind == _VAR_KEYWORD:
                takes_all = parameter
            elif parameter.kind == _VAR_POSITIONAL:
                is_next = False
            elif parameter.kind == _POSITIONAL_ONLY:
                if name in kwargs:
                    if parameter.default is _empty:
                        raise TypeError(f"missing a required positional-only argument: {name!r}")
                    wrongly_named.append(name)
                elif not partial and parameter.default is _empty:
                    raise TypeError(f"missing a required argument: {name!r}")
            elif name in kwargs:
                arguments[name] = kwargs.pop(name)
            elif not partial and parameter.default is _empty:
                kind = " keyword-only" if is_next and parameter.kind == _KEYWORD_ONLY else ""
                raise TypeError(f"missing a required{kind} argument: {name!r}")
            # Nothing tells what kind of argument is missing behind others that may be missing.
            is_next = is_next and name not in arguments and parameter.default is _empty
        if kwargs:
            if takes_all is not None:
                arguments[takes_all.name] = kwargs
            elif wrongly_named:
                raise TypeError(
                    "got some positional-only arguments passed as keyword arguments: "
                    f"{', '.join(wrongly_named)!r}"
                )
            else:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        """The arguments by parameter: a TypeError if they don't fit."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """The arguments by parameter, of which some may be missing."""
        return self._bind(args, kwargs, partial=True)

    def __reduce__(self):
        state = {"_return_annotation": self._return_annotation}
        return type(self), (tuple(self._parameters.values()),), state

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None, quote_annotation_strings=True):
        """The signature as text: in several lines where one would be longer than max_width."""
        result = []
        slash_wanted = False
        star_wanted = True
        for parameter in self.parameters.values():
            text = parameter._format(quote_annotation_strings=quote_annotation_strings)
            if parameter.kind == _POSITIONAL_ONLY:
                slash_wanted = True
            elif slash_wanted:
                result.append("/")
                slash_wanted = False
            if parameter.kind == _VAR_POSITIONAL:
                star_wanted = False
            elif parameter.kind == _KEYWORD_ONLY and star_wanted:
                result.append("*")
                star_wanted = False
            result.append(text)
        if slash_wanted:
            result.append("/")
        rendered = f"({', '.join(result)})"
        if max_width is not None and len(rendered) > max_width:
            rendered = "(\n    " + ",\n    ".join(result) + "\n)"
        if self.return_annotation is not _empty:
            shown = formatannotation(self.return_annotation, quote_annotation_strings=quote_annotation_strings)
            rendered += f" -> {shown}"
        return rendered


def _check_order(parameters):
    """Parameters stand in the order of their kinds, have names of their own, and defaults come last."""
    top = _POSITIONAL_ONLY
    seen_default = False
    names = set()
    seen = {}
    for parameter in parameters:
        kind, name = parameter.kind, parameter.name
        if kind in _VARIADIC:
            if seen.get(kind):
                raise ValueError(f"more than one {kind.description} parameter")
            seen[kind] = True
        if kind < top:
            raise ValueError(f"wrong parameter order: {top.description} parameter before {kind.description} parameter")
        top = kind
        if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            if parameter.default is not _empty:
                seen_default = True
            elif seen_default:
                raise ValueError("non-default argument follows default argument")
        if name in names:
            raise ValueError(f"duplicate parameter name: {name!r}")
        names.add(name)


def _bind_positional(parameters, args, kwargs, arguments):
    """Give arguments to the parameters that take them by position. The result is how many parameters are done with."""
    used = 0
    for at, value in enumerate(args):
        if used == len(parameters) or parameters[used].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
            raise TypeError("too many positional arguments")
        parameter = parameters[used]
        used += 1
        if parameter.kind == _VAR_POSITIONAL:
            arguments[parameter.name] = tuple(args[at:])
            return used
        if parameter.name in kwargs and parameter.kind != _POSITIONAL_ONLY:
            raise TypeError(f"multiple values for argument {parameter.name!r}")
        arguments[parameter.name] = value
    return used


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False, annotation_format=1):
    """The signature of something that can be called."""
    return Signature.from_callable(
        obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str,
        annotation_format=annotation_format,
    )  # fmt: skip
