# Chains of operators, attributes, calls and subscripts nest to the left, however long they are.
n = 700


class Node:
    def __init__(self):
        self.next = self
        self.calls = 0

    def step(self, by=1):
        self.calls += by
        return self

    def __getitem__(self, key):
        self.calls += 1
        return self

    def __add__(self, other):
        self.calls += 10
        return self


node = Node()


def same():
    return same


x = 3
for chain in (".next", ".step()", ".step(by=2)", "[0]", "[x:]", "[1:2:3]", " + x", ".next[0].step(x)"):
    node.calls = 0
    print(chain, eval("node" + chain * n) is node, node.calls)
print(eval("same" + "()" * n) is same)
print(eval(" - ".join(["x"] * n)), eval(" * ".join(["1"] * n)), eval(" | ".join(["x"] * n)), len(eval(" + ".join(["'ab'"] * n))))
print(eval("x" + " + 2 * x" * n), eval("x" + " + (x - x - x - x)" * n))
exec("node" + ".next" * n + ".value = 5\nprint(node.value)\ndel node" + ".next" * n + ".value\nprint(hasattr(node, 'value'))")
exec("node" + ".next" * n + ".calls += 1\nnode" + "[0]" * 10 + ".calls = 7\nprint(node.calls)")
exec("def local(a):\n    if a" + ".next" * n + " is a and not a" + ".step()" * n + " is None:\n        return [y for y in [a" + ".next" * n + "]][0] is a\nprint(local(node))")
exec("def generator(a):\n    yield a" + " + (yield a)" * 50 + "\ng = generator(1)\nprint(next(g), [g.send(i) for i in range(50)])")
try:
    eval("node" + ".next" * n + ".missing" + ".next" * n)
except AttributeError as e:
    print(e)
try:
    eval("x" + " + x" * n + " + None" + " + x" * n)
except TypeError as e:
    print(e)
