# python: 3.14
# requires: files
# slow: many trees
import ast

SOURCE = '''
"module"
def f():
    "function"
class A:
    "class"
    x = __debug__
async def g():
    "first"
    return 1 + 2
'''
for level in -1, 0, 1, 2:
    print(level, ast.dump(ast.parse(SOURCE, optimize=level)))
tree = ast.parse(SOURCE)
print(ast.dump(ast.parse(tree, optimize=2)) == ast.dump(ast.parse(SOURCE, optimize=2)), ast.parse(tree) is tree)
print(ast.dump(tree) == ast.dump(ast.parse(SOURCE)))
for node, mode in (
    (ast.Constant(3), "eval"), (ast.parse("1", mode="eval"), "exec"), (ast.parse("1"), "single"), (tree, "func_type"),
):  # fmt: skip
    try:
        print(ast.parse(node, mode=mode))
    except TypeError as error:
        print(error)
with open("program.py", "w") as file:
    file.write("if __debug__: pass")
ast.main(["program.py", "-i", "1", "-O", "1", "--show-empty"])
exec(compile(ast.parse(SOURCE, optimize=2), "x", "exec"))
print(f.__doc__, A.__doc__, A.x)
