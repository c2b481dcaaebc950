# How xml.etree.ElementTree writes documents.
import io

from contextlib import contextmanager
from xml.etree.ElementTree import Comment, ElementTree, ProcessingInstruction, QName, iselement

__name__ = "xml.etree.ElementTree"

HTML_EMPTY = {
    "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link", "meta", "param",
    "source", "track", "wbr",
}  # fmt: skip

# Prefixes for well-known namespaces; register_namespace() adds others.
_namespace_map = {
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://www.w3.org/1999/xhtml": "html",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://schemas.xmlsoap.org/wsdl/": "wsdl",
    "http://www.w3.org/2001/XMLSchema": "xs",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://purl.org/dc/elements/1.1/": "dc",
}


def register_namespace(prefix, uri):
    """Set the prefix that a namespace gets in documents that are written."""
    number = prefix.removeprefix("ns")
    if number != prefix and number.isdigit():
        raise ValueError("Prefix format reserved for internal use")
    for known, name in list(_namespace_map.items()):
        if known == uri or name == prefix:
            del _namespace_map[known]
    _namespace_map[uri] = prefix


# Programs save and restore the prefixes there.
register_namespace._namespace_map = _namespace_map


def _raise_serialization_error(text):
    raise TypeError(f"cannot serialize {text!r} (type {type(text).__name__})")


def _escape_cdata(text):
    try:
        for mark, shown in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
            if mark in text:
                text = text.replace(mark, shown)
        return text
    except (TypeError, AttributeError):
        _raise_serialization_error(text)


_IN_ATTRIBUTES = (
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\r", "&#13;"), ("\n", "&#10;"), ("\t", "&#09;"),
)  # fmt: skip


def _escape_attrib(text):
    try:
        for mark, shown in _IN_ATTRIBUTES:
            if mark in text:
                text = text.replace(mark, shown)
        return text
    except (TypeError, AttributeError):
        _raise_serialization_error(text)


def _escape_attrib_html(text):
    try:
        for mark, shown in (("&", "&amp;"), (">", "&gt;"), ('"', "&quot;")):
            if mark in text:
                text = text.replace(mark, shown)
        return text
    except (TypeError, AttributeError):
        _raise_serialization_error(text)


class _Names:
    """The names in a document as they are written, and the namespaces that they need."""

    def __init__(self, default_namespace):
        self.names = {None: None}
        self.namespaces = {default_namespace: ""} if default_namespace else {}
        self.default = default_namespace

    def add(self, name):
        """Take note of a name."""
        try:
            if name[:1] == "{":
                uri, tag = name[1:].rsplit("}", 1)
                prefix = self.namespaces.get(uri)
                if prefix is None:
                    prefix = _namespace_map.get(uri) or f"ns{len(self.namespaces)}"
                    if prefix != "xml":
                        self.namespaces[uri] = prefix
                self.names[name] = f"{prefix}:{tag}" if prefix else tag
            else:
                if self.default:
                    raise ValueError("cannot use non-qualified names with default_namespace option")
                self.names[name] = name
        except TypeError:
            _raise_serialization_error(name)


def _namespaces(element, default_namespace=None):
    """The names in a tree as they are written, and the prefixes of the namespaces."""
    names = _Names(default_namespace)

    def note(name):
        if isinstance(name, QName):
            name = name.text
        if name not in names.names:
            names.add(name)

    for each in element.iter():
        tag = each.tag
        if isinstance(tag, (QName, str)):
            note(tag)
        elif tag is not None and tag is not Comment and tag is not ProcessingInstruction:
            _raise_serialization_error(tag)
        for key, value in each.items():
            if isinstance(key, (QName, str)):
                note(key)
            else:
                names.add(key)
            if isinstance(value, QName):
                note(value)
        if isinstance(each.text, QName):
            note(each.text)
    return names.names, names.namespaces


def _serialize_xml(write, elem, qnames, namespaces, short_empty_elements, **kwargs):
    _write_element(write, elem, qnames, namespaces, short_empty_elements, False)


def _serialize_html(write, elem, qnames, namespaces, **kwargs):
    _write_element(write, elem, qnames, namespaces, False, True)


def _write_element(write, elem, qnames, namespaces, short, is_html):
    tag, text = elem.tag, elem.text
    if tag is Comment:
        write(f"<!--{_escape_cdata(text) if is_html else text}-->")
    elif tag is ProcessingInstruction:
        write(f"<?{_escape_cdata(text) if is_html else text}?>")
    else:
        shown = qnames[tag.text if isinstance(tag, QName) else tag]
        if shown is None:
            if text:
                write(_escape_cdata(text))
            for child in elem:
                _write_element(write, child, qnames, None, short, is_html)
        else:
            write(f"<{shown}")
            _write_attributes(write, elem, qnames, namespaces, is_html)
            _write_content(write, elem, shown, qnames, short, is_html)
    if elem.tail:
        write(_escape_cdata(elem.tail))


