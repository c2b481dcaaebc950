"""A parser that calls a handler for each thing it finds in an XML document: the interface is that of the library Expat.

External entities are not read; entities of the document itself may not grow without bounds.
"""

import sys
from types import ModuleType

import _xml_reader

__all__ = ["ErrorString", "ExpatError", "ParserCreate", "XMLParserType", "error", "errors", "model"]

EXPAT_VERSION = "expat_2.6.3"
version_info = (2, 6, 3)
native_encoding = "UTF-8"
features = [("sizeof(XML_Char)", 1), ("sizeof(XML_LChar)", 1), ("XML_DTD", 0), ("XML_NS", 0)]
XML_PARAM_ENTITY_PARSING_NEVER = 0
XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE = 1
XML_PARAM_ENTITY_PARSING_ALWAYS = 2

# The path is there so that the modules below are found as parts of a package.
__path__ = []


class ExpatError(Exception):
    """Raised for a document that is not well-formed; code, lineno and offset say why and where."""


ExpatError.__module__ = "xml.parsers.expat"
error = ExpatError


def ErrorString(code, /):
    """What an error's code means; None for codes that there aren't."""
    return _xml_reader.MESSAGES.get(code)


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    """A parser. With a separator, names are those of namespaces: address, separator, name."""
    if encoding is not None and not isinstance(encoding, str):
        raise TypeError(f"ParserCreate() argument 'encoding' must be str or None, not {type(encoding).__name__}")
    if namespace_separator is not None:
        if not isinstance(namespace_separator, str):
            kind = type(namespace_separator).__name__
            raise TypeError(f"ParserCreate() argument 'namespace_separator' must be str or None, not {kind}")
        if len(namespace_separator) > 1:
            raise ValueError("namespace_separator must be at most one character, omitted, or None")
    return _xml_reader.Parser(encoding, namespace_separator, {} if intern is None else intern)


XMLParserType = _xml_reader.Parser
_xml_reader.Parser.__name__ = _xml_reader.Parser.__qualname__ = "xmlparser"
_xml_reader.Parser.__module__ = "pyexpat"


def _constants(name, doc, values):
    module = ModuleType(f"{__name__}.{name}", doc)
    module.__dict__.update(values)
    sys.modules[module.__name__] = module
    return module


errors = _constants(
    "errors", "What errors are called, and their codes.",
    {
        **{f"XML_ERROR_{name}": _xml_reader.MESSAGES[code] for name, code in _xml_reader.CODES.items()},
        "codes": {_xml_reader.MESSAGES[code]: code for code in _xml_reader.CODES.values()},
        "messages": {code: _xml_reader.MESSAGES[code] for code in _xml_reader.CODES.values()},
    },
)  # fmt: skip
model = _constants(
    "model", "Kinds of content that a document type declares.",
    {
        "XML_CTYPE_EMPTY": 1, "XML_CTYPE_ANY": 2, "XML_CTYPE_MIXED": 3, "XML_CTYPE_NAME": 4, "XML_CTYPE_CHOICE": 5,
        "XML_CTYPE_SEQ": 6, "XML_CQUANT_NONE": 0, "XML_CQUANT_OPT": 1, "XML_CQUANT_REP": 2, "XML_CQUANT_PLUS": 3,
    },
)  # fmt: skip
