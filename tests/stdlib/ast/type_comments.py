# Types in comments, which parse() reads if it is asked to.
import ast

SOURCE = '''
x = 1  # type: int
y = z = (1,
  2)  # type:  Tuple[int, int]
for i in x:  # type: int
    pass
with a as b, c:  # type: int
    pass
def f(a, b=1):  # type: (int, int) -> str
    return a
def g(a,  # type: int
      *b,  # type: str
      c=2,
      d=(3)  # type: float
      ):
    # type: (...) -> None
    """doc"""
async def h():
    # type: () -> int
    q = 1  # type: List[int] # more
    async for u in v:  # type: x
        pass
x = 5  # type: ignore
y = 6  # type: ignore[code]
z = 7  # types: int
s = "# type: str"
w = 8  # type: ignored
v = 9  #type:int
'''
for node in ast.walk(ast.parse(SOURCE, type_comments=True)):
    if getattr(node, "type_comment", None) is not None:
        print(type(node).__name__, getattr(node, "lineno", None), repr(node.type_comment))
print(ast.dump(ast.Module([], ast.parse(SOURCE, type_comments=True).type_ignores)))
print(ast.dump(ast.Module([], ast.parse(SOURCE).type_ignores)))
print(ast.unparse(ast.parse(SOURCE, type_comments=True)))
print(ast.parse(SOURCE.encode(), type_comments=True).body[0].type_comment)
