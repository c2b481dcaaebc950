# How much a pattern matches, as packages ask CPython's reader of patterns.
import re._constants
import re._parser

for text in (
    "a", "a*", "(?:ab|c)+", r"(a)\1", "(?=abc)x", "a{2,5}", "", "(?i:\u00e9)+", "(a|b){3}?", "(?:a{100000000}){100000}",
    "[^a]", ".*", "(a)(?(1)a|bc)", "^$", "(?>a|bc)", r"\b", "a|", b"ab?",
):  # fmt: skip
    print(ascii(text), re._parser.parse(text).getwidth())
for wrong in ("(", "a**", "(?P<x"):
    try:
        re._parser.parse(wrong)
    except re._constants.error as error:
        print(error)
print(
    re._parser.parse("a b", re.VERBOSE).getwidth(),
    int(re._constants.MAXREPEAT),
    re._parser.MAXGROUPS,
    re.error is re._constants.error,
)
