"""XInclude: elements that stand for other documents, or for text, are replaced by these.

    tree = ElementTree.parse("book.xml")
    ElementInclude.include(tree)
"""

import copy
from urllib.parse import urljoin

from . import ElementTree

XINCLUDE = "{http://www.w3.org/2001/XInclude}"
XINCLUDE_INCLUDE = XINCLUDE + "include"
XINCLUDE_FALLBACK = XINCLUDE + "fallback"
# How deep documents may include each other.
DEFAULT_MAX_INCLUSION_DEPTH = 6


class FatalIncludeError(SyntaxError):
    """Something can't be included."""


class LimitedRecursiveIncludeError(FatalIncludeError):
    """Documents include each other too deep."""


def default_loader(href, parse, encoding=None):
    """Read a file: as an element if parse is "xml", otherwise as text."""
    if parse == "xml":
        with open(href, "rb") as file:
            return ElementTree.parse(file).getroot()
    with open(href, "r", encoding=encoding or "UTF-8") as file:
        return file.read()


def include(elem, loader=None, base_url=None, max_depth=DEFAULT_MAX_INCLUSION_DEPTH):
    """Replace all that is to be included in an element or tree. What loader(href, parse, encoding) gives is put there."""
    if max_depth is None:
        max_depth = -1
    elif max_depth < 0:
        raise ValueError(f"expected non-negative depth or None for 'max_depth', got {max_depth!r}")
    if hasattr(elem, "getroot"):
        elem = elem.getroot()
    _expand(elem, default_loader if loader is None else loader, base_url, max_depth, set())


def _expand(elem, loader, base_url, depth, parents):
    at = 0
    while at < len(elem):
        child = elem[at]
        if child.tag == XINCLUDE_FALLBACK:
            raise FatalIncludeError(f"xi:fallback tag must be child of xi:include ({child.tag!r})")
        if child.tag != XINCLUDE_INCLUDE:
            _expand(child, loader, base_url, depth, parents)
            at += 1
            continue
        href = child.get("href")
        if base_url:
            href = urljoin(base_url, href)
        parse = child.get("parse", "xml")
        if parse == "xml":
            elem[at] = _document(href, child, loader, depth, parents)
            at += 1
        elif parse == "text":
            text = loader(href, parse, child.get("encoding"))
            if text is None:
                raise FatalIncludeError(f"cannot load {href!r} as {parse!r}")
            text += child.tail or ""
            if at:
                elem[at - 1].tail = (elem[at - 1].tail or "") + text
            else:
                elem.text = (elem.text or "") + text
            del elem[at]
        else:
            raise FatalIncludeError(f"unknown parse type in xi:include tag ({parse!r})")


def _document(href, place, loader, depth, parents):
    """The document that an element stands for, with what it includes itself."""
    if href in parents:
        raise FatalIncludeError(f"recursive include of {href}")
    if depth == 0:
        raise LimitedRecursiveIncludeError(f"maximum xinclude depth reached when including file {href}")
    found = loader(href, "xml")
    if found is None:
        raise FatalIncludeError(f"cannot load {href!r} as 'xml'")
    # The loader may give the same one again.
    found = copy.copy(found)
    _expand(found, loader, href, depth - 1, parents | {href})
    if place.tail:
        found.tail = (found.tail or "") + place.tail
    return found
