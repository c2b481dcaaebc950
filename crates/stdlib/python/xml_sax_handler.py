"""What handles the things that a parser finds in a document."""

feature_namespaces = "http://xml.org/sax/features/namespaces"
feature_namespace_prefixes = "http://xml.org/sax/features/namespace-prefixes"


class ContentHandler:
    """A class with a method for each of them, to be written anew."""

    def setDocumentLocator(self, locator):
        """Who knows the place."""
        self._locator = locator

    def startDocument(self):
        """The document begins."""

    def endDocument(self):
        """The document ends."""

    def startPrefixMapping(self, prefix, uri):
        """A prefix stands for a namespace from here on."""

    def endPrefixMapping(self, prefix):
        """It doesn't any more."""

    def startElement(self, name, attrs):
        """A start tag."""

    def endElement(self, name):
        """An end tag."""

    def startElementNS(self, name, qname, attrs):
        """A start tag with a namespace."""

    def endElementNS(self, name, qname):
        """An end tag with a namespace."""

    def characters(self, content):
        """Text."""

    def ignorableWhitespace(self, whitespace):
        """Spaces between elements."""

    def processingInstruction(self, target, data):
        """A processing instruction."""

    def skippedEntity(self, name):
        """An entity that isn't known."""
