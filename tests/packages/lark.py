"""Grammars for Lark: a calculator with a transformer, JSON with LALR, Earley's ambiguities, errors."""

from lark import Lark, Transformer, UnexpectedInput, v_args


@v_args(inline=True)
class Calculate(Transformer):
    from operator import add, mul, neg, sub, truediv as div

    number = float

    def __init__(self):
        super().__init__()
        self.variables = {}

    def assign(self, name, value):
        self.variables[str(name)] = value
        return value

    def variable(self, name):
        return self.variables[str(name)]


GRAMMAR = """
    ?start: sum | NAME "=" sum -> assign
    ?sum: product | sum "+" product -> add | sum "-" product -> sub
    ?product: atom | product "*" atom -> mul | product "/" atom -> div
    ?atom: NUMBER -> number | "-" atom -> neg | NAME -> variable | "(" sum ")"
    %import common.CNAME -> NAME
    %import common.NUMBER
    %import common.WS_INLINE
    %ignore WS_INLINE
"""
calculator = Lark(GRAMMAR, parser="lalr", transformer=Calculate())
for text in ("a = 2 + 3 * 4", "b = -a / (7 - 5)", "a * b + 1"):
    print(text, "->", calculator.parse(text))

json = Lark(r"""
    ?value: object | array | string | SIGNED_NUMBER -> number | "true" -> true | "null" -> null
    array: "[" [value ("," value)*] "]"
    object: "{" [pair ("," pair)*] "}"
    pair: string ":" value
    string: ESCAPED_STRING
    %import common.ESCAPED_STRING
    %import common.SIGNED_NUMBER
    %import common.WS
    %ignore WS
""", start="value", parser="lalr", propagate_positions=True)
tree = json.parse('{"k": [1, -2.5e3, true, null], "s": "x"}')
print(tree.pretty())
print(tree.data, [str(token) for token in tree.scan_values(lambda token: token.type == "SIGNED_NUMBER")], tree.meta.end_column)
for text in ('{"k" 1}', '[1, 2', "[@]"):
    try:
        json.parse(text)
    except UnexpectedInput as error:
        print(type(error).__name__, error.line, error.column, repr(error.get_context(text)))

earley = Lark('start: a+ "c"\na: "a" | "a" "a" -> two\n', ambiguity="explicit")
print(earley.parse("aac").pretty())
print(list(calculator.lex("1+x"))[1].type, json.parse("[]") == json.parse("[ ]"))
