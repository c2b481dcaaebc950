"""Parsers of XML: xml.parsers.expat."""

# A package.
__path__ = []
