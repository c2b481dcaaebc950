# What older versions of the language don't have: for ast.parse() with a feature_version.

from ast import MatMult, iter_child_nodes

# The version that brought a node, and what it is.
_NODES = {
    "AsyncFunctionDef": (5, "Async functions are"),
    "AsyncFor": (5, "Async for loops are"),
    "AsyncWith": (5, "Async with statements are"),
    "Await": (5, "Await expressions are"),
    "AnnAssign": (6, "Variable annotation syntax is"),
    "NamedExpr": (8, "Assignment expressions are"),
    "Match": (10, "Pattern matching is"),
    "TryStar": (11, "Exception groups are"),
    "TypeAlias": (12, "Type statement is"),
}
# The same for fields of nodes that must be empty.
_FIELDS = {
    "posonlyargs": (8, "Positional-only parameters are"),
    "type_params": (12, "Type parameter lists are"),
    "default_value": (13, "Type parameter defaults are"),
}


def _needs(node):
    """The versions that brought a node or parts of it."""
    if isinstance(getattr(node, "op", None), MatMult):
        yield 5, "The '@' operator is"
    if getattr(node, "is_async", False):
        yield 6, "Async comprehensions are"
    for field in node._fields:
        if field in _FIELDS and getattr(node, field):
            yield _FIELDS[field]
    if type(node).__name__ in _NODES:
        yield _NODES[type(node).__name__]


def check(tree, minor, filename):
    """Raise a SyntaxError for the first thing in a tree that version 3.minor doesn't have, inner ones first."""
    waiting = [(tree, iter_child_nodes(tree))]
    while waiting:
        node, children = waiting[-1]
        child = next(children, None)
        if child is not None:
            waiting.append((child, iter_child_nodes(child)))
            continue
        waiting.pop()
        for needed, what in _needs(node):
            if minor < needed:
                place = next((each for each in (node, *(above for above, _ in reversed(waiting))) if hasattr(each, "lineno")))
                raise SyntaxError(
                    f"{what} only supported in Python 3.{needed} and greater",
                    (filename, place.lineno, place.col_offset + 1, None, place.end_lineno, place.end_col_offset + 1),
                )
