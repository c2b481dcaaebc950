"""Trees of XML elements: read, searched, changed and written.

    >>> root = fromstring("<a><b x='1'>text</b>tail</a>")
    >>> root.find("b").get("x"), root[0].text, root[0].tail
    ('1', 'text', 'tail')
"""

from _later import later

__all__ = [
    "Comment", "dump", "Element", "ElementTree", "canonicalize", "fromstring", "fromstringlist", "indent", "iselement",
    "iterparse", "parse", "ParseError", "PI", "ProcessingInstruction", "QName", "SubElement", "tostring", "tostringlist",
    "TreeBuilder", "VERSION", "XML", "XMLID", "XMLParser", "XMLPullParser", "register_namespace", "C14NWriterTarget",
]  # fmt: skip

VERSION = "1.3.0"

# What is needed to read documents, to write them and to write them in canonical form.
__getattr__, __dir__ = later(
    globals(),
    {
        "_xml_building": [
            "ParseError", "TreeBuilder", "XMLParser", "XMLPullParser", "iterparse", "parse", "fromstring", "XML", "XMLID",
            "fromstringlist",
        ],
        "_xml_writing": [
            "tostring", "tostringlist", "dump", "indent", "register_namespace", "_namespace_map", "_escape_cdata",
            "_escape_attrib", "_namespaces", "_serialize", "_serialize_xml", "_raise_serialization_error", "HTML_EMPTY",
            "_write_tree",
        ],
        "_xml_canonical": ["canonicalize", "C14NWriterTarget"],
    },
)


def _is_tag(path):
    """Whether a path is nothing but a tag."""
    if type(path) is not str:
        return False
    name = path.rpartition("}")[2] if path[:1] == "{" else path
    return path[:2] != "{}" and path[:3] != "{*}" and not any(mark in name for mark in "/*[@.")


def iselement(element):
    """Whether an object looks like an element."""
    return hasattr(element, "tag")


