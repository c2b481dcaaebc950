# The part of the parser of XML that takes the document in pieces of any size. It keeps what can't be understood before more
# comes.
import codecs
import re

MESSAGES = dict(
    enumerate(
        """out of memory|syntax error|no element found|not well-formed (invalid token)|unclosed token|partial character|\
mismatched tag|duplicate attribute|junk after document element|illegal parameter entity reference|undefined entity|\
recursive entity reference|asynchronous entity|reference to invalid character number|reference to binary entity|\
reference to external entity in attribute|XML or text declaration not at start of entity|unknown encoding|\
encoding specified in XML declaration is incorrect|unclosed CDATA section|error in processing external entity reference|\
document is not standalone|unexpected parser state - please send a bug report|entity declared in parameter entity|\
requested feature requires XML_DTD support in Expat|cannot change setting once parsing has begun|unbound prefix|\
must not undeclare prefix|incomplete markup in parameter entity|XML declaration not well-formed|\
text declaration not well-formed|illegal character(s) in public id|parser suspended|parser not suspended|parsing aborted|\
parsing finished|cannot suspend in external parameter entity|reserved prefix (xml) must not be undeclared or bound to \
another namespace name|reserved prefix (xmlns) must not be declared or undeclared|prefix must not be bound to one of the \
reserved namespace names|invalid argument|a successful prior call to function XML_GetBuffer was required|limit on input \
amplification factor (from DTD and entities) breached""".split("|"),
        1,
    )
)
CODES = {
    name: code
    for code, name in enumerate(
        """NO_MEMORY SYNTAX NO_ELEMENTS INVALID_TOKEN UNCLOSED_TOKEN PARTIAL_CHAR TAG_MISMATCH DUPLICATE_ATTRIBUTE
        JUNK_AFTER_DOC_ELEMENT PARAM_ENTITY_REF UNDEFINED_ENTITY RECURSIVE_ENTITY_REF ASYNC_ENTITY BAD_CHAR_REF
        BINARY_ENTITY_REF ATTRIBUTE_EXTERNAL_ENTITY_REF MISPLACED_XML_PI UNKNOWN_ENCODING INCORRECT_ENCODING
        UNCLOSED_CDATA_SECTION EXTERNAL_ENTITY_HANDLING NOT_STANDALONE UNEXPECTED_STATE ENTITY_DECLARED_IN_PE
        FEATURE_REQUIRES_XML_DTD CANT_CHANGE_FEATURE_ONCE_PARSING UNBOUND_PREFIX UNDECLARING_PREFIX INCOMPLETE_PE XML_DECL
        TEXT_DECL PUBLICID SUSPENDED NOT_SUSPENDED ABORTED FINISHED SUSPEND_PE RESERVED_PREFIX_XML
        RESERVED_PREFIX_XMLNS RESERVED_NAMESPACE_URI INVALID_ARGUMENT NO_BUFFER
        AMPLIFICATION_LIMIT_BREACH""".split(),
        1,
    )
}

HANDLERS = """StartElementHandler EndElementHandler ProcessingInstructionHandler CharacterDataHandler UnparsedEntityDeclHandler
NotationDeclHandler StartNamespaceDeclHandler EndNamespaceDeclHandler CommentHandler StartCdataSectionHandler
EndCdataSectionHandler DefaultHandler DefaultHandlerExpand NotStandaloneHandler ExternalEntityRefHandler
StartDoctypeDeclHandler EndDoctypeDeclHandler EntityDeclHandler XmlDeclHandler ElementDeclHandler AttlistDeclHandler
SkippedEntityHandler""".split()


class Incomplete(Exception):
    """More of the document is needed."""


