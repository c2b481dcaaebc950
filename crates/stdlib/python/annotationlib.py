# Annotations that are looked at later: as values, as text, or as far as their names are known (PEP 749).
import builtins as _builtins
import types as _types

__all__ = [
    "Format", "ForwardRef", "call_annotate_function", "call_evaluate_function", "get_annotate_from_class_namespace",
    "get_annotations", "annotations_to_string", "type_repr",
]


class Format(int):
    """How annotations are given: values, values with ForwardRef for unknown names, or text."""

    _names = {1: "VALUE", 2: "VALUE_WITH_FAKE_GLOBALS", 3: "FORWARDREF", 4: "STRING"}
    _members = {}

    def __new__(cls, value):
        if value not in cls._names:
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if value not in cls._members:
            cls._members[value] = super().__new__(cls, value)
        return cls._members[value]

    @property
    def name(self):
        return self._names[int(self)]

    @property
    def value(self):
        return int(self)

    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}: {int(self)}>"

    __str__ = int.__repr__


for _number, _name in Format._names.items():
    setattr(Format, _name, Format(_number))
del _number, _name


class ForwardRef:
    """A part of an annotation with names that were not known when it was asked for."""

    def __init__(self, arg, *, module=None, owner=None, is_argument=True, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_module__ = module
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__owner__ = owner
        self.__globals__ = None
        self.__cells__ = None

    @property
    def __forward_code__(self):
        """The compiled expression."""
        text = self.__forward_arg__
        try:
            # An unpacked tuple is no expression by itself.
            return compile(f"({text},)[0]" if text.startswith("*") else text, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {text!r}") from None

    def __init_subclass__(cls, /, *args, **kwds):
        raise TypeError("Cannot subclass ForwardRef")

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=Format.VALUE):
        """What the reference stands for now."""
        if format == Format.STRING:
            return self.__forward_arg__
        owner = self.__owner__ if owner is None else owner
        if globals is None:
            globals = self.__globals__ or getattr(owner, "__globals__", None) or _module_of(owner) or {}
        names = dict(locals) if locals is not None else dict(vars(owner)) if isinstance(owner, type) else {}
        for param in type_params or getattr(owner, "__type_params__", ()):
            # They stand between the names outside and those of a class, which get_type_hints() gives as globals.
            if not self.__forward_is_class__ or param.__name__ not in globals:
                names[param.__name__] = param
        for name, cell in (self.__cells__ or {}).items():
            try:
                names.setdefault(name, cell.cell_contents)
            except ValueError:
                pass
        try:
            return eval(self.__forward_code__, globals, names)
        except NameError:
            if format == Format.FORWARDREF:
                return self
            raise

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__, self.__forward_module__, self.__owner__) == (
            other.__forward_arg__, other.__forward_module__, other.__owner__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return _types.UnionType[self, other]

    def __ror__(self, other):
        return _types.UnionType[other, self]

    def __repr__(self):
        extra = []
        if self.__forward_module__ is not None:
            extra.append(f", module={self.__forward_module__!r}")
        if self.__owner__ is not None:
            extra.append(f", owner={self.__owner__!r}")
        return f"ForwardRef({self.__forward_arg__!r}{''.join(extra)})"


# Programs look here for what references of this version have. They are no slots: a _Stringifier becomes a ForwardRef.
ForwardRef.__slots__ = (
    "__forward_is_argument__", "__forward_is_class__", "__forward_module__", "__weakref__", "__arg__", "__globals__",
    "__ast_node__", "__code__", "__cell__", "__owner__", "__stringifier_dict__", "__resolved_str_cache__",
)


def _module_of(owner):
    import sys
    return getattr(sys.modules.get(getattr(owner, "__module__", None)), "__dict__", None)


def _text(value):
    if isinstance(value, (ForwardRef, _Stringifier)):
        return value.__forward_arg__
    if value is ...:
        return "..."
    if isinstance(value, slice):
        parts = [value.start, value.stop] + ([value.step] if value.step is not None else [])
        return ":".join("" if part is None else _text(part) for part in parts)
    if type(value) in (list, tuple, set):
        first, last = {list: "[]", tuple: "()", set: "{}"}[type(value)]
        comma = "," if type(value) is tuple and len(value) == 1 else ""
        return f"{first}{', '.join(map(_text, value))}{comma}{last}"
    if type(value) is dict:
        return "{" + ", ".join(f"{_text(key)}: {_text(item)}" for key, item in value.items()) + "}"
    if isinstance(value, type):
        return type_repr(value)
    return repr(value)


def _join(left, operator, right):
    def operand(value):
        text = _text(value)
        is_joined = isinstance(value, _Stringifier) and value._joined not in (None, operator)
        return f"({text})" if is_joined else text

    return _Stringifier(f"{operand(left)} {operator} {operand(right)}", joined=operator)


class _Stringifier:
    """Stands for a name while an annotation is computed, and writes down what is done with it."""

    _made = None

    def __init__(self, text, joined=None):
        self.__forward_arg__ = text
        self._joined = joined
        if _Stringifier._made is not None:
            _Stringifier._made.append(self)

    def _atom(self):
        return f"({self.__forward_arg__})" if self._joined else self.__forward_arg__

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return _Stringifier(f"{self._atom()}.{name}")

    def __getitem__(self, key):
        if type(key) is tuple and key:
            inner = ", ".join(map(_text, key)) + ("," if len(key) == 1 else "")
        else:
            inner = _text(key)
        return _Stringifier(f"{self._atom()}[{inner}]")

    def __call__(self, /, *args, **kwargs):
        given = [*map(_text, args), *(f"{name}={_text(value)}" for name, value in kwargs.items())]
        return _Stringifier(f"{self._atom()}({', '.join(given)})")

    def __iter__(self):
        yield _Stringifier(f"*{self._atom()}")

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return self.__forward_arg__

    def __neg__(self):
        return _Stringifier(f"-{self._atom()}")

    def __pos__(self):
        return _Stringifier(f"+{self._atom()}")

    def __invert__(self):
        return _Stringifier(f"~{self._atom()}")


def _add_operators():
    def forward(operator):
        return lambda self, other: _join(self, operator, other)

    def reflected(operator):
        return lambda self, other: _join(other, operator, self)

    for name, operator in (
        ("add", "+"), ("sub", "-"), ("mul", "*"), ("matmul", "@"), ("truediv", "/"), ("floordiv", "//"), ("mod", "%"),
        ("pow", "**"), ("lshift", "<<"), ("rshift", ">>"), ("and", "&"), ("or", "|"), ("xor", "^"),
    ):
        setattr(_Stringifier, f"__{name}__", forward(operator))
        setattr(_Stringifier, f"__r{name}__", reflected(operator))
    for name, operator in (("lt", "<"), ("le", "<="), ("gt", ">"), ("ge", ">="), ("eq", "=="), ("ne", "!=")):
        setattr(_Stringifier, f"__{name}__", forward(operator))


_add_operators()


def _names_in(code):
    """The names that code looks up, its own and those of functions in it."""
    names = set(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, _types.CodeType):
            names |= _names_in(constant)
    return names


def _with_names(function, names, cell_for):
    """The same function with other global variables and cells."""
    free = zip(function.__code__.co_freevars, function.__closure__ or ())
    closure = tuple(cell_for(name, cell) for name, cell in free)
    return _types.FunctionType(
        function.__code__, names, argdefs=function.__defaults__, closure=closure or None,
        kwdefaults=function.__kwdefaults__,
    )


def _as_text(value):
    if isinstance(value, str):
        return value
    return _text(value)


def call_evaluate_function(evaluate, format, *, owner=None):
    """Call what computes a bound, a default or an alias's value."""
    return call_annotate_function(evaluate, format, owner=owner, _is_evaluate=True)


def call_annotate_function(annotate, format, *, owner=None, _is_evaluate=False):
    """Call an __annotate__ function in a format that it need not know."""
    if format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    try:
        return annotate(format)
    except NotImplementedError:
        pass
    if format == Format.STRING:
        names = {name: _Stringifier(name) for name in _names_in(annotate.__code__)}

        def cell_for(name, cell):
            return _types.CellType({} if name == "__classdict__" else _Stringifier(name))

        made = _with_names(annotate, names, cell_for)(Format.VALUE_WITH_FAKE_GLOBALS)
        return _as_text(made) if _is_evaluate else {key: _as_text(value) for key, value in made.items()}
    if format == Format.FORWARDREF:
        return _with_references(annotate, owner, _is_evaluate)
    if format == Format.VALUE:
        raise RuntimeError("annotate function does not support VALUE format")
    raise ValueError(f"Invalid format: {format!r}")


def _with_references(annotate, owner, is_evaluate):
    made_before, _Stringifier._made = _Stringifier._made, []
    try:
        names = {name: _Stringifier(name) for name in _names_in(annotate.__code__)}
        names.update(vars(_builtins))
        names.update(annotate.__globals__)
        cells = dict(zip(annotate.__code__.co_freevars, annotate.__closure__ or ()))

        def cell_for(name, cell):
            try:
                cell.cell_contents
            except ValueError:
                return _types.CellType(_Stringifier(name))
            return cell

        result = _with_names(annotate, names, cell_for)(Format.VALUE_WITH_FAKE_GLOBALS)
        for unknown in _Stringifier._made:
            text = unknown.__forward_arg__
            unknown.__class__ = ForwardRef
            unknown.__init__(text, owner=owner, is_class=isinstance(owner, type))
            unknown.__globals__ = annotate.__globals__
            unknown.__cells__ = cells
        return result if is_evaluate else dict(result)
    finally:
        _Stringifier._made = made_before


def get_annotate_from_class_namespace(obj):
    """The __annotate__ function in a class's namespace, or None."""
    return obj.get("__annotate__", obj.get("__annotate_func__"))


def type_repr(value):
    """A value as annotations show it."""
    if isinstance(value, (type, _types.FunctionType, _types.BuiltinFunctionType)):
        if value.__module__ == "builtins":
            return value.__qualname__
        return f"{value.__module__}.{value.__qualname__}"
    if value is ...:
        return "..."
    return repr(value)


def annotations_to_string(annotations):
    """The same annotations as text."""
    return {name: value if isinstance(value, str) else type_repr(value) for name, value in annotations.items()}


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=Format.VALUE):
    """The annotations of a function, class or module: a new dict."""
    if eval_str and format != Format.VALUE:
        raise ValueError("eval_str=True is only supported with format=Format.VALUE")
    if format not in Format._names:
        raise ValueError(f"Unsupported format {format!r}")
    if format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    if format == Format.VALUE:
        found = _values(obj)
    elif format == Format.FORWARDREF:
        try:
            found = _values(obj)
        except NameError:
            found = _called(obj, format)
    else:
        found = _called(obj, format)
        if found is None:
            found = _values(obj)
            found = found if found is None else annotations_to_string(found)
    if found is None:
        if isinstance(obj, type) or callable(obj):
            return {}
        raise TypeError(f"{obj!r} does not have annotations")
    found = dict(found)
    if eval_str:
        names = _names_for(obj)
        globals = names[0] if globals is None else globals
        locals = names[1] if locals is None else locals
        for key, value in found.items():
            if isinstance(value, str):
                found[key] = eval(value, globals, locals)
    return found


def _values(obj):
    found = getattr(obj, "__annotations__", None)
    if found is not None and not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    return found


def _called(obj, format):
    annotate = getattr(obj, "__annotate__", None)
    if annotate is None:
        return None
    found = call_annotate_function(annotate, format, owner=obj)
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotate__ returned a non-dict")
    return found


def _names_for(obj):
    """The global and local names that an object's annotations see."""
    if isinstance(obj, type):
        return _module_of(obj) or {}, dict(vars(obj))
    if isinstance(obj, _types.ModuleType):
        return vars(obj), None
    while hasattr(obj, "__wrapped__"):
        obj = obj.__wrapped__
    params = {param.__name__: param for param in getattr(obj, "__type_params__", ())}
    return getattr(obj, "__globals__", {}), params
