"""Values of trees that consist of literals."""

from ast import (
    Add, BinOp, Call, Constant, Dict, List, Name, Set, Sub, Tuple, UAdd, UnaryOp, USub,
)  # fmt: skip


def _malformed(node):
    message = "malformed node or string"
    if line := getattr(node, "lineno", None):
        message += f" on line {line}"
    return ValueError(f"{message}: {node!r}")


def _number(node):
    """The value of a number without a sign."""
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        raise _malformed(node)
    return node.value


def _signed_number(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        operand = _number(node.operand)
        return +operand if isinstance(node.op, UAdd) else -operand
    return _number(node)


def value_of(node):
    """The value of a literal."""
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple(map(value_of, node.elts))
    if isinstance(node, List):
        return list(map(value_of, node.elts))
    if isinstance(node, Set):
        return set(map(value_of, node.elts))
    if isinstance(node, Call):
        # There is no other way to write an empty set.
        if isinstance(node.func, Name) and node.func.id == "set" and node.args == node.keywords == []:
            return set()
    elif isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            raise _malformed(node)
        return dict(zip(map(value_of, node.keys), map(value_of, node.values)))
    elif isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left, right = _signed_number(node.left), _number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _signed_number(node)
