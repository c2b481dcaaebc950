# Literals out of text and out of trees, and what is no literal.
import ast

TEXTS = ["1", "-1", "+1", "- 1", "1+2j", "-1-2j", "1.5", "'a' 'b'", "b'x'", "[1, (2, 3), {4: 5}]", "{1, 2}", "set()", "()",
         "{}", "None", "True", "...", " 1", "\t1", "  [1]", "10**2", "a", "1+1", "1j+1", "f()", "set(1)", "{**{}}", "~1",
         "--1", "-'a'", "lambda: 1", "f'a'", "[a]", "(1", "1 2", "", "\n1", "{1: 2, **a}", "(1, *a)", "not 1",
         "1 if 2 else 3", "[1 for x in y]", "-True", "1+True", "-(1)"]  # fmt: skip
for text in TEXTS:
    try:
        print(repr(text), repr(ast.literal_eval(text)))
    except (ValueError, TypeError, SyntaxError) as error:
        # How nodes look differs between versions.
        shown = str(error).split(":")[0] if "malformed" in str(error) else error
        print(repr(text), type(error).__name__, shown)
print(
    ast.literal_eval(ast.parse("[1]", mode="eval")), ast.literal_eval(ast.List([ast.Constant(1)], ast.Load()))
)
for value in (3, None, [1]):
    try:
        ast.literal_eval(value)
    except ValueError as error:
        print(error)
