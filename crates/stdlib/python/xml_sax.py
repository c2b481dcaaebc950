"""What escapes texts for XML: xml.sax.saxutils. Its parsers are xml.parsers.expat and xml.etree.ElementTree."""

# A package.
__path__ = []
