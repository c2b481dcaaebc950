"""The kinds of tokens that Python's source text consists of."""

_OPERATORS = (
    ("LPAR", "("), ("RPAR", ")"), ("LSQB", "["), ("RSQB", "]"), ("COLON", ":"), ("COMMA", ","), ("SEMI", ";"),
    ("PLUS", "+"), ("MINUS", "-"), ("STAR", "*"), ("SLASH", "/"), ("VBAR", "|"), ("AMPER", "&"), ("LESS", "<"),
    ("GREATER", ">"), ("EQUAL", "="), ("DOT", "."), ("PERCENT", "%"), ("LBRACE", "{"), ("RBRACE", "}"),
    ("EQEQUAL", "=="), ("NOTEQUAL", "!="), ("LESSEQUAL", "<="), ("GREATEREQUAL", ">="), ("TILDE", "~"),
    ("CIRCUMFLEX", "^"), ("LEFTSHIFT", "<<"), ("RIGHTSHIFT", ">>"), ("DOUBLESTAR", "**"), ("PLUSEQUAL", "+="),
    ("MINEQUAL", "-="), ("STAREQUAL", "*="), ("SLASHEQUAL", "/="), ("PERCENTEQUAL", "%="), ("AMPEREQUAL", "&="),
    ("VBAREQUAL", "|="), ("CIRCUMFLEXEQUAL", "^="), ("LEFTSHIFTEQUAL", "<<="), ("RIGHTSHIFTEQUAL", ">>="),
    ("DOUBLESTAREQUAL", "**="), ("DOUBLESLASH", "//"), ("DOUBLESLASHEQUAL", "//="), ("AT", "@"), ("ATEQUAL", "@="),
    ("RARROW", "->"), ("ELLIPSIS", "..."), ("COLONEQUAL", ":="), ("EXCLAMATION", "!"),
)  # fmt: skip

# The numbers of the kinds are their places in this list.
_NAMES = (
    "ENDMARKER", "NAME", "NUMBER", "STRING", "NEWLINE", "INDENT", "DEDENT", *(name for name, _ in _OPERATORS),
    "OP", "TYPE_IGNORE", "TYPE_COMMENT", "SOFT_KEYWORD", "FSTRING_START", "FSTRING_MIDDLE", "FSTRING_END",
    "TSTRING_START", "TSTRING_MIDDLE", "TSTRING_END", "COMMENT", "NL", "ERRORTOKEN", "ENCODING", "N_TOKENS",
)  # fmt: skip

tok_name = dict(enumerate(_NAMES))
# What is not a token but a rule of the grammar would have a number from here on.
tok_name[256] = "NT_OFFSET"
globals().update((name, number) for number, name in tok_name.items())

EXACT_TOKEN_TYPES = {text: globals()[name] for text, name in sorted((text, name) for name, text in _OPERATORS)}

__all__ = ["tok_name", "ISTERMINAL", "ISNONTERMINAL", "ISEOF", "EXACT_TOKEN_TYPES", *tok_name.values()]


def ISTERMINAL(x):
    """Whether a number is the kind of a token."""
    return x < 256


def ISNONTERMINAL(x):
    """Whether a number is a rule of the grammar."""
    return x >= 256


def ISEOF(x):
    """Whether a number is the kind of the token behind all others."""
    return x == 0
