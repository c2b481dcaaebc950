# Document types in documents: entities, attributes with defaults, and what else is declared. External ones are not read.
import re

from _xml_reader import NAME, _reference
from _xml_source import Incomplete

_S = "[ \t\r\n]"
_QUOTED = """("[^"]*"|'[^']*')"""
_head = re.compile(
    f"<!DOCTYPE{_S}+({NAME})(?:{_S}+SYSTEM{_S}+{_QUOTED}|{_S}+PUBLIC{_S}+{_QUOTED}{_S}+{_QUOTED})?{_S}*([\\[>])"
)
_tail = re.compile(f"\\]{_S}*>")
# A part of the subset as a whole: text in quotes may hold anything.
_part = re.compile(
    f"""{_S}+|<!--.*?-->|<\\?.*?\\?>|%{NAME};|<!(?:ENTITY|ATTLIST|ELEMENT|NOTATION)(?:[^"'<>]|"[^"]*"|'[^']*')*>""", re.DOTALL
)
_entity = re.compile(
    f"<!ENTITY{_S}+(%{_S}+)?({NAME}){_S}+(?:{_QUOTED}|SYSTEM{_S}+{_QUOTED}|PUBLIC{_S}+{_QUOTED}{_S}+{_QUOTED})"
    f"(?:{_S}+NDATA{_S}+({NAME}))?{_S}*>"
)
_attributes = re.compile(f"<!ATTLIST{_S}+({NAME})(.*)>", re.DOTALL)
_attribute = re.compile(
    f"{_S}+({NAME}){_S}+([A-Z]+(?:{_S}*\\([^)]*\\))?|\\([^)]*\\))"
    f"{_S}+(?:#(REQUIRED|IMPLIED)|(?:(#FIXED){_S}+)?{_QUOTED})"
)
_element = re.compile(f"<!ELEMENT{_S}+({NAME}){_S}+(.*?){_S}*>", re.DOTALL)
_notation = re.compile(
    f"<!NOTATION{_S}+({NAME}){_S}+(?:SYSTEM{_S}+{_QUOTED}|PUBLIC{_S}+{_QUOTED}(?:{_S}+{_QUOTED})?){_S}*>"
)
_token = re.compile(f"{_S}*(#PCDATA|{NAME}|[(),|])([?*+]?){_S}*")


class Doctype:
    """What is known of a document's type. There may be more of it that is not read."""

    def __init__(self, has_more):
        self.has_more = has_more


def _inside(quoted):
    return None if quoted is None else quoted[1:-1]


def read(parser):
    """Read the document type at the parser's place."""
    text, start = parser._text, parser._at
    head = _head.match(text, start)
    if not head:
        # It is wrong, or not there as a whole.
        if not re.compile("[\\[>]").search(text, start) and not parser._is_final:
            raise Incomplete
        parser._fail("SYNTAX", start + 9)
    at, parts = head.end(), []
    if head[5] == "[":
        while not (tail := _tail.match(text, at)):
            part = _part.match(text, at)
            if not part:
                if text.startswith("<!", at) and re.compile("<!(ENTITY|ATTLIST|ELEMENT|NOTATION|--)").match(text, at) is None:
                    if len(text) - at >= 10 or parser._is_final:
                        parser._fail("INVALID_TOKEN" if text[at + 2 : at + 3] == "[" else "SYNTAX", at)
                elif at < len(text) and text[at] not in "<%]":
                    parser._fail("INVALID_TOKEN" if text[at] in "&" else "SYNTAX", at)
                raise Incomplete
            parts.append((at, part[0]))
            at = part.end()
        at = tail.end()
    system, public = _inside(head[2] or head[4]), _inside(head[3])
    if parser._doctype is not None:
        parser._fail("SYNTAX")
    doctype = parser._doctype = Doctype(system is not None)
    parser._doctype_named = head[1], public, system
    if parser.StartDoctypeDeclHandler is not None:
        parser.StartDoctypeDeclHandler(head[1], system, public, head[5] == "[")
    else:
        parser._default(head[0])
    for place, part in parts:
        parser._at = place
        _declare(parser, doctype, part)
    parser._at = at
    if parser.EndDoctypeDeclHandler is not None:
        parser.EndDoctypeDeclHandler()


