"""Texts for XML and back."""


def _replaced(text, pairs):
    for mark, shown in pairs.items():
        text = text.replace(mark, shown)
    return text


def escape(data, entities={}):
    """A text with what is markup in XML written as entities, and others as the dict says."""
    return _replaced(_replaced(data, {"&": "&amp;", ">": "&gt;", "<": "&lt;"}), entities)


def unescape(data, entities={}):
    """A text with entities as what they stand for."""
    data = _replaced(data, {"&lt;": "<", "&gt;": ">"})
    return _replaced(_replaced(data, entities), {"&amp;": "&"})


def quoteattr(data, entities={}):
    """A text as an attribute's value, with quotes."""
    data = escape(data, {**entities, "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    if '"' not in data:
        return f'"{data}"'
    if "'" not in data:
        return f"'{data}'"
    return '"{}"'.format(data.replace('"', "&quot;"))


class XMLGenerator:
    """Writes a document: its methods are called for each thing in it."""

    def __init__(self, out=None, encoding="iso-8859-1", short_empty_elements=False):
        import sys

        self._out = sys.stdout if out is None else out
        self._encoding = encoding
        self._short = short_empty_elements
        # Whether the start tag has no end yet.
        self._is_open = False
        self._prefixes = [{"http://www.w3.org/XML/1998/namespace": "xml"}]
        self._coming = []
        self._is_text = hasattr(self._out, "encoding") or not hasattr(self._out, "mode")
        if hasattr(self._out, "getvalue"):
            self._is_text = isinstance(self._out.getvalue(), str)

    def _write(self, text):
        if isinstance(text, bytes):
            text = text.decode(self._encoding)
        if self._is_text:
            encoded = text
            if not text.isascii() and self._encoding:
                encoded = text.encode(self._encoding, "xmlcharrefreplace").decode(self._encoding)
            self._out.write(encoded)
        else:
            self._out.write(text.encode(self._encoding, "xmlcharrefreplace"))

    def _end_start(self):
        if self._is_open:
            self._write(">")
            self._is_open = False

    def _name(self, name):
        address, local = name
        if not address:
            return local
        prefix = self._prefixes[-1][address]
        return f"{prefix}:{local}" if prefix else local

    def _begin(self, shown, pairs):
        self._end_start()
        attributes = "".join([f" {name}={quoteattr(value)}" for name, value in pairs])
        self._write(f"<{shown}{attributes}")
        if self._short:
            self._is_open = True
        else:
            self._write(">")

    def _end(self, shown):
        if self._is_open:
            self._write("/>")
            self._is_open = False
        else:
            self._write(f"</{shown}>")

    def setDocumentLocator(self, locator):
        """Nothing."""

    def startDocument(self):
        """The declaration."""
        self._write(f'<?xml version="1.0" encoding="{self._encoding}"?>\n')

    def endDocument(self):
        """The end."""
        if hasattr(self._out, "flush"):
            self._out.flush()

    def startPrefixMapping(self, prefix, uri):
        """A prefix stands for a namespace from here on."""
        self._prefixes.append({**self._prefixes[-1], uri: prefix})
        self._coming.append((prefix, uri))

    def endPrefixMapping(self, prefix):
        """It doesn't any more."""
        self._prefixes.pop()

    def startElement(self, name, attrs):
        """A start tag."""
        self._begin(name, attrs.items())

    def endElement(self, name):
        """An end tag."""
        self._end(name)

    def startElementNS(self, name, qname, attrs):
        """A start tag with a namespace."""
        declared = [(f"xmlns:{prefix}" if prefix else "xmlns", uri) for prefix, uri in self._coming]
        self._coming = []
        self._begin(self._name(name), [*declared, *[(self._name(key), value) for key, value in attrs.items()]])

    def endElementNS(self, name, qname):
        """An end tag with a namespace."""
        self._end(self._name(name))

    def characters(self, content):
        """Text."""
        if content:
            self._end_start()
            self._write(escape(content if isinstance(content, str) else str(content, self._encoding)))

    def ignorableWhitespace(self, content):
        """Spaces between elements."""
        if content:
            self._end_start()
            self._write(content)

    def processingInstruction(self, target, data):
        """A processing instruction."""
        self._end_start()
        self._write(f"<?{target} {data}?>")

    def skippedEntity(self, name):
        """Nothing."""
