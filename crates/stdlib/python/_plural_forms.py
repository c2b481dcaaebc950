"""Expressions in C that say which plural form goes with a number, as functions."""
import re

_TOKEN = re.compile(r"\s*(?:(\d+)|(n\b)|([()?:])|(\|\||&&|[=!<>]=|[<>!+*/%-])|(\w+|.))", re.DOTALL)
# Operators of two operands, those that bind least first.
_LEVELS = (("||",), ("&&",), ("==", "!="), ("<", ">", "<=", ">="), ("+", "-"), ("*", "/", "%"))
_IN_PYTHON = {"||": "or", "&&": "and", "/": "//"}
_MOST = 1000
_DEEPEST = 20


def function(plural):
    """The function of one number that computes the expression."""
    if len(plural) > _MOST:
        raise ValueError("plural form expression is too long")
    try:
        reader = _Reader(plural)
        text = reader.conditional(0)
        if reader.token:
            raise reader.unexpected()
    except RecursionError:
        raise ValueError("plural form expression is too complex") from None
    made = {"_number": _number}
    exec(f"def func(n):\n    n = _number(n)\n    return int({text})\n", made)
    return made["func"]


def _number(n):
    """The number as an integer: others have no plural form, but programs give them."""
    import operator

    try:
        return operator.index(n)
    except TypeError:
        rounded = round(n) if hasattr(n, "__round__") else None
        if rounded is None:
            raise TypeError(f"Plural value must be an integer, got {type(n).__name__}") from None
    import warnings

    text = f"Plural value must be an integer, got {type(n).__name__}"
    warnings.warn(text, DeprecationWarning, stacklevel=4)
    return n


class _Reader:
    """Reads an expression by recursive descent and gives it in Python."""

    def __init__(self, text):
        self.text = text
        self.end = 0
        self.advance()

    def advance(self):
        """Go to the next token; '' at the end."""
        match = _TOKEN.match(self.text, self.end)
        if match is None:
            self.token = ""
            return
        self.token = match[match.lastindex]
        self.end = match.end()
        if match.lastindex == 5:
            if self.token.strip():
                raise ValueError(f"invalid token in plural form: {self.token}")
            self.token = ""

    def unexpected(self):
        """The error for a token that can't stand here."""
        if self.token:
            return ValueError(f"unexpected token in plural form: {self.token}")
        return ValueError("unexpected end of plural form")

    def conditional(self, depth):
        """One expression, maybe with `? :`."""
        if depth > _DEEPEST:
            raise ValueError("plural form expression is too complex")
        condition = self.operation(0, depth)
        if self.token != "?":
            return condition
        self.advance()
        yes = self.conditional(depth + 1)
        if self.token != ":":
            raise self.unexpected()
        self.advance()
        return f"({yes} if {condition} else {self.conditional(depth + 1)})"

    def operation(self, level, depth):
        """Operands with the operators of a level between them."""
        if level == len(_LEVELS):
            return self.operand(depth)
        left = self.operation(level + 1, depth)
        while self.token in _LEVELS[level]:
            operator = _IN_PYTHON.get(self.token, self.token)
            self.advance()
            # In C a comparison is a number that can be compared again.
            left = f"(({left}) {operator} ({self.operation(level + 1, depth)}))"
        return left

    def operand(self, depth):
        """A number, `n`, a negation, or an expression in parentheses."""
        token = self.token
        if token == "!":
            self.advance()
            return f"(not {self.operand(depth)})"
        if token == "(":
            self.advance()
            inside = self.conditional(depth + 1)
            if self.token != ")":
                raise ValueError("unbalanced parenthesis in plural form")
            self.advance()
            return inside
        if token == "n" or token.isdecimal():
            self.advance()
            return token if token == "n" else str(int(token))
        raise self.unexpected()
