"""Types in comments, `# type: int`, put into the trees of the statements that they stand behind."""

from ast import (
    Assign, AsyncFor, AsyncFunctionDef, AsyncWith, For, FunctionDef, Module, TypeIgnore, With, iter_child_nodes, walk,
)  # fmt: skip
from io import StringIO
from tokenize import COMMENT, detect_encoding, generate_tokens

_HEADS = (For, AsyncFor, With, AsyncWith, FunctionDef, AsyncFunctionDef)


def add_comments(tree, source, is_text):
    """Give nodes the types that stand in comments behind them, and the module its comments that ask to ignore types."""
    if is_text:
        text = source.decode()
    else:
        lines = iter(source.splitlines(True))
        encoding, _ = detect_encoding(lambda: next(lines, b""))
        text = source.decode(encoding)
    # By lines: what stands in front of the comment, and the type.
    comments = {}
    ignores = []
    for token in generate_tokens(StringIO(text).readline):
        if token.type == COMMENT and (kind := _type_in(token.string)):
            row, column = token.start
            if kind.startswith("ignore") and not (kind[6:7].isascii() and kind[6:7].isalnum()):
                ignores.append(TypeIgnore(row, kind[6:]))
            else:
                comments[row] = token.line.split("\n")[-2 if token.line.endswith("\n") else -1][:column], kind
    if isinstance(tree, Module):
        tree.type_ignores = ignores
    if comments:
        for node in walk(tree):
            if isinstance(node, Assign):
                _add_to_assignment(node, comments)
            elif isinstance(node, _HEADS):
                _add_to_head(node, comments)
    return tree


def _type_in(comment):
    """The type that a comment tells, or an empty text."""
    rest = comment[1:].lstrip(" \t")
    return rest[5:].lstrip(" \t") if rest.startswith("type:") else ""


def _add_to_assignment(node, comments):
    before, kind = comments.get(node.end_lineno, ("", None))
    if kind and not before.encode()[node.end_col_offset :].strip(b" \t)"):
        node.type_comment = kind


def _add_to_head(node, comments):
    """A type stands behind the colon; that of a function may also stand alone on the next line."""
    is_function = isinstance(node, (FunctionDef, AsyncFunctionDef))
    for row in range(node.lineno, node.body[0].lineno):
        before, kind = comments.get(row, ("", None))
        before = before.strip()
        if kind and (before.endswith(":") or is_function and not before and node.type_comment is None):
            node.type_comment = kind
            break
        if kind and is_function:
            _add_to_parameter(node, row, kind)


def _add_to_parameter(node, row, kind):
    """Gives the type to the last parameter that ends on the line."""
    parameters = [child for child in iter_child_nodes(node.args) if hasattr(child, "arg") and child.end_lineno == row]
    if parameters:
        max(parameters, key=lambda parameter: parameter.col_offset).type_comment = kind
