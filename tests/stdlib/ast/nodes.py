# Nodes: construction, fields, walks, places, changes, dumps.
import ast
import warnings

warnings.simplefilter("ignore")


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


print(
    ast.Name._fields,
    ast.Name._attributes,
    ast.expr._fields,
    ast.arguments._attributes,
    ast.Name.__match_args__,
)
for cls in (
    ast.Name,
    ast.Call,
    ast.Module,
    ast.ImportFrom,
    ast.Constant,
    ast.arguments,
    ast.FunctionDef,
    ast.Dict,
):
    print(cls.__doc__, cls._field_types, cls.__mro__[1:-1])
attempt(lambda: ast.Name(1, 2, 3))
attempt(lambda: ast.Module([], [], []))
attempt(lambda: ast.Name("a", id="b"))
attempt(lambda: sorted(vars(ast.Call(func=1))))
attempt(lambda: sorted(vars(ast.FunctionDef("a"))))
attempt(lambda: sorted(vars(ast.Name("x", lineno=3))))
attempt(lambda: ast.Name("x").lineno)
attempt(lambda: (ast.Name("x").end_lineno, ast.Constant(1).kind, ast.Return().value, ast.arg.end_lineno))
attempt(lambda: ast.AST(1))
attempt(lambda: ast.Load() == ast.Load())
attempt(lambda: ast.dump(3))
attempt(lambda: isinstance(ast.Name("x"), ast.expr) and issubclass(ast.For, ast.stmt))

tree = ast.parse(
    "def f(a, *, b=1):\n    '''Doc.\n      more'''\n    return [a + b, -a][0].c if a else f'{a!r}'\n"
)
print(ast.dump(tree))
print(ast.dump(tree, False))
print(ast.dump(tree, indent=2))
print(ast.dump(tree.body[0].args, indent="\t", include_attributes=True))
print(ast.dump(tree.body[0].args, show_empty=True))
print(ast.dump(ast.Call(ast.Name("f", ast.Load()), [], []), annotate_fields=False))
print(
    ast.dump(
        ast.Call(ast.Name("f", ast.Load()), [], [ast.keyword("a", ast.Constant(1))]), annotate_fields=False
    )
)
print(
    ast.dump(ast.Raise(None, ast.Constant(1)), annotate_fields=False),
    ast.dump(ast.Pass()),
    ast.dump(ast.List()),
)
print([type(node).__name__ for node in ast.walk(tree)])
print([type(node).__name__ for node in ast.iter_child_nodes(tree.body[0])])
print([name for name, _ in ast.iter_fields(tree.body[0])])
print(
    repr(ast.get_docstring(tree.body[0])),
    repr(ast.get_docstring(tree.body[0], clean=False)),
    ast.get_docstring(tree),
)
attempt(lambda: ast.get_docstring(ast.Pass()))

source = "x = (1 +\n  2); ä = 'é'; y\n"
for statement in ast.parse(source).body:
    print(
        repr(ast.get_source_segment(source, statement)), repr(ast.get_source_segment(source, statement.value))
    )
print(
    repr(
        ast.get_source_segment(
            "  x\nif 1:\n    a = (1,\n  2)\n"[4:],
            ast.parse("if 1:\n    a = (1,\n  2)\n").body[0].body[0],
            padded=True,
        )
    )
)
print(ast.get_source_segment("x", ast.Name("x")))


class Names(ast.NodeVisitor):
    def visit_Name(self, node):
        print("name", node.id)

    def visit_Constant(self, node):
        print("constant", node.value)


class Changes(ast.NodeTransformer):
    def visit_Name(self, node):
        return ast.copy_location(
            ast.Subscript(ast.Name("data", ast.Load()), ast.Constant(node.id), node.ctx), node
        )

    def visit_Pass(self, node):
        return None

    def visit_Expr(self, node):
        return [node, ast.copy_location(ast.Expr(ast.Constant(2)), node)]


tree = ast.parse("a = b + 1\npass\nc\n")
Names().visit(tree)
print(ast.dump(ast.fix_missing_locations(Changes().visit(tree)), include_attributes=True))
print(ast.dump(ast.increment_lineno(ast.parse("a\nb", mode="exec"), n=3), include_attributes=True))
node = ast.copy_location(ast.Constant(1), ast.parse("  x".strip(), mode="eval").body)
print(ast.dump(node, include_attributes=True))
print(ast.dump(ast.fix_missing_locations(ast.parse("(a)", mode="eval")), include_attributes=True))
print(ast.dump(ast.parse("x;y", mode="single")), ast.dump(ast.parse("x,y", mode="eval")))
print(
    ast.dump(ast.parse("(int, *str, **Any) -> float", mode="func_type")),
    ast.dump(ast.parse("() -> a[b]", mode="func_type")),
)
for text in ("x =", "(", "f(**a, *b)", "1 = 2"):
    attempt(lambda: ast.parse(text))
attempt(lambda: ast.parse("x", mode="other"))
attempt(lambda: ast.parse("x", feature_version=(2, 7)))
attempt(lambda: ast.parse(b"# coding: latin-1\nx = '\xe9'").body[0].value.value)
attempt(lambda: compile("x", "f", "exec", ast.PyCF_ONLY_AST).body[0].value.id)
attempt(lambda: compile("x", "f", "other"))
