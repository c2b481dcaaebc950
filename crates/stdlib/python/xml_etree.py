"""Trees of XML elements: xml.etree.ElementTree."""

# A package.
__path__ = []