def _write_attributes(write, elem, qnames, namespaces, is_html):
    for uri, prefix in sorted((namespaces or {}).items(), key=lambda pair: pair[1]):
        write(f' xmlns{prefix and ":" + prefix}="{_escape_attrib(uri)}"')
    escape = _escape_attrib_html if is_html else _escape_attrib
    for key, value in elem.items():
        key = key.text if isinstance(key, QName) else key
        value = qnames[value.text] if isinstance(value, QName) else escape(value)
        write(f' {qnames[key]}="{value}"')


def _write_content(write, elem, shown, qnames, short, is_html):
    text = elem.text
    if not (is_html or text or len(elem) or not short):
        write(" />")
        return
    write(">")
    small = shown.lower()
    if text:
        if isinstance(text, QName):
            write(qnames[text.text])
        else:
            write(text if is_html and small in ("script", "style") else _escape_cdata(text))
    for child in elem:
        _write_element(write, child, qnames, None, short, is_html)
    if not (is_html and small in HTML_EMPTY):
        write(f"</{shown}>")


def _serialize_text(write, elem):
    for part in elem.itertext():
        write(part)
    if elem.tail:
        write(elem.tail)


_serialize = {"xml": _serialize_xml, "html": _serialize_html, "text": _serialize_text}


def _write_tree(root, file, encoding, declaration, default_namespace, method, short_empty_elements):
    """ElementTree.write()."""
    method = method or "xml"
    if method not in _serialize and method != "c14n":
        raise ValueError(f"unknown method {method!r}")
    if not encoding:
        encoding = "utf-8" if method == "c14n" else "us-ascii"
    with _writer(file, encoding) as (write, declared):
        if method == "xml" and (
            declaration
            or declaration is None
            and encoding.lower() != "unicode"
            and declared.lower() not in ("utf-8", "us-ascii")
        ):
            write(f"<?xml version='1.0' encoding='{declared}'?>\n")
        if method == "text":
            _serialize_text(write, root)
        elif method == "c14n":
            from xml.etree.ElementTree import canonicalize

            write(canonicalize(tostring(root, "unicode")))
        else:
            names, namespaces = _namespaces(root, default_namespace)
            _serialize[method](write, root, names, namespaces, short_empty_elements=short_empty_elements)


@contextmanager
def _writer(file, encoding):
    """A function that writes text to a file, or one of that name, and the encoding that a declaration shall name."""
    try:
        write = file.write
    except AttributeError:
        encoding = "utf-8" if encoding.lower() == "unicode" else encoding
        with open(file, "w", encoding=encoding, errors="xmlcharrefreplace") as stream:
            yield stream.write, encoding
        return
    if encoding.lower() == "unicode":
        yield write, getattr(file, "encoding", None) or "utf-8"
        return
    # The encoding's mark is written once: the text is encoded as a whole.
    pieces = []
    yield pieces.append, encoding
    write("".join(pieces).encode(encoding, "xmlcharrefreplace"))


def tostring(
    element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True
):
    """An element with all below it as bytes, or as text if the encoding is "unicode"."""
    stream = io.StringIO() if encoding == "unicode" else io.BytesIO()
    ElementTree(element).write(
        stream, encoding, xml_declaration=xml_declaration, default_namespace=default_namespace, method=method,
        short_empty_elements=short_empty_elements,
    )  # fmt: skip
    return stream.getvalue()


def tostringlist(
    element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True
):
    """tostring() in parts: a list of at least one."""
    return [
        tostring(
            element, encoding, method, xml_declaration=xml_declaration, default_namespace=default_namespace,
            short_empty_elements=short_empty_elements,
        )
    ]  # fmt: skip


def dump(elem):
    """Print an element or a tree, for looking at it."""
    import sys

    if not isinstance(elem, ElementTree):
        elem = ElementTree(elem)
    elem.write(sys.stdout, encoding="unicode")
    tail = elem.getroot().tail
    if not tail or tail[-1] != "\n":
        sys.stdout.write("\n")


def indent(tree, space="  ", level=0):
    """Put newlines and spaces between elements, where there is no text."""
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:
        raise ValueError(f"Initial indentation level must be >= 0, got {level}")
    if not len(tree):
        return
    indentations = ["\n" + level * space]

    def indent_children(elem, level):
        below = level + 1
        if below == len(indentations):
            indentations.append(indentations[level] + space)
        inner = indentations[below]
        if not elem.text or not elem.text.strip():
            elem.text = inner
        for child in elem:
            if len(child):
                indent_children(child, below)
            if not child.tail or not child.tail.strip():
                child.tail = inner
        # The last one stands in front of the end tag.
        if not child.tail.strip():
            child.tail = indentations[level]

    indent_children(tree, 0)
