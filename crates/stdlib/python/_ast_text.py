"""Source text out of syntax trees."""

from ast import (
    AsyncFunctionDef, ClassDef, Constant, FormattedValue, FunctionDef, If, JoinedStr, Module, Name, Tuple,
    get_docstring,
)  # fmt: skip
from _ast_text_strings import docstring, number, template

# How tightly expressions hold together. What stands where a tighter one is wanted gets parentheses.
(_NAMED, _TUPLE, _YIELD, _TEST, _OR, _AND, _NOT, _COMPARE, _BIT_OR, _BIT_XOR, _BIT_AND, _SHIFT, _ADD, _MULTIPLY, _SIGN,
 _POWER, _AWAIT, _ATOM) = range(18)  # fmt: skip

_BINARY = {
    "Add": ("+", _ADD), "Sub": ("-", _ADD), "Mult": ("*", _MULTIPLY), "MatMult": ("@", _MULTIPLY),
    "Div": ("/", _MULTIPLY), "Mod": ("%", _MULTIPLY), "LShift": ("<<", _SHIFT), "RShift": (">>", _SHIFT), "BitOr": ("|", _BIT_OR),
    "BitXor": ("^", _BIT_XOR), "BitAnd": ("&", _BIT_AND), "FloorDiv": ("//", _MULTIPLY), "Pow": ("**", _POWER),
}  # fmt: skip
_UNARY = {"Invert": ("~", _SIGN), "Not": ("not ", _NOT), "UAdd": ("+", _SIGN), "USub": ("-", _SIGN)}
_COMPARISONS = {
    "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not",
    "In": "in", "NotIn": "not in",
}  # fmt: skip


def _kind(node):
    return type(node).__name__


def _in_parentheses(text, needs_them):
    return f"({text})" if needs_them else text


