"""The classes of syntax trees, made from the abstract grammar, and what `compile` does where it is about trees."""

# One group of classes a paragraph: its name, with `+` if its nodes have places, and a line for each class. Behind a
# field's type stands `*` for a list and `?` for what may be None. The module's Rust part gives fields in this order.
_GRAMMAR = """
mod
Module(stmt* body, type_ignore* type_ignores)
Interactive(stmt* body)
Expression(expr body)
FunctionType(expr* argtypes, expr returns)

stmt +
FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params)
Return(expr? value)
Delete(expr* targets)
Assign(expr* targets, expr value, string? type_comment)
TypeAlias(expr name, type_param* type_params, expr value)
AugAssign(expr target, operator op, expr value)
AnnAssign(expr target, expr annotation, expr? value, int simple)
For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
While(expr test, stmt* body, stmt* orelse)
If(expr test, stmt* body, stmt* orelse)
With(withitem* items, stmt* body, string? type_comment)
AsyncWith(withitem* items, stmt* body, string? type_comment)
Match(expr subject, match_case* cases)
Raise(expr? exc, expr? cause)
Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
Assert(expr test, expr? msg)
Import(alias* names)
ImportFrom(identifier? module, alias* names, int? level)
Global(identifier* names)
Nonlocal(identifier* names)
Expr(expr value)
Pass
Break
Continue

expr +
BoolOp(boolop op, expr* values)
NamedExpr(expr target, expr value)
BinOp(expr left, operator op, expr right)
UnaryOp(unaryop op, expr operand)
Lambda(arguments args, expr body)
IfExp(expr test, expr body, expr orelse)
Dict(expr?* keys, expr* values)
Set(expr* elts)
ListComp(expr elt, comprehension* generators)
SetComp(expr elt, comprehension* generators)
DictComp(expr key, expr value, comprehension* generators)
GeneratorExp(expr elt, comprehension* generators)
Await(expr value)
Yield(expr? value)
YieldFrom(expr value)
Compare(expr left, cmpop* ops, expr* comparators)
Call(expr func, expr* args, keyword* keywords)
FormattedValue(expr value, int conversion, expr? format_spec)
Interpolation(expr value, constant str, int conversion, expr? format_spec)
JoinedStr(expr* values)
TemplateStr(expr* values)
Constant(constant value, string? kind)
Attribute(expr value, identifier attr, expr_context ctx)
Subscript(expr value, expr slice, expr_context ctx)
Starred(expr value, expr_context ctx)
Name(identifier id, expr_context ctx)
List(expr* elts, expr_context ctx)
Tuple(expr* elts, expr_context ctx)
Slice(expr? lower, expr? upper, expr? step)

expr_context
Load
Store
Del

boolop
And
Or

operator
Add
Sub
Mult
MatMult
Div
Mod
Pow
LShift
RShift
BitOr
BitXor
BitAnd
FloorDiv

unaryop
Invert
Not
UAdd
USub

cmpop
Eq
NotEq
Lt
LtE
Gt
GtE
Is
IsNot
In
NotIn

comprehension(expr target, expr iter, expr* ifs, int is_async)

excepthandler +
ExceptHandler(expr? type, identifier? name, stmt* body)

arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr?* kw_defaults, arg? kwarg, expr* defaults)

arg(identifier arg, expr? annotation, string? type_comment) +

keyword(identifier? arg, expr value) +

alias(identifier name, identifier? asname) +

withitem(expr context_expr, expr? optional_vars)

match_case(pattern pattern, expr? guard, stmt* body)

pattern +
MatchValue(expr value)
MatchSingleton(constant value)
MatchSequence(pattern* patterns)
MatchMapping(expr* keys, pattern* patterns, identifier? rest)
MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)
MatchStar(identifier? name)
MatchAs(pattern? pattern, identifier? name)
MatchOr(pattern* patterns)

type_ignore
TypeIgnore(int lineno, string tag)

type_param +
TypeVar(identifier name, expr? bound, expr? default_value)
ParamSpec(identifier name, expr? default_value)
TypeVarTuple(identifier name, expr? default_value)
"""

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_OPTIMIZED_AST = 0x8400

_FUTURE_ANNOTATIONS = 0x1000000
_PLACE = ("lineno", "col_offset", "end_lineno", "end_col_offset")
_MODES = ("exec", "eval", "single")


