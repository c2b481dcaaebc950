"""Grammars: arithmetic, a configuration format, errors with places."""

import pyparsing as pp

number = pp.common.number()
operand = number | pp.common.identifier
expression = pp.infix_notation(
    operand,
    [
        (pp.one_of("+ -"), 1, pp.OpAssoc.RIGHT),
        ("**", 2, pp.OpAssoc.RIGHT),
        (pp.one_of("* /"), 2, pp.OpAssoc.LEFT),
        (pp.one_of("+ -"), 2, pp.OpAssoc.LEFT),
    ],
)
for text in ("1 + 2 * x", "(1 + 2) * -3", "2 ** 3 ** 2", "a - b - c / 4.5"):
    print(text, "->", expression.parse_string(text, parse_all=True).as_list())

key = pp.Word(pp.alphas, pp.alphanums + "_")
value = pp.QuotedString('"') | pp.common.integer | pp.DelimitedList(pp.Word(pp.alphas))
entry = pp.Group(key("key") + pp.Suppress("=") + pp.Group(value)("value"))
section = pp.Group(pp.Suppress("[") + key("name") + pp.Suppress("]") + pp.Group(pp.ZeroOrMore(entry))("entries"))
file = pp.OneOrMore(section).ignore(pp.python_style_comment)
text = '[main]  # first\nsize = 10\ntitle = "a b"\n[more]\nlist = x, y, z\n'
for found in file.parse_string(text):
    print(found.name, [(e.key, e.value.as_list()) for e in found.entries], found.as_dict().keys())
for grammar, text in ((expression, "1 + * 2"), (file, "[main]\nsize 10"), (pp.Literal("a") - pp.Literal("b"), "ac")):
    try:
        grammar.parse_string(text, parse_all=True)
    except pp.ParseBaseException as error:
        print(type(error).__name__, error, error.lineno, error.col, repr(error.mark_input_line()))
greeting = pp.Combine(pp.Word(pp.alphas) + pp.Opt("!"))
print([(tokens[0], start) for tokens, start, end in greeting.scan_string("hi there! you")])
print(pp.Word(pp.nums).set_parse_action(lambda t: int(t[0]) * 2).transform_string("a 1 b 22"))
print(pp.nested_expr().parse_string("(a (b c) d)").as_list(), pp.Regex(r"(?P<y>\d+)-(?P<m>\d+)").parse_string("2024-05").as_dict())
print(entry, pp.srange("[a-e]"), pp.Literal("x")[1, ...].parse_string("xxx"), pp.common.iso8601_date.parse_string("2020-02-30"[:8] + "11"))
