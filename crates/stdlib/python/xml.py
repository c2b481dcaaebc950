"""Documents in XML: parsers, trees of elements."""

# A package: xml.etree, xml.parsers and xml.sax.
__path__ = []
