"""Paths to elements, a small part of XPath: `a/b`, `.//c[@x='1']`, `../*[2]`."""

import re

_token = re.compile(
    r"""('[^']*'|"[^"]*")"""
    r"|(::|//?|\.\.|\(\)|!=|[/.*:\[\]()@=])"
    r"|((?:\{[^}]+\})?[^/\[\]()@!=\s]+)"
    r"|\s+"
)
# Compiled paths, by themselves and the namespaces they were given.
_cache = {}


def xpath_tokenizer(pattern, namespaces=None):
    """The tokens of a path as pairs: an operator or quoted text, and a name with its namespace."""
    usual = namespaces.get("") if namespaces else None
    is_attribute = False
    for token in _token.findall(pattern):
        _, mark, name = token
        quoted = token[0]
        if name and name[0] != "{":
            prefix, colon, local = name.partition(":")
            if colon:
                try:
                    if not namespaces:
                        raise KeyError
                    yield mark, f"{{{namespaces[prefix]}}}{local}"
                except KeyError:
                    raise SyntaxError(f"prefix {prefix!r} not found in prefix map") from None
            elif usual and not is_attribute:
                yield mark, f"{{{usual}}}{name}"
            else:
                yield mark, name
            is_attribute = False
        else:
            yield quoted or mark, name
            is_attribute = mark == "@"


class _Context:
    """What steps know of the tree: the parents, when they are asked for."""

    def __init__(self, root):
        self.root = root
        self._parents = None

    @property
    def parents(self):
        if self._parents is None:
            self._parents = {child: parent for parent in self.root.iter() for child in parent}
        return self._parents


def _is_text(tag):
    return isinstance(tag, str)


def _tag_test(tag):
    """A function that tells whether an element's tag fits: None for any, names with wildcards for one part of them."""
    if tag in ("*", "{*}*"):
        # Comments have tags that are no texts, and these are found where a namespace isn't asked for.
        return (lambda found: True) if tag == "*" else _is_text
    if tag.startswith("{*}"):
        local = tag[2:]
        name = tag[3:]
        return lambda found: _is_text(found) and (found == name or found[:1] == "{" and found.endswith(local))
    if tag == "{}*":
        return lambda found: _is_text(found) and found[:1] != "{"
    if tag.endswith("}*"):
        space = tag[:-1]
        return lambda found: _is_text(found) and found.startswith(space)
    if tag.startswith("{}"):
        tag = tag[2:]
    return lambda found: found == tag


def _children(tag):
    fits = _tag_test(tag)

    def select(context, found):
        for element in found:
            for child in element:
                if fits(child.tag):
                    yield child

    return select


def _descendants(tag):
    fits = _tag_test(tag)

    def select(context, found):
        for element in found:
            for below in element.iter():
                if below is not element and fits(below.tag):
                    yield below

    return select


def _self(context, found):
    yield from found


def _parent(context, found):
    seen = set()
    for element in found:
        parent = context.parents.get(element)
        if parent is not None and parent not in seen:
            seen.add(parent)
            yield parent


def _predicate(next, token):
    """The step of a condition in brackets."""
    signature, parts = "", []
    while True:
        try:
            token = next()
        except StopIteration:
            return None
        if token[0] == "]":
            break
        if token == ("", ""):
            continue
        mark, name = token
        if mark and mark[:1] in "'\"":
            mark, name = "'", mark[1:-1]
        signature += mark or "-"
        parts.append(name)
    if signature == "@-":
        key = parts[1]
        return lambda context, found: (element for element in found if element.get(key) is not None)
    if signature in ("@-='", "@-!='"):
        key, value, wanted = parts[1], parts[-1], "!" not in signature

        def by_attribute(context, found):
            for element in found:
                given = element.get(key)
                if given == value if wanted else given is not None and given != value:
                    yield element

        return by_attribute
    if signature == "-" and not re.match(r"\-?\d+$", parts[0]):
        tag = parts[0]
        return lambda context, found: (element for element in found if element.find(tag) is not None)
    if signature in (".='", ".!='") or signature in ("-='", "-!='") and not re.match(r"\-?\d+$", parts[0]):
        tag, value, wanted = parts[0], parts[-1], "!" not in signature

        def by_text(context, found):
            for element in found:
                candidates = element.findall(tag) if tag else [element]
                if any(("".join(each.itertext()) == value) == wanted for each in candidates):
                    yield element

        return by_text
    return _by_place(signature, parts)


def _by_place(signature, parts):
    """The step of a place in brackets: a number, last() or last()-n."""
    if signature == "-":
        index = int(parts[0]) - 1
        if index < 0:
            raise SyntaxError("XPath position >= 1 expected")
    elif signature in ("-()", "-()-"):
        if parts[0] != "last":
            raise SyntaxError("unsupported function")
        index = -1
        if signature == "-()-":
            try:
                index = int(parts[2]) - 1
            except ValueError:
                raise SyntaxError("unsupported expression") from None
            if index > -2:
                raise SyntaxError("XPath offset from last() must be negative")
    else:
        raise SyntaxError("invalid predicate")

    def select(context, found):
        for element in found:
            parent = context.parents.get(element)
            if parent is None:
                continue
            alike = list(parent.findall(element.tag))
            if -len(alike) <= index < len(alike) and alike[index] is element:
                yield element

    return select


def _compile(path, namespaces):
    """The steps of a path."""
    if path[-1:] == "/":
        path += "*"
    if path[:1] == "/":
        raise SyntaxError("cannot use absolute path on element")
    next = iter(xpath_tokenizer(path, namespaces)).__next__
    steps = []
    try:
        token = next()
    except StopIteration:
        return steps
    while True:
        step = _step(next, token)
        if step is None:
            raise SyntaxError("invalid path")
        steps.append(step)
        try:
            token = next()
            if token[0] == "/":
                token = next()
        except StopIteration:
            return steps


def _step(next, token):
    mark, name = token
    if mark == "":
        return _children(name)
    if mark == "*":
        return _children("*")
    if mark == ".":
        return _self
    if mark == "..":
        return _parent
    if mark == "//":
        try:
            mark, name = next()
        except StopIteration:
            return None
        if mark == "*":
            return _descendants("*")
        if not mark:
            return _descendants(name)
        raise SyntaxError("invalid descendant")
    if mark == "[":
        return _predicate(next, token)
    raise KeyError(mark)


def iterfind(elem, path, namespaces=None):
    """The elements that fit a path, one after the other."""
    key = path, *(sorted(namespaces.items(), key=str) if namespaces else ())
    try:
        steps = _cache[key]
    except KeyError:
        if len(_cache) > 100:
            _cache.clear()
        steps = _cache[key] = _compile(path, namespaces)
    context = _Context(elem)
    found = (elem,)
    for step in steps:
        found = step(context, found)
    return iter(found)


def find(elem, path, namespaces=None):
    """The first element that fits a path, or None."""
    return next(iterfind(elem, path, namespaces), None)


def findall(elem, path, namespaces=None):
    """All elements that fit a path."""
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    """The text of the first element that fits a path."""
    found = find(elem, path, namespaces)
    if found is None:
        return default
    return "" if found.text is None else found.text