class Element:
    """An element: a tag, attributes, the text in front of the first child, the children, and the text behind its end."""

    tag = None
    attrib = None
    text = None
    tail = None

    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError(f"Element() argument 2 must be dict, not {type(attrib).__name__}")
        self.tag = tag
        self.attrib = {**attrib, **extra}
        self._children = []

    def __repr__(self):
        return f"<Element {self.tag!r} at {id(self):#x}>"

    def makeelement(self, tag, attrib):
        """A new element of the same class."""
        return self.__class__(tag, attrib)

    def __copy__(self):
        made = self.makeelement(self.tag, self.attrib)
        made.text, made.tail = self.text, self.tail
        made[:] = self
        return made

    def __deepcopy__(self, memo):
        from copy import deepcopy

        made = self.makeelement(deepcopy(self.tag, memo), deepcopy(self.attrib, memo))
        memo[id(self)] = made
        made.text, made.tail = deepcopy(self.text, memo), deepcopy(self.tail, memo)
        made._children = [deepcopy(child, memo) for child in self._children]
        return made

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        import warnings

        warnings.warn(
            "Testing an element's truth value will always return True in future versions.  "
            "Use specific 'len(elem)' or 'elem is not None' test instead.",
            DeprecationWarning,
            stacklevel=2,
        )
        return len(self._children) != 0

    def __getitem__(self, index):
        try:
            return self._children[index]
        except IndexError:
            raise IndexError("child index out of range") from None

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            element = list(element)
            for each in element:
                self._require(each)
        else:
            self._require(element)
        try:
            self._children[index] = element
        except IndexError:
            raise IndexError("child assignment index out of range") from None

    def __delitem__(self, index):
        try:
            del self._children[index]
        except IndexError:
            raise IndexError("child assignment index out of range") from None

    def _require(self, element):
        if not isinstance(element, Element):
            raise TypeError(f'expected an Element, not "{type(element).__name__}"')

    def append(self, subelement, /):
        """Add a child at the end."""
        if not isinstance(subelement, Element):
            kind = type(subelement).__name__
            raise TypeError(f"append() argument 1 must be xml.etree.ElementTree.Element, not {kind}")
        self._children.append(subelement)

    def extend(self, elements, /):
        """Add children at the end."""
        for element in elements:
            self._require(element)
            self._children.append(element)

    def insert(self, index, subelement, /):
        """Put a child in front of another one."""
        if not isinstance(subelement, Element):
            kind = type(subelement).__name__
            raise TypeError(f"insert() argument 2 must be xml.etree.ElementTree.Element, not {kind}")
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        """Take a child out."""
        if not isinstance(subelement, Element):
            kind = type(subelement).__name__
            raise TypeError(f"remove() argument must be xml.etree.ElementTree.Element, not {kind}")
        for index, child in enumerate(self._children):
            if child is subelement or child == subelement:
                del self._children[index]
                return
        raise ValueError("Element.remove(x): element not found")

    def find(self, path, namespaces=None):
        """The first element below that fits a path, or None."""
        if not namespaces and _is_tag(path):
            return next((child for child in self._children if child.tag == path), None)
        from xml.etree import ElementPath

        return ElementPath.find(self, path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        """The text of the first element below that fits a path."""
        if not namespaces and _is_tag(path):
            found = self.find(path)
            if found is None:
                return default
            return "" if found.text is None else found.text
        from xml.etree import ElementPath

        return ElementPath.findtext(self, path, default, namespaces)

    def findall(self, path, namespaces=None):
        """All elements below that fit a path."""
        if not namespaces and _is_tag(path):
            return [child for child in self._children if child.tag == path]
        from xml.etree import ElementPath

        return ElementPath.findall(self, path, namespaces)

    def iterfind(self, path, namespaces=None):
        """findall() one after the other."""
        from xml.etree import ElementPath

        return ElementPath.iterfind(self, path, namespaces)

    def clear(self):
        """Forget everything but the tag."""
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        """The value of an attribute."""
        return self.attrib.get(key, default)

    def set(self, key, value, /):
        """Set an attribute."""
        self.attrib[key] = value

    def keys(self):
        """The names of the attributes."""
        return self.attrib.keys()

    def items(self):
        """The attributes as pairs."""
        return self.attrib.items()

    def iter(self, tag=None):
        """This element and all below it, in the document's order, or those with a tag."""
        if tag == "*":
            tag = None
        return self._walk(tag)

    def _walk(self, tag):
        if tag is None or self.tag == tag:
            yield self
        # A list of our own for the way back: trees may be deep.
        stack = [iter(self._children)]
        while stack:
            for element in stack[-1]:
                if tag is None or element.tag == tag:
                    yield element
                stack.append(iter(element._children))
                break
            else:
                stack.pop()

    def itertext(self):
        """All text of this element and those below it."""
        if self.text:
            yield self.text
        for child in self._children:
            yield from child.itertext()
            if child.tail:
                yield child.tail

    def __getstate__(self):
        return {
            "tag": self.tag, "_children": list(self._children), "attrib": self.attrib, "text": self.text,
            "tail": self.tail,
        }  # fmt: skip

    def __setstate__(self, state):
        self.__dict__.update(state)

    def __reduce_ex__(self, protocol):
        from copyreg import __newobj__

        return __newobj__, (type(self),), self.__getstate__()


def SubElement(parent, tag, attrib={}, **extra):
    """A new element as the last child of another one."""
    if not isinstance(parent, Element):
        kind = type(parent).__name__
        raise TypeError(f"SubElement() argument 1 must be xml.etree.ElementTree.Element, not {kind}")
    if not isinstance(attrib, dict):
        raise TypeError(f"SubElement() argument 3 must be dict, not {type(attrib).__name__}")
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    """A comment, as an element whose tag is this function."""
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    """A processing instruction, as an element whose tag is this function."""
    element = Element(ProcessingInstruction)
    element.text = f"{target} {text}" if text else target
    return element


PI = ProcessingInstruction


class QName:
    """A name with its namespace: {address}name."""

    def __init__(self, text_or_uri, tag=None):
        self.text = f"{{{text_or_uri}}}{tag}" if tag else text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return f"<{type(self).__name__} {self.text!r}>"

    def __hash__(self):
        return hash(self.text)

    def _other(self, other):
        return other.text if isinstance(other, QName) else other

    def __le__(self, other):
        return self.text <= self._other(other)

    def __lt__(self, other):
        return self.text < self._other(other)

    def __ge__(self, other):
        return self.text >= self._other(other)

    def __gt__(self, other):
        return self.text > self._other(other)

    def __eq__(self, other):
        return self.text == self._other(other)


class ElementTree:
    """A document: its element, and how it is read and written."""

    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        """The document's element."""
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        """Read a document from a file or its name; the element."""
        from _xml_building import XMLParser, open_source

        with open_source(source) as file:
            parser = parser or XMLParser()
            while data := file.read(32768):
                parser.feed(data)
            self._root = parser.close()
        return self._root

    def iter(self, tag=None):
        """All elements in the document's order."""
        return self._root.iter(tag)

    def _relative(self, path):
        if path[:1] == "/":
            import warnings

            path = "." + path
            warnings.warn(
                "This search is broken in 1.3 and earlier, and will be fixed in a future version.  "
                f"If you rely on the current behaviour, change it to {path!r}",
                FutureWarning,
                stacklevel=3,
            )
        return path

    def find(self, path, namespaces=None):
        """The first element that fits a path, or None."""
        return self._root.find(self._relative(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        """The text of the first element that fits a path."""
        return self._root.findtext(self._relative(path), default, namespaces)

    def findall(self, path, namespaces=None):
        """All elements that fit a path."""
        return self._root.findall(self._relative(path), namespaces)

    def iterfind(self, path, namespaces=None):
        """findall() one after the other."""
        return self._root.iterfind(self._relative(path), namespaces)

    def write(
        self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *,
        short_empty_elements=True,
    ):  # fmt: skip
        """Write the document to a file or one of that name."""
        from _xml_writing import _write_tree

        _write_tree(
            self._root, file_or_filename, encoding, xml_declaration, default_namespace, method, short_empty_elements
        )

    def write_c14n(self, file):
        """Write the document in canonical form."""
        return self.write(file, method="c14n")
