# python: 3.14
# Trees compared node by node.
import ast

one, other = ast.parse("x = [1, 2]"), ast.parse("x  =  [1,\n2]")
print(ast.compare(one, other), ast.compare(one, other, compare_attributes=True), ast.compare(one, one, compare_attributes=True))
print(ast.compare(ast.Constant(1), ast.Constant(True)), ast.compare(ast.Constant(1), ast.Constant(1)))
print(ast.compare(ast.Name("a"), ast.Name("a", ast.Store())), ast.compare(ast.parse("f()"), ast.parse("f(x)")))
