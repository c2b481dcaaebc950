# The words of unsupported operands.
import operator


class C:
    pass


pairs = [(1, "a"), ("a", 1), ([], ()), ({}, {}), (None, 1), (C(), 2), (1.5, b""), ({1}, [1])]
ops = [("+", operator.add), ("-", operator.sub), ("*", operator.mul), ("/", operator.truediv), ("//", operator.floordiv),
       ("%", operator.mod), ("@", operator.matmul), ("<<", operator.lshift), (">>", operator.rshift), ("&", operator.and_),
       ("|", operator.or_), ("^", operator.xor), ("**", operator.pow), ("<", operator.lt), (">=", operator.ge)]
for a, b in pairs:
    for name, op in ops:
        try:
            op(a, b)
        except TypeError as e:
            print(name, "|", e)
