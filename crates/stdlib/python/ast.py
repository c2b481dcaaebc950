"""Syntax trees: read from source text, walked over, changed, shown, and written as source text again."""

from _ast import *
from _ast import AST



def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None, optimize=-1):
    """Return the tree of source text: for a module, with mode "eval" for an expression, "single" for one statement at a
    prompt, and "func_type" for the signature in a type comment.
    """
    flags = PyCF_ONLY_AST
    if optimize > 0:
        flags |= PyCF_OPTIMIZED_AST
    if type_comments:
        flags |= PyCF_TYPE_COMMENTS
    if isinstance(feature_version, tuple):
        major, minor = feature_version
        if major != 3:
            raise ValueError(f"Unsupported major version: {major}")
        feature_version = minor
    tree = compile(source, filename, mode, flags, optimize=optimize)
    if feature_version is not None and feature_version >= 0:
        from _ast_versions import check

        check(tree, feature_version, filename)
    return tree


def iter_fields(node):
    """Generate the name and the value of each field that a node has."""
    for field in node._fields:
        try:
            yield field, getattr(node, field)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """Generate the nodes that are fields of a node, or items of fields that are lists."""
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """Generate a node and all nodes below it, each level before the next."""
    level = [node]
    while level:
        below = []
        for node in level:
            # Whoever gets a node may change it before its children are looked at.
            yield node
            below.extend(iter_child_nodes(node))
        level = below


class NodeVisitor:
    """Calls a method for each node: `visit_` and the name of its class, or generic_visit."""

    def visit(self, node):
        """Visit a node."""
        method = getattr(self, "visit_" + type(node).__name__, self.generic_visit)
        return method(node)

    def generic_visit(self, node):
        """Visit the children of a node."""
        for _, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)


class NodeTransformer(NodeVisitor):
    """Puts in the place of each node what the method for it returns: a node, nothing, or in lists several ones."""

    def generic_visit(self, node):
        """Visit the children of a node, and put what comes of them in their places."""
        for field, value in iter_fields(node):
            if isinstance(value, list):
                kept = []
                for item in value:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            kept.extend(item)
                            continue
                    kept.append(item)
                value[:] = kept
            elif isinstance(value, AST):
                changed = self.visit(value)
                if changed is None:
                    delattr(node, field)
                else:
                    setattr(node, field, changed)
        return node


def copy_location(new_node, old_node):
    """Give a node the place of another one, as far as both have places; return it."""
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            # The ends may be unknown, which is worth copying too.
            if value is not None or name.startswith("end_") and hasattr(old_node, name):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Give each node below a node that lacks a place the place of the node around it; return the node."""
    waiting = [(node, (1, 0, 1, 0))]
    while waiting:
        inner, place = waiting.pop()
        line, column, end_line, end_column = place
        if "lineno" in inner._attributes:
            line = _attribute(inner, "lineno", line, hasattr)
        if "end_lineno" in inner._attributes:
            end_line = _attribute(inner, "end_lineno", end_line, _has_value)
        if "col_offset" in inner._attributes:
            column = _attribute(inner, "col_offset", column, hasattr)
        if "end_col_offset" in inner._attributes:
            end_column = _attribute(inner, "end_col_offset", end_column, _has_value)
        place = line, column, end_line, end_column
        waiting.extend((child, place) for child in iter_child_nodes(inner))
    return node


def _has_value(node, name):
    return getattr(node, name, None) is not None


def _attribute(node, name, default, has):
    """The attribute, which gets a value if there is none."""
    if not has(node, name):
        setattr(node, name, default)
    return getattr(node, name)


def increment_lineno(node, n=1):
    """Move a node and all below it down by some lines; return the node."""
    for child in walk(node):
        # A TypeIgnore is no part of the text: its line is a field.
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, "lineno", 0) + n
            continue
        if "lineno" in child._attributes:
            child.lineno = getattr(child, "lineno", 0) + n
        if "end_lineno" in child._attributes and (end := getattr(child, "end_lineno", 0)) is not None:
            child.end_lineno = end + n
    return node


def get_docstring(node, clean=True):
    """Return the documentation of a function, class or module, or None; without its indentation if clean."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{type(node).__name__!r} can't have docstrings")
    if not (node.body and isinstance(node.body[0], Expr)):
        return None
    value = node.body[0].value
    if not (isinstance(value, Constant) and isinstance(value.value, str)):
        return None
    if not clean:
        return value.value
    from inspect import cleandoc

    return cleandoc(value.value)


def _lines(source, most=None):
    """The lines of a text with their ends, which are only those that Python knows."""
    lines = []
    start = at = 0
    while at < len(source) and (most is None or len(lines) < most):
        character = source[at]
        at += 1
        if character == "\r" and source[at : at + 1] == "\n":
            at += 1
        if character in "\r\n":
            lines.append(source[start:at])
            start = at
    if start < len(source) and (most is None or len(lines) < most):
        lines.append(source[start:])
    return lines


def get_source_segment(source, node, *, padded=False):
    """Return the part of a text that a node was read from, or None if the node does not know all of its place.

    If padded, the first of several lines gets spaces for what stands in front of it.
    """
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = [line.encode() for line in _lines(source, last + 1)[first : last + 1]]
    if first == last:
        return lines[0][start:end].decode()
    before = lines[0][:start].decode()
    padding = "".join(character if character in "\f\t" else " " for character in before) if padded else ""
    lines[0] = padding.encode() + lines[0][start:]
    lines[-1] = lines[-1][:end]
    return b"".join(lines).decode()