class AST:
    __module__ = "ast"
    _fields = ()
    _attributes = ()
    _field_types = {}
    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        cls = type(self)
        fields = cls._fields
        if len(args) > len(fields):
            s = "" if len(fields) == 1 else "s"
            raise TypeError(f"{cls.__name__} constructor takes at most {len(fields)} positional argument{s}")
        given = set()
        for name, value in zip(fields, args):
            setattr(self, name, value)
            given.add(name)
        for name, value in kwargs.items():
            if name in given and name in fields:
                raise TypeError(f"{cls.__name__} got multiple values for argument {name!r}")
            if name not in fields and name not in cls._attributes:
                _deprecated(
                    f"{_full_name(cls)}.__init__ got an unexpected keyword argument {name!r}. "
                    "Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15."
                )
            setattr(self, name, value)
            given.add(name)
        for name in fields:
            if name not in given:
                self.__set_default(name)

    def __set_default(self, name):
        """A field that was not given: an empty list, a context, or None, which the class has already."""
        cls = type(self)
        kind = cls._field_types.get(name)
        if kind is None:
            if hasattr(cls, name) and name not in cls._field_types:
                return
            message = f"Field {name!r} is missing from {_full_name(cls)}._field_types. "
            _deprecated(message + "This will become an error in Python 3.15.")
        elif kind is expr_context:
            setattr(self, name, _LOAD)
        elif getattr(kind, "__origin__", None) is list:
            setattr(self, name, [])
        elif not hasattr(cls, name) or kind is object or isinstance(kind, type):
            _deprecated(
                f"{_full_name(cls)}.__init__ missing 1 required positional argument: {name!r}. "
                "This will become an error in Python 3.15."
            )

    def __reduce__(self):
        # The constructor sees a value for each field, so that it does not miss any.
        return type(self), (None,) * len(self._fields), dict(vars(self))

    def __replace__(self, /, **changes):
        cls = type(self)
        known = {name: vars(self)[name] for name in (*cls._fields, *cls._attributes) if name in vars(self)}
        for name in changes:
            if name not in cls._fields and name not in cls._attributes:
                message = f"{cls.__name__}.__replace__ got an unexpected keyword argument {name!r}."
                raise TypeError(message)
        return cls(**(known | changes))

    def __repr__(self):
        return _shown(self, 3)


def _full_name(cls):
    return "ast.AST" if cls is AST else cls.__name__


def _deprecated(message):
    from warnings import warn

    # This module's own functions don't count.
    warn(message, DeprecationWarning, stacklevel=1)


def _shown(value, depth):
    """A node as text, down to a depth; of a list the first and the last item."""
    if isinstance(value, (list, tuple)):
        items = [_shown(item, depth - 1) for item in (value if len(value) < 3 else (value[0], value[-1]))]
        text = ", ..., ".join(items) if len(value) > 2 else ", ".join(items)
        return f"[{text}]" if isinstance(value, list) else f"({text})"
    if not isinstance(value, AST):
        return repr(value)
    name = type(value).__name__
    if depth <= 0:
        return f"{name}(...)"
    fields = (f"{field}={_shown(getattr(value, field, None), depth - 1)}" for field in value._fields)
    return f"{name}({', '.join(fields)})"


def _add_class(name, base, text, has_place):
    """Makes a class; the types of its fields come when all classes are there."""
    namespace = {"__module__": "ast", "__doc__": text}
    fields = text.partition("(")[2].rstrip(")")
    pairs = [field.rsplit(" ", 1) for field in fields.split(", ")] if fields else []
    if pairs or base is AST:
        namespace["_fields"] = namespace["__match_args__"] = tuple(field for _, field in pairs)
    if base is AST:
        namespace["_attributes"] = _PLACE if has_place else ()
        if has_place:
            namespace["end_lineno"] = namespace["end_col_offset"] = None
    for kind, field in pairs:
        if kind.endswith("?"):
            namespace[field] = None
    made = globals()[name] = type(name, (base,), namespace)
    return made, pairs


def _add_classes():
    made = []
    for paragraph in _GRAMMAR.strip().split("\n\n"):
        head, *lines = paragraph.split("\n")
        text = head.removesuffix(" +")
        name = text.partition("(")[0]
        # Classes without fields stand in one line.
        separator = f"\n{' ' * len(name)} | " if any("(" in line for line in lines) else " | "
        doc = f"{name} = " + separator.join(lines) if lines else text
        group, pairs = _add_class(name, AST, text, text != head)
        group.__doc__ = doc.replace("?*", "*")
        made.append((group, pairs))
        for line in lines:
            cls, pairs = _add_class(line.partition("(")[0], group, line, False)
            cls.__doc__ = line.replace("?*", "*")
            made.append((cls, pairs))
    plain = {"identifier": str, "string": str, "int": int, "constant": object}
    for cls, pairs in made:
        cls._field_types = types = {}
        for kind, field in pairs:
            base = kind.rstrip("?*")
            base = plain[base] if base in plain else globals()[base]
            types[field] = list[base] if kind.endswith("*") else base | None if kind.endswith("?") else base