class Source:
    """The part of a parser that takes the document and knows the place in it; the other part has a method for each state."""

    def __init__(self, encoding, separator, intern):
        self.intern = intern
        self.buffer_size = 8192
        self.buffer_text = False
        self.ordered_attributes = False
        self.specified_attributes = False
        self.namespace_prefixes = False
        self.ErrorCode = 0
        for name in HANDLERS:
            self.__dict__[name] = None
        self._encoding = encoding
        self._separator = separator
        self._decoder = None
        self._raw = b""
        # What is not understood yet; lines and the column in front of it.
        self._text = ""
        self._at = 0
        self._line, self._column, self._index = 1, 0, 0
        self._open = []
        self._state = self.PROLOG
        self._is_final = False
        self._is_started = False
        self._base = None
        self._pending = []
        self._entities = {}
        self._expanding = []
        self._defaults = {}
        # The attributes of each element that are declared to be made of words.
        self._tokens = {}
        self._scopes = [{"xml": "http://www.w3.org/XML/1998/namespace"}]
        self._doctype = None
        # The text and the place in it of the entity that is expanded.
        self._reference = None
        self._size = self._grown = 0

    @property
    def buffer_used(self):
        """How many characters wait to be handed over."""
        return sum(map(len, self._pending))

    # Where the last thing began, or where the error is. What an entity stands for has no place of its own.

    def _place(self):
        return self._reference or (self._text, self._at)

    @property
    def CurrentLineNumber(self):
        """The line of what is handled just now."""
        text, at = self._place()
        return self._line + text.count("\n", 0, at)

    @property
    def CurrentColumnNumber(self):
        """The column of what is handled just now."""
        text, at = self._place()
        start = text.rfind("\n", 0, at)
        return at - start - 1 if start >= 0 else self._column + at

    @property
    def CurrentByteIndex(self):
        """How many bytes are before what is handled just now; -1 before the start."""
        text, at = self._place()
        return self._index + len(text[:at].encode()) if self._is_started else -1

    ErrorLineNumber = CurrentLineNumber
    ErrorColumnNumber = CurrentColumnNumber
    ErrorByteIndex = CurrentByteIndex

    def SetBase(self, base, /):
        """Remember what addresses are relative to."""
        self._base = base

    def GetBase(self):
        """What SetBase() set."""
        return self._base

    def GetInputContext(self):
        """The bytes around what is handled just now; None outside of handlers."""
        return self._text[self._at :].encode() if self._is_started else None

    def SetParamEntityParsing(self, flag, /):
        """Whether parameter entities are read: they are not, so 0 for what asks for it."""
        return int(flag == 0)

    def UseForeignDTD(self, flag=True, /):
        """Take a document type of the program's: nothing to do, as external ones are not read."""

    def GetReparseDeferralEnabled(self):
        """Whether unfinished tokens wait for more text than one piece: no."""
        return False

    def SetReparseDeferralEnabled(self, enabled, /):
        """Accepted; tokens are never scanned often."""

    def ExternalEntityParserCreate(self, context, encoding=None, /):
        """A parser for an external entity, with the handlers of this one."""
        made = type(self)(encoding, self._separator, self.intern)
        for name in [*HANDLERS, "buffer_text", "ordered_attributes", "specified_attributes", "namespace_prefixes"]:
            setattr(made, name, getattr(self, name))
        made._entities = self._entities
        made._state = self.CONTENT
        made._is_part = True
        return made

    # Whether this document is a part of another one, and may have no element.
    _is_part = False

    def Parse(self, data, isfinal=False, /):
        """Take a part of the document; the last one must say so."""
        if self._state == self.DONE:
            self._fail("FINISHED")
        if isinstance(data, str):
            if self._decoder is None:
                # Text is text, whatever its declaration says of bytes.
                self._decoder = _as_it_is
            self._take(data)
        else:
            if not isinstance(data, (bytes, bytearray, memoryview)):
                raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
            self._take_bytes(bytes(data), isfinal)
        self._is_final = bool(isfinal)
        self._run()
        return 1

    def ParseFile(self, file, /):
        """Take a whole document from a file that was opened for bytes."""
        if not hasattr(file, "read"):
            raise TypeError("argument must have 'read' attribute")
        while piece := file.read(2048):
            if not isinstance(piece, (bytes, bytearray)):
                raise TypeError(f"read() did not return a bytes object (type={type(piece).__name__})")
            self.Parse(piece)
        return self.Parse(b"", True)

    def _take_bytes(self, data, is_final):
        if self._decoder is None:
            self._raw += data
            # Until the declaration is there nobody knows which bytes these are.
            starts = self._raw.startswith((b"<?xml", b"<\0?\0", b"\0<\0?"))
            if not is_final and (len(self._raw) < 4 or starts and b"?>" not in self._raw[:4096]) and len(self._raw) < 4096:
                return
            data, self._raw = self._raw, b""
            encoding = self._encoding or _guess(data)
            self._decoder = codecs.getincrementaldecoder(encoding)("strict")
        try:
            text = self._decoder.decode(data, is_final)
        except UnicodeDecodeError as error:
            self._take(error.object[: error.start].decode(error.encoding, "ignore"))
            self._is_final = False
            self._run()
            self._at = len(self._text)
            self._fail("INVALID_TOKEN")
        if not self._is_started and text.startswith("\ufeff"):
            text = text[1:]
        self._take(text)

    def _take(self, text):
        self._is_started = self._is_started or bool(text)
        self._size += len(text)
        # What was understood is let go of.
        if self._at:
            self._column = self.CurrentColumnNumber
            self._line = self.CurrentLineNumber
            self._index += len(self._text[: self._at].encode())
            self._text = self._text[self._at :]
            self._at = 0
        self._text += text
        if "\r" in text or self._text.startswith("\r"):
            ends = self._text.endswith("\r")
            self._text = self._text.replace("\r\n", "\n")
            # Whether a newline follows the last one is not known yet.
            self._text = self._text[:-1].replace("\r", "\n") + "\r" if ends else self._text.replace("\r", "\n")

    def _run(self):
        """Understand as much as there is."""
        if self._is_final and self._text.endswith("\r"):
            self._text = self._text[:-1] + "\n"
        try:
            while self._at < len(self._text):
                self._state()
        except Incomplete:
            if self._is_final:
                self._fail_at_end()
        self._flush()
        if self._is_final:
            if self._open:
                self._fail("NO_ELEMENTS")
            if self._state != self.EPILOG and not self._is_part:
                self._fail("NO_ELEMENTS")
            self._state = self.DONE

    def _fail_at_end(self):
        self._flush()
        if self._text.startswith("<![CDATA[", self._at):
            self._fail("UNCLOSED_CDATA_SECTION", len(self._text))
        self._fail("UNCLOSED_TOKEN")

    def _fail(self, name, at=None, shown=""):
        from xml.parsers.expat import ExpatError

        self._flush()
        if at is not None:
            self._at = at
        code = self.ErrorCode = CODES[name]
        line, column = self.CurrentLineNumber, self.CurrentColumnNumber
        error = ExpatError(f"{MESSAGES[code]}{shown}: line {line}, column {column}")
        error.code, error.lineno, error.offset = code, line, column
        raise error


class _as_it_is:
    """Stands where a decoder would, for documents that are text: bytes that come later are UTF-8."""

    @staticmethod
    def decode(data, is_final):
        return data.decode()


def _guess(data):
    """The encoding of a document, by its first bytes or its declaration (XML 1.0, appendix F)."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
        (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"),
    ):  # fmt: skip
        if data.startswith(mark):
            return name
    found = re.match(rb"""<\?xml[^>]*?encoding[ \t\r\n]*=[ \t\r\n]*["']([A-Za-z][A-Za-z0-9._-]*)["']""", data)
    return found[1].decode() if found else "utf-8"