class Writer:
    """Writes statements line by line. Methods named for expressions return their text."""

    def __init__(self):
        self.lines = []
        self.indent = 0
        # Comments that ask to ignore types, by their lines.
        self.ignores = {}

    def text(self, node):
        """The text of any node, or of a list of statements."""
        if isinstance(node, list):
            self.body(node)
        elif _kind(node) in ("Module", "Interactive"):
            for ignore in getattr(node, "type_ignores", ()):
                self.ignores[ignore.lineno] = f"ignore{ignore.tag}"
            self.documented(node)
        elif hasattr(self, "write_" + _kind(node)):
            self.statement(node)
        elif hasattr(self, _kind(node)):
            return self.expression(node)
        return "\n".join(self.lines)

    def line(self, text):
        self.lines.append("    " * self.indent + text)

    def block(self, head, body):
        self.line(head + ":")
        self.indent += 1
        self.body(body)
        self.indent -= 1

    def opt_block(self, head, body):
        if body:
            self.block(head, body)

    def body(self, statements):
        for statement in statements:
            self.statement(statement)

    def documented(self, node):
        """The body of a function, class or module, its documentation in long quotes."""
        body = node.body
        if isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
            text = get_docstring(node, clean=False)
            if text is not None:
                mark = "u" if body[0].value.kind == "u" else ""
                self.line(mark + docstring(text))
                body = body[1:]
        self.body(body)

    def statement(self, node):
        getattr(self, "write_" + _kind(node))(node)

    def expression(self, node, wanted=_TEST):
        """An expression where one of this tightness may stand, at least."""
        return getattr(self, _kind(node))(node, wanted)

    def list(self, nodes, wanted=_TEST):
        return ", ".join(self.expression(node, wanted) for node in nodes)

    # Statements.

    def write_Expr(self, node):
        self.line(self.expression(node.value, _YIELD))

    def write_Pass(self, node):
        self.line("pass")

    def write_Break(self, node):
        self.line("break")

    def write_Continue(self, node):
        self.line("continue")

    def write_Return(self, node):
        self.line(f"return {self.expression(node.value)}" if node.value else "return")

    def write_Delete(self, node):
        self.line(f"del {self.list(node.targets)}")

    def write_Assert(self, node):
        self.line(f"assert {self.list([node.test, node.msg] if node.msg else [node.test])}")

    def write_Raise(self, node):
        if not node.exc:
            if node.cause:
                raise ValueError("Node can't be used without a value attribute.")
            return self.line("raise")
        cause = f" from {self.expression(node.cause)}" if node.cause else ""
        self.line(f"raise {self.expression(node.exc)}{cause}")

    def write_Global(self, node):
        self.line(f"global {', '.join(node.names)}")

    def write_Nonlocal(self, node):
        self.line(f"nonlocal {', '.join(node.names)}")

    def write_Import(self, node):
        self.line(f"import {self.list(node.names)}")

    def write_ImportFrom(self, node):
        self.line(f"from {'.' * (node.level or 0)}{node.module or ''} import {self.list(node.names)}")

    def write_Assign(self, node):
        targets = "".join(f"{self.expression(target, _TUPLE)} = " for target in node.targets)
        self.line(targets + self.expression(node.value) + self.type_comment(node))

    def write_AugAssign(self, node):
        self.line(f"{self.expression(node.target)} {_BINARY[_kind(node.op)][0]}= {self.expression(node.value)}")

    def write_AnnAssign(self, node):
        target = _in_parentheses(self.expression(node.target), not node.simple and isinstance(node.target, Name))
        value = f" = {self.expression(node.value)}" if node.value else ""
        self.line(f"{target}: {self.expression(node.annotation)}{value}")

    def write_TypeAlias(self, node):
        self.line(f"type {self.expression(node.name)}{self.type_params(node)} = {self.expression(node.value)}")

    def write_If(self, node):
        self.block(f"if {self.expression(node.test)}", node.body)
        while len(node.orelse) == 1 and isinstance(node.orelse[0], If):
            node = node.orelse[0]
            self.block(f"elif {self.expression(node.test)}", node.body)
        self.opt_block("else", node.orelse)

    def write_While(self, node):
        self.block(f"while {self.expression(node.test)}", node.body)
        self.opt_block("else", node.orelse)

    def write_For(self, node, keyword="for"):
        head = f"{keyword} {self.expression(node.target, _TUPLE)} in {self.expression(node.iter)}"
        self.commented_block(head, node)
        self.opt_block("else", node.orelse)

    def write_AsyncFor(self, node):
        self.write_For(node, "async for")

    def write_With(self, node, keyword="with"):
        self.commented_block(f"{keyword} {self.list(node.items)}", node)

    def write_AsyncWith(self, node):
        self.write_With(node, "async with")

    def write_Try(self, node, keyword="except"):
        self.block("try", node.body)
        for handler in node.handlers:
            self.write_ExceptHandler(handler, keyword)
        self.opt_block("else", node.orelse)
        self.opt_block("finally", node.finalbody)

    def write_TryStar(self, node):
        self.write_Try(node, "except*")

    def write_ExceptHandler(self, node, keyword="except"):
        kind = f" {self.expression(node.type)}" if node.type else ""
        self.block(keyword + kind + (f" as {node.name}" if node.name else ""), node.body)

    def write_Match(self, node):
        self.line(f"match {self.expression(node.subject)}:")
        self.indent += 1
        self.body(node.cases)
        self.indent -= 1

    def write_match_case(self, node):
        guard = f" if {self.expression(node.guard)}" if node.guard else ""
        self.block(f"case {self.expression(node.pattern)}{guard}", node.body)

    def write_FunctionDef(self, node, keyword="def"):
        self.start_definition(node)
        returns = f" -> {self.expression(node.returns)}" if node.returns else ""
        head = f"{keyword} {node.name}{self.type_params(node)}({self.expression(node.args)}){returns}:"
        self.line(head + self.type_comment(node))
        self.definition_body(node)

    def write_AsyncFunctionDef(self, node):
        self.write_FunctionDef(node, "async def")

    def write_ClassDef(self, node):
        self.start_definition(node)
        bases = self.list([*node.bases, *node.keywords])
        self.line(f"class {node.name}{self.type_params(node)}{_in_parentheses(bases, True) if bases else ''}:")
        self.definition_body(node)

    def start_definition(self, node):
        if self.lines:
            self.lines.append("")
        for decorator in node.decorator_list:
            self.line("@" + self.expression(decorator))

    def definition_body(self, node):
        self.indent += 1
        self.documented(node)
        self.indent -= 1

    def commented_block(self, head, node):
        self.line(f"{head}:{self.type_comment(node)}")
        self.indent += 1
        self.body(node.body)
        self.indent -= 1

    def type_comment(self, node):
        comment = self.ignores.get(getattr(node, "lineno", None)) or getattr(node, "type_comment", None)
        return f" # type: {comment}" if comment is not None else ""

    def type_params(self, node):
        params = getattr(node, "type_params", None)
        return f"[{self.list(params)}]" if params else ""

    # Parts of statements.

    def alias(self, node, wanted):
        return f"{node.name} as {node.asname}" if node.asname else node.name

    def withitem(self, node, wanted):
        target = f" as {self.expression(node.optional_vars)}" if node.optional_vars else ""
        return self.expression(node.context_expr) + target

    def TypeVar(self, node, wanted, mark=""):
        bound = f": {self.expression(node.bound)}" if getattr(node, "bound", None) else ""
        default = f" = {self.expression(node.default_value)}" if getattr(node, "default_value", None) else ""
        return mark + node.name + bound + default

    def TypeVarTuple(self, node, wanted):
        return self.TypeVar(node, wanted, "*")

    def ParamSpec(self, node, wanted):
        return self.TypeVar(node, wanted, "**")

    def arg(self, node, wanted):
        return f"{node.arg}: {self.expression(node.annotation)}" if node.annotation else node.arg

    def arguments(self, node, wanted):
        parts = []
        plain = [*node.posonlyargs, *node.args]
        defaults = [None] * (len(plain) - len(node.defaults)) + node.defaults
        for index, (arg, default) in enumerate(zip(plain, defaults), 1):
            parts.append(self.expression(arg) + (f"={self.expression(default)}" if default else ""))
            if index == len(node.posonlyargs):
                parts.append("/")
        if node.vararg or node.kwonlyargs:
            parts.append("*" + (self.expression(node.vararg) if node.vararg else ""))
        for arg, default in zip(node.kwonlyargs, node.kw_defaults):
            parts.append(self.expression(arg) + (f"={self.expression(default)}" if default else ""))
        if node.kwarg:
            parts.append("**" + self.expression(node.kwarg))
        return ", ".join(parts)

    def keyword(self, node, wanted):
        return ("**" if node.arg is None else node.arg + "=") + self.expression(node.value)

    def FunctionType(self, node, wanted):
        return f"({self.list(node.argtypes)}) -> {self.expression(node.returns)}"

    def Expression(self, node, wanted):
        return self.expression(node.body)

    # Patterns.

    def MatchValue(self, node, wanted):
        return self.expression(node.value)

    def MatchSingleton(self, node, wanted):
        return repr(node.value)

    def MatchSequence(self, node, wanted):
        return f"[{self.list(node.patterns)}]"

    def MatchStar(self, node, wanted):
        return f"*{node.name or '_'}"

    def MatchMapping(self, node, wanted):
        pairs = zip(node.keys, node.patterns)
        parts = [f"{self.expression(key)}: {self.expression(pattern)}" for key, pattern in pairs]
        if node.rest:
            parts.append(f"**{node.rest}")
        return f"{{{', '.join(parts)}}}"

    def MatchClass(self, node, wanted):
        parts = [self.expression(pattern) for pattern in node.patterns]
        for name, pattern in zip(node.kwd_attrs, node.kwd_patterns):
            parts.append(f"{name}={self.expression(pattern)}")
        return f"{self.expression(node.cls, _ATOM)}({', '.join(parts)})"

    def MatchAs(self, node, wanted):
        if node.name is None or node.pattern is None:
            return node.name or "_"
        return _in_parentheses(f"{self.expression(node.pattern, _BIT_OR)} as {node.name}", wanted > _TEST)

    def MatchOr(self, node, wanted):
        patterns = (self.expression(pattern, _BIT_OR + 1) for pattern in node.patterns)
        return _in_parentheses(" | ".join(patterns), wanted > _BIT_OR)

    # Expressions.

    def Name(self, node, wanted):
        return node.id

    def Constant(self, node, wanted):
        value = node.value
        if isinstance(value, tuple):
            items = [self.Constant(Constant(item), _TEST) for item in value]
            return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"
        if value is ...:
            return "..."
        if isinstance(value, (float, complex)):
            return number(value)
        return ("u" if node.kind == "u" else "") + repr(value)

    def NamedExpr(self, node, wanted):
        text = f"{self.expression(node.target, _ATOM)} := {self.expression(node.value, _ATOM)}"
        return _in_parentheses(text, wanted > _NAMED)

    def BoolOp(self, node, wanted):
        word, level = (" and ", _AND) if _kind(node.op) == "And" else (" or ", _OR)
        # As in CPython each operand has to hold together more tightly than the one in front of it.
        operands = [self.expression(value, min(level + at, _ATOM)) for at, value in enumerate(node.values, 1)]
        return _in_parentheses(word.join(operands), wanted > level)

    def BinOp(self, node, wanted):
        sign, level = _BINARY[_kind(node.op)]
        # Powers group to the right, the others to the left.
        is_power = sign == "**"
        left = self.expression(node.left, level + is_power)
        right = self.expression(node.right, level + (not is_power))
        return _in_parentheses(f"{left} {sign} {right}", wanted > level)

    def UnaryOp(self, node, wanted):
        sign, level = _UNARY[_kind(node.op)]
        return _in_parentheses(sign + self.expression(node.operand, level), wanted > level)

    def Compare(self, node, wanted):
        text = self.expression(node.left, _COMPARE + 1)
        for op, other in zip(node.ops, node.comparators):
            text += f" {_COMPARISONS[_kind(op)]} {self.expression(other, _COMPARE + 1)}"
        return _in_parentheses(text, wanted > _COMPARE)

    def Lambda(self, node, wanted):
        arguments = self.expression(node.args)
        head = f"lambda {arguments}" if arguments else "lambda"
        return _in_parentheses(f"{head}: {self.expression(node.body)}", wanted > _TEST)

    def IfExp(self, node, wanted):
        body, test = self.expression(node.body, _TEST + 1), self.expression(node.test, _TEST + 1)
        return _in_parentheses(f"{body} if {test} else {self.expression(node.orelse)}", wanted > _TEST)

    def Await(self, node, wanted):
        if not node.value:
            raise ValueError("Node can't be used without a value attribute.")
        return _in_parentheses(f"await {self.expression(node.value, _ATOM)}", wanted > _AWAIT)

    def Yield(self, node, wanted):
        text = f"yield {self.expression(node.value, _ATOM)}" if node.value else "yield"
        return _in_parentheses(text, wanted > _YIELD)

    def YieldFrom(self, node, wanted):
        if not node.value:
            raise ValueError("Node can't be used without a value attribute.")
        return _in_parentheses(f"yield from {self.expression(node.value, _ATOM)}", wanted > _YIELD)

    def Attribute(self, node, wanted):
        value = self.expression(node.value, _ATOM)
        # A point behind the digits would belong to the number.
        if isinstance(node.value, Constant) and isinstance(node.value.value, int):
            value += " "
        return f"{value}.{node.attr}"

    def Call(self, node, wanted):
        return f"{self.expression(node.func, _ATOM)}({self.list([*node.args, *node.keywords])})"

    def Subscript(self, node, wanted):
        value, index = self.expression(node.value, _ATOM), node.slice
        if isinstance(index, Tuple) and index.elts:
            return f"{value}[{self.items(index.elts)}]"
        return f"{value}[{self.expression(index)}]"

    def Slice(self, node, wanted):
        lower, upper = (self.expression(end) if end else "" for end in (node.lower, node.upper))
        return f"{lower}:{upper}" + (f":{self.expression(node.step)}" if node.step else "")

    def Starred(self, node, wanted):
        return f"*{self.expression(node.value, _BIT_OR)}"

    def items(self, nodes):
        """What stands in a tuple."""
        return self.expression(nodes[0]) + "," if len(nodes) == 1 else self.list(nodes)

    def Tuple(self, node, wanted):
        return _in_parentheses(self.items(node.elts), not node.elts or wanted > _TUPLE)

    def List(self, node, wanted):
        return f"[{self.list(node.elts)}]"

    def Set(self, node, wanted):
        return f"{{{self.list(node.elts)}}}" if node.elts else "{*()}"

    def Dict(self, node, wanted):
        parts = (
            f"{self.expression(key)}: {self.expression(value)}" if key else f"**{self.expression(value, _BIT_OR)}"
            for key, value in zip(node.keys, node.values)
        )
        return f"{{{', '.join(parts)}}}"

    def ListComp(self, node, wanted):
        return f"[{self.clauses(node)}]"

    def SetComp(self, node, wanted):
        return f"{{{self.clauses(node)}}}"

    def GeneratorExp(self, node, wanted):
        return f"({self.clauses(node)})"

    def DictComp(self, node, wanted):
        return f"{{{self.expression(node.key)}: {self.expression(node.value)}{self.fors(node)}}}"

    def clauses(self, node):
        return self.expression(node.elt) + self.fors(node)

    def fors(self, node):
        return "".join(self.expression(clause) for clause in node.generators)

    def comprehension(self, node, wanted):
        head = " async for " if node.is_async else " for "
        ifs = "".join(f" if {self.expression(test, _TEST + 1)}" for test in node.ifs)
        return f"{head}{self.expression(node.target, _TUPLE)} in {self.expression(node.iter, _TEST + 1)}{ifs}"

    # Templates.

    def JoinedStr(self, node, wanted):
        return template("f", self.parts(node))

    def TemplateStr(self, node, wanted):
        return template("t", self.parts(node))

    def FormattedValue(self, node, wanted):
        return template("f", self.parts(JoinedStr([node])))

    def Interpolation(self, node, wanted):
        return template("t", self.parts(JoinedStr([node])))

    def parts(self, node):
        """The parts of a template: texts, and whether they are constants."""
        parts = []
        for value in node.values:
            if isinstance(value, JoinedStr):
                parts += self.parts(value)
            elif isinstance(value, Constant):
                parts.append((value.value.replace("{", "{{").replace("}", "}}"), True))
            else:
                parts += self.field(value)
        return parts

    def field(self, node):
        """A field, in whose format other fields may stand."""
        is_formatted = isinstance(node, FormattedValue)
        text = self.expression(node.value, _TEST + 1) if is_formatted else node.str
        # A brace right behind the first one would mean that brace.
        text = ("{ " if text.startswith("{") else "{") + text
        if node.conversion != -1:
            text += "!" + chr(node.conversion)
        if not node.format_spec:
            return [(text + "}", False)]
        return [(text + ":", False), *self.parts(node.format_spec), ("}", False)]