_add_classes()
_LOAD = Load()
_ROOTS = {"exec": Module, "eval": Expression, "single": Interactive, "func_type": FunctionType}


def _compile(source, filename, mode, flags, optimize, default):
    """What `compile` gives if a tree is given or asked for."""
    wants_tree = flags & PyCF_ONLY_AST
    if mode not in _MODES and not (wants_tree and mode == "func_type"):
        modes = "'exec', 'eval', 'single' or 'func_type'" if wants_tree else "'exec', 'eval' or 'single'"
        if mode == "func_type":
            raise ValueError("compile() mode 'func_type' requires flag PyCF_ONLY_AST")
        raise ValueError(f"compile() mode must be {modes}")
    if not -1 <= optimize <= 2:
        raise ValueError("compile(): invalid optimize value")
    optimize = default if optimize < 0 else optimize
    if isinstance(source, AST):
        if wants_tree:
            root = _ROOTS[mode]
            if not isinstance(source, root):
                raise TypeError(f"expected {root.__name__} node, got {type(source).__name__}")
            return _optimized(source, optimize) if flags & PyCF_OPTIMIZED_AST == PyCF_OPTIMIZED_AST else source
        if flags & _FUTURE_ANNOTATIONS or _asks_for_annotations(source):
            # Annotations stay text, which only source text has.
            from ast import unparse

            return compile(unparse(source), filename, mode, flags, True, optimize)
        return _compile_tree(globals(), source, filename, mode, flags, optimize)
    is_text = isinstance(source, str)
    if is_text:
        source = source.encode()
    else:
        try:
            source = bytes(memoryview(source))
        except TypeError:
            raise TypeError("compile() arg 1 must be a string, bytes or AST object") from None
    if 0 in source:
        raise SyntaxError("source code string cannot contain null bytes")
    if mode == "func_type":
        return _function_type(source, is_text, filename)
    tree = _parse(globals(), source, is_text, filename, mode)
    if flags & PyCF_TYPE_COMMENTS:
        from _ast_comments import add_comments

        add_comments(tree, source, is_text)
    return _optimized(tree, optimize) if flags & PyCF_OPTIMIZED_AST == PyCF_OPTIMIZED_AST else tree


def _optimized(tree, level):
    """The tree as the compiler has it before it makes code: `__debug__` is a constant, and at level 2 there are no docstrings."""
    from ast import walk
    from copy import deepcopy

    tree = deepcopy(tree)
    documented = [tree] if isinstance(tree, Module) else []
    for node in walk(tree):
        if isinstance(node, (FunctionDef, AsyncFunctionDef, ClassDef)):
            documented.append(node)
        for field in node._fields:
            value = getattr(node, field, None)
            if isinstance(value, list):
                value[:] = [_constant_debug(item, level) for item in value]
            else:
                _constant_debug(value, level) is value or setattr(node, field, _constant_debug(value, level))
    for node in documented if level >= 2 else ():
        first = node.body[0] if node.body else None
        if isinstance(first, Expr) and isinstance(first.value, Constant) and isinstance(first.value.value, str):
            place = {name: getattr(first, name) for name in first._attributes if hasattr(first, name)}
            node.body[:1] = [] if len(node.body) > 1 else [Pass(**place)]
    return tree


def _constant_debug(node, level):
    if isinstance(node, Name) and node.id == "__debug__" and isinstance(node.ctx, Load):
        return Constant(level == 0, **{name: getattr(node, name) for name in node._attributes if hasattr(node, name)})
    return node


def _asks_for_annotations(tree):
    """Whether a module starts with such an import."""
    if not isinstance(tree, Module):
        return False
    imports = (node for node in tree.body if isinstance(node, ImportFrom) and node.module == "__future__")
    return any(alias.name == "annotations" for node in imports for alias in node.names)


def _function_type(source, is_text, filename):
    """The tree of a signature in a type comment: `(int, *str) -> bool`."""
    text = source.decode()
    before, arrow, behind = text.rpartition("->")
    before = before.strip()
    if not (arrow and before.startswith("(") and before.endswith(")")):
        raise SyntaxError("invalid syntax", (filename, 1, 1, text, 1, 1))
    arguments = _parse(globals(), b"_" + before.encode(), is_text, filename, "eval").body
    returns = _parse(globals(), behind.strip().encode(), is_text, filename, "eval").body
    values = [argument.value if isinstance(argument, Starred) else argument for argument in arguments.args]
    return FunctionType([*values, *(keyword.value for keyword in arguments.keywords)], returns)
