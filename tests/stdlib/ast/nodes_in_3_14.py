# What nodes have from Python 3.14 on: a repr, replacement, templates.
# python: 3.14
import ast
import copy

tree = ast.parse("x = [1, 2, 3]\nf(a, b)\n'doc'")
print(repr(tree))
print(
    repr(tree.body[0]),
    repr(ast.Load()),
    repr(ast.Name("x")),
    repr(ast.Call(ast.Name("f"), [ast.Constant(1)], [])),
)
name = ast.parse("name", mode="eval").body
other = copy.replace(name, id="other", lineno=7)
print(ast.dump(other, include_attributes=True), name.id)
try:
    copy.replace(name, unknown=1)
except TypeError as error:
    print(error)
template = ast.parse("t'a{b!r:>{c}}'", mode="eval")
print(ast.dump(template))
print(ast.unparse(template))
value = eval(compile(template, "f", "eval"), {"b": 1, "c": 5})
print(value.strings, value.interpolations)