def _declare(parser, doctype, part):
    if part.startswith("%"):
        doctype.has_more = True
        if parser.SkippedEntityHandler is not None:
            parser.SkippedEntityHandler(part[1:-1], True)
        return
    if part.startswith("<!--"):
        if parser.CommentHandler is not None:
            parser.CommentHandler(part[4:-3])
        return
    if part.startswith("<?"):
        target, _, rest = part[2:-2].partition(" ")
        if parser.ProcessingInstructionHandler is not None:
            parser.ProcessingInstructionHandler(target, rest.lstrip())
        return
    for start, act in (
        ("<!ENTITY", _declare_entity), ("<!ATTLIST", _declare_attributes), ("<!ELEMENT", _declare_element),
        ("<!NOTATION", _declare_notation),
    ):  # fmt: skip
        if part.startswith(start):
            act(parser, part)


def _declare_entity(parser, part):
    found = _entity.fullmatch(part)
    if not found:
        parser._fail("SYNTAX")
    is_parameter, name, value = found[1] is not None, found[2], _inside(found[3])
    system, public, notation = _inside(found[4] or found[6]), _inside(found[5]), found[7]
    if value is not None:
        value = _reference.sub(lambda ref: parser._character(ref[1], parser._at) if ref[1] else ref[0], value)
    if notation is not None and parser.UnparsedEntityDeclHandler is not None:
        parser.UnparsedEntityDeclHandler(name, parser._base, system, public, notation)
    elif parser.EntityDeclHandler is not None:
        parser.EntityDeclHandler(name, is_parameter, value, parser._base, system, public, notation)
    if not is_parameter:
        # The first declaration counts.
        parser._entities.setdefault(name, (system, public) if value is None else value)


def _declare_attributes(parser, part):
    found = _attributes.fullmatch(part)
    if not found:
        parser._fail("SYNTAX")
    tag, rest, at = found[1], found[2], 0
    while attribute := _attribute.match(rest, at):
        name, kind, given, fixed, default = attribute.groups()
        default = None if default is None else parser._value(default[1:-1], parser._at)
        if parser.AttlistDeclHandler is not None:
            kind = re.sub(f"{_S}*([(|)]){_S}*", r"\1", kind)
            parser.AttlistDeclHandler(tag, name, kind, default, given == "REQUIRED" or fixed is not None)
        if kind != "CDATA" and name not in parser._defaults.get(tag, ()):
            parser._tokens.setdefault(tag, set()).add(name)
        if default is not None:
            parser._defaults.setdefault(tag, {}).setdefault(name, default)
        at = attribute.end()
    if rest[at:].strip():
        parser._fail("SYNTAX")


def _declare_notation(parser, part):
    found = _notation.fullmatch(part)
    if not found:
        parser._fail("SYNTAX")
    if parser.NotationDeclHandler is not None:
        parser.NotationDeclHandler(found[1], parser._base, _inside(found[2] or found[4]), _inside(found[3]))


_QUANTITIES = {"": 0, "?": 1, "*": 2, "+": 3}


def _declare_element(parser, part):
    found = _element.fullmatch(part)
    if not found:
        parser._fail("SYNTAX")
    if parser.ElementDeclHandler is None:
        return
    if found[2] in ("EMPTY", "ANY"):
        model = (1 if found[2] == "EMPTY" else 2, 0, None, ())
    else:
        model = _model(parser, found[2])
    parser.ElementDeclHandler(found[1], model)


def _model(parser, text):
    """What an element may hold, as a tree of tuples: kind, quantity, name, children."""
    at, stack = 0, [[]]
    separators = [""]
    while at < len(text):
        token = _token.match(text, at)
        if not token:
            parser._fail("SYNTAX")
        word, quantity, at = token[1], token[2], token.end()
        if word == "(":
            stack.append([])
            separators.append("")
        elif word in "|,":
            separators[-1] = word
        elif word == ")":
            if len(stack) < 2:
                parser._fail("SYNTAX")
            children, separator = stack.pop(), separators.pop()
            if children and children[0] == "#PCDATA":
                stack[-1].append((3, _QUANTITIES[quantity], None, tuple(children[1:])))
            else:
                stack[-1].append((5 if separator == "|" else 6, _QUANTITIES[quantity], None, tuple(children)))
        else:
            stack[-1].append(word if word == "#PCDATA" else (4, _QUANTITIES[quantity], word, ()))
    if len(stack) != 1 or len(stack[0]) != 1:
        parser._fail("SYNTAX")
    return stack[0][0]
