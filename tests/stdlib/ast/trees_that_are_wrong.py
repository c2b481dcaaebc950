# What compile() says of trees that no source text has: patterns, places, classes of groups; and older versions of the language.
# slow: compiles many trees
# python: 3.14
import ast


def tried(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def compiled(tree, mode="exec"):
    return tried(lambda: compile(ast.fix_missing_locations(tree), "<t>", mode) and "ok")


load = ast.Load()
x = ast.Name("x", load)
one = ast.Constant(1)
for pattern in (
    ast.MatchValue(x), ast.MatchValue(ast.Constant(None)), ast.MatchValue(ast.Constant(1j)),
    ast.MatchValue(ast.UnaryOp(ast.USub(), one)), ast.MatchValue(ast.UnaryOp(ast.UAdd(), one)),
    ast.MatchValue(ast.BinOp(one, ast.Add(), ast.Constant(2j))), ast.MatchValue(ast.BinOp(one, ast.Mult(), one)),
    ast.MatchStar("a"), ast.MatchSequence([ast.MatchStar("a"), ast.MatchAs()]), ast.MatchSequence([ast.MatchStar("_")]),
    ast.MatchMapping([], [], "_"), ast.MatchMapping([ast.Constant(None)], [ast.MatchAs()]),
    ast.MatchMapping([x], [ast.MatchAs()]), ast.MatchAs(None, "_"), ast.MatchAs(None, "True"),
    ast.MatchClass(one, [], [], []), ast.MatchClass(ast.Attribute(x, "y", load), [], [], []),
    ast.MatchClass(ast.Attribute(one, "y", load), [], [], []), ast.pattern(), None,
):  # fmt: skip
    match = ast.Match(x, [ast.match_case(pattern, None, [ast.Pass()])])
    print(pattern and ast.dump(pattern), compiled(ast.Module([match], [])))
print(compiled(ast.Module([ast.Expr(ast.expr())], [])), compiled(ast.Module([ast.stmt()], [])))
print(compiled(ast.Module([ast.Expr(ast.Name("x", load, lineno="a"))], [])), compiled(ast.Module([], None)))
for kind in (ast.ListComp, ast.SetComp, ast.GeneratorExp):
    print(compiled(ast.Expression(kind(ast.Name("x", ast.Store()), [])), "eval"))
for places in ((10, 0, 1, 5), (-10, 0, -11, 5), (-5, 0, -2, 5), (-5, 0, -5, 5), (1, 10, 1, 1), (1, -5, 1, 1), (1, -5, 1, -5)):
    tree = ast.parse("a = 1")
    for name, value in zip(("lineno", "col_offset", "end_lineno", "end_col_offset"), places):
        setattr(tree.body[0], name, value)
    print(places, tried(lambda: compile(tree, "", "exec") and "ok"))

for text in (
    "async def f(): pass", "async def f():\n async for x in y: pass", "async def f():\n async with y: pass", "a @= b", "a @ b",
    "x: int", "(y := 1)", "match 1:\n case 2: pass", "try: pass\nexcept* E: pass", "def f(a, /): pass", "lambda a, /: 1",
    "type X = 1", "def f[T](): pass", "class A[T = int]: pass", "async def f():\n return [x async for x in y]",
    "def f():\n  x: int = 1\n  match x:\n   case 1: pass",
):  # fmt: skip
    answers = [tried(lambda: ast.parse(text, feature_version=(3, minor)) and "ok").split(" (<")[0] for minor in range(4, 15)]
    print(repr(text), answers.count("ok"), *dict.fromkeys(answers))
print(tried(lambda: ast.parse("1", feature_version=(2, 7))), tried(lambda: ast.parse("(x := 1)", feature_version=7)))
print(ast.cmpop.__doc__, ast.boolop.__doc__)