def compare(a, b, /, *, compare_attributes=False):
    """Whether two trees are the same; with compare_attributes also where their nodes stand."""
    if type(a) is not type(b):
        return False
    if isinstance(a, list):
        same_length = len(a) == len(b)
        return same_length and all(compare(one, other, compare_attributes=compare_attributes) for one, other in zip(a, b))
    if not isinstance(a, AST):
        return a == b
    names = a._fields + a._attributes if compare_attributes else a._fields
    return (a._fields, a._attributes) == (b._fields, b._attributes) and all(
        compare(getattr(a, name, ...), getattr(b, name, ...), compare_attributes=compare_attributes) for name in names
    )


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """Return a node and all below it as text, as the calls that would make it.

    annotate_fields shows the names of fields, include_attributes the places. With indent each node stands on its own
    lines. Fields that are None or empty lists are left out unless show_empty.
    """
    if not isinstance(node, AST):
        raise TypeError(f"expected AST, got {type(node).__name__!r}")
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent
    return _dumped(node, 0, (annotate_fields, include_attributes, indent, show_empty))[0]


def _dumped(node, level, options):
    """The text of a node or list at a level of indentation, and whether nothing in it is worth a line of its own."""
    annotate, attributes, indent, show_empty = options
    level += 1
    start, comma = ("", ", ") if indent is None else ("\n" + indent * level, ",\n" + indent * level)
    if isinstance(node, list):
        if not node:
            return "[]", True
        return f"[{start}{comma.join(_dumped(item, level, options)[0] for item in node)}]", False
    if not isinstance(node, AST):
        return repr(node), True
    cls = type(node)
    parts = []
    left_out = []
    all_simple = True
    for name in node._fields:
        try:
            value = getattr(node, name)
        except AttributeError:
            annotate = True
            continue
        if value is None and getattr(cls, name, ...) is None:
            annotate = True
            continue
        if not show_empty and _is_left_out(node, name, value):
            left_out.append(repr(value))
            continue
        if left_out and not annotate:
            parts.extend(left_out)
        left_out = []
        text, is_simple = _dumped(value, level, options)
        all_simple = all_simple and is_simple
        parts.append(f"{name}={text}" if annotate else text)
    if attributes and cls._attributes:
        for name in cls._attributes:
            value = getattr(node, name, None)
            if value is None and (not hasattr(node, name) or getattr(cls, name, ...) is None):
                continue
            text, is_simple = _dumped(value, level, options)
            all_simple = all_simple and is_simple
            parts.append(f"{name}={text}")
    if all_simple and len(parts) <= 3:
        return f"{cls.__name__}({', '.join(parts)})", not parts
    return f"{cls.__name__}({start}{comma.join(parts)})", False


def _is_left_out(node, name, value):
    """Whether a field is an empty list where the constructor makes one by itself."""
    return value == [] and getattr(node._field_types.get(name), "__origin__", None) is list


def literal_eval(node_or_string):
    """Return the value of an expression that consists of literals: strings, bytes, numbers, tuples, lists, dicts, sets,
    booleans, None and Ellipsis; from its text or its tree.
    """
    from _ast_literals import value_of

    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(" \t"), mode="eval").body
    elif isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return value_of(node_or_string)


def unparse(ast_obj):
    """Return source text whose tree is like the given one."""
    from _ast_text import Writer

    return Writer().text(ast_obj)


def main(args=None):
    from argparse import ArgumentParser
    import sys

    parser = ArgumentParser(prog="python -m ast")
    parser.add_argument("infile", nargs="?", default="-", help="the file to parse; defaults to stdin")
    parser.add_argument("-m", "--mode", default="exec", choices=("exec", "single", "eval", "func_type"),
                        help="specify what kind of code must be parsed")  # fmt: skip
    parser.add_argument("--no-type-comments", default=True, action="store_false",
                        help="don't add information about type comments")  # fmt: skip
    parser.add_argument("-a", "--include-attributes", action="store_true",
                        help="include attributes such as line numbers and column offsets")  # fmt: skip
    parser.add_argument("-i", "--indent", type=int, default=3, help="indentation of nodes (number of spaces)")
    parser.add_argument("--show-empty", action="store_true", help="show empty lists and fields in dump output")
    parser.add_argument("--feature-version", metavar="VERSION", help="Python version in the format 3.x (for example, 3.10)")
    parser.add_argument("-O", "--optimize", type=int, default=-1, metavar="LEVEL", help="optimization level for parser")
    arguments = parser.parse_args(args)
    version = None
    if arguments.feature_version:
        try:
            major, minor = map(int, arguments.feature_version.split("."))
        except ValueError:
            parser.error("Invalid format for --feature-version; expected format 3.x (for example, 3.10)")
        version = major, minor
    if arguments.infile == "-":
        name, source = "<stdin>", sys.stdin.buffer.read()
    else:
        name = arguments.infile
        with open(name, "rb") as file:
            source = file.read()
    tree = parse(source, name, arguments.mode, type_comments=arguments.no_type_comments, feature_version=version,
                 optimize=arguments.optimize)  # fmt: skip
    print(dump(tree, include_attributes=arguments.include_attributes, indent=arguments.indent,
               show_empty=arguments.show_empty))  # fmt: skip


if __name__ == "__main__":
    main()
