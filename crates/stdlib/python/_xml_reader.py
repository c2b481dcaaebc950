# The parser behind xml.parsers.expat: XML 1.0 with namespaces.
import re

from _xml_source import CODES, HANDLERS, MESSAGES, Incomplete, Source

_START = (
    ":A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff"
    "\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
NAME = f"[{_START}][{_START}\\-.0-9\xb7\u0300-\u036f\u203f\u2040]*"
_SPACE = "[ \t\r\n]"
_name = re.compile(NAME)
_space = re.compile(f"{_SPACE}*")
_end_tag = re.compile(f"</({NAME}){_SPACE}*>")
_attribute = re.compile(f"""{_SPACE}+({NAME}){_SPACE}*={_SPACE}*("[^<"]*"|'[^<']*')""")
_tag_end = re.compile(f"{_SPACE}*(/?)>")
_reference = re.compile(f"&(?:#(x[0-9a-fA-F]+|[0-9]+)|({NAME}));")
_unfinished = re.compile(f"&(?:#(?:x[0-9a-fA-F]*|[0-9]*)|(?:{NAME})?)$")
_forbidden = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_declaration = re.compile(
    f"""<\\?xml{_SPACE}+version{_SPACE}*={_SPACE}*(["'])([A-Za-z0-9_.:-]+)\\1"""
    f"""(?:{_SPACE}+encoding{_SPACE}*={_SPACE}*(["'])([A-Za-z][A-Za-z0-9._-]*)\\3)?"""
    f"""(?:{_SPACE}+standalone{_SPACE}*={_SPACE}*(["'])(yes|no)\\5)?{_SPACE}*\\?>"""
)
_PREDEFINED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_XML = "http://www.w3.org/XML/1998/namespace"
_XMLNS = "http://www.w3.org/2000/xmlns/"
# Entities may make this much of each character of the document, once they have made that much at all.
_MOST_GROWTH = 100
_HARMLESS = 8 << 20


class Parser(Source):
    """A parser of XML: give it the document with Parse() or ParseFile(), and handlers as attributes."""

    # The parts of a document.

    def _prolog(self):
        text, at = self._text, self._at
        if text[at] != "<":
            end = _space.match(text, at).end()
            if end == at:
                self._fail("SYNTAX")
            self._default(text[at:end])
            self._at = end
        elif text.startswith("<?", at):
            self._instruction()
        elif text.startswith("<!--", at):
            self._comment()
        elif text.startswith("<!", at):
            if not text.startswith("<!DOCTYPE"[: len(text) - at], at):
                self._fail("INVALID_TOKEN" if at + 2 < len(text) and not text[at + 2].isalpha() else "SYNTAX")
            if len(text) - at < 9:
                raise Incomplete
            from _xml_doctype import read

            read(self)
        else:
            self._start()

    def _content(self):
        text, at = self._text, self._at
        first = text[at]
        if first == "<":
            second = text[at + 1 : at + 2]
            if second == "/":
                self._end()
            elif second == "?":
                self._instruction()
            elif second == "!":
                self._bang()
            else:
                self._start()
        elif first == "&":
            self._refer()
        else:
            self._characters()

    def _epilog(self):
        text, at = self._text, self._at
        if text[at] != "<":
            end = _space.match(text, at).end()
            if end == at:
                self._fail("JUNK_AFTER_DOC_ELEMENT")
            self._default(text[at:end])
            self._at = end
        elif text.startswith("<?", at):
            self._instruction()
        elif text.startswith("<!--"[: len(text) - at], at):
            self._comment()
        elif text.startswith("</", at):
            self._fail("INVALID_TOKEN", at + 1)
        else:
            self._fail("JUNK_AFTER_DOC_ELEMENT")

    def _done(self):
        self._fail("FINISHED")

    # The things in them.

    def _characters(self):
        text, at = self._text, self._at
        end = len(text)
        for mark in "<&":
            found = text.find(mark, at, end)
            end = found if found >= 0 else end
        if end == len(text) and not self._is_final:
            # They may be the beginning of something forbidden, or of a line's end.
            while end > at and text[end - 1] in "]\r":
                end -= 1
            if end == at:
                raise Incomplete
        piece = text[at:end]
        bad = piece.find("]]>")
        forbidden = _forbidden.search(piece)
        if bad >= 0 or forbidden:
            self._fail("INVALID_TOKEN", at + (forbidden.start() if forbidden else bad + 2))
        self._give(piece)
        self._at = end

    def _give(self, piece):
        """Hand over characters, line by line as Expat does unless the program wants them together."""
        if self.CharacterDataHandler is None:
            self._default(piece)
        elif self.buffer_text:
            self._pending.append(piece)
        else:
            for line in re.split("(\n)", piece):
                if line:
                    self.CharacterDataHandler(line)

    def _flush(self):
        if self._pending:
            text = "".join(self._pending)
            self._pending.clear()
            if self.CharacterDataHandler is not None:
                self.CharacterDataHandler(text)

    def _default(self, text):
        handler = self.DefaultHandlerExpand or self.DefaultHandler
        if handler is not None and text:
            self._flush()
            handler(text)

    def _until(self, mark, start):
        end = self._text.find(mark, start)
        if end < 0:
            raise Incomplete
        return end

    def _bang(self):
        text, at = self._text, self._at
        for start, act in (("<!--", self._comment), ("<![CDATA[", self._section)):
            if text.startswith(start, at):
                return act()
            if start.startswith(text[at : at + len(start)]):
                raise Incomplete
        self._fail("INVALID_TOKEN", at + 2)

    def _comment(self):
        text, at = self._text, self._at
        if len(text) - at < 4:
            raise Incomplete
        end = self._until("--", at + 4)
        if end + 2 >= len(text):
            raise Incomplete
        if text[end + 2] != ">":
            self._fail("INVALID_TOKEN", end + 2)
        self._check(at + 4, end)
        self._flush()
        if self.CommentHandler is not None:
            self.CommentHandler(text[at + 4 : end])
        else:
            self._default(text[at : end + 3])
        self._at = end + 3

    def _section(self):
        text, at = self._text, self._at
        end = self._until("]]>", at + 9)
        self._check(at + 9, end)
        if self.StartCdataSectionHandler is not None:
            self._flush()
            self.StartCdataSectionHandler()
        if end > at + 9:
            self._give(text[at + 9 : end])
        if self.EndCdataSectionHandler is not None:
            self._flush()
            self.EndCdataSectionHandler()
        self._at = end + 3

    def _check(self, start, end):
        if forbidden := _forbidden.search(self._text, start, end):
            self._fail("INVALID_TOKEN", forbidden.start())

    def _instruction(self):
        text, at = self._text, self._at
        end = self._until("?>", at + 2)
        name = _name.match(text, at + 2)
        if not name:
            self._fail("INVALID_TOKEN", at + 2)
        target, stop = name[0], name.end()
        if target == "xml":
            return self._declare(end)
        if target.lower() == "xml":
            self._fail("INVALID_TOKEN", at + 2)
        start = _space.match(text, stop).end()
        if start == stop != end:
            self._fail("INVALID_TOKEN", stop)
        self._check(start, end)
        self._flush()
        if self.ProcessingInstructionHandler is not None:
            self.ProcessingInstructionHandler(target, text[start:end])
        else:
            self._default(text[at : end + 2])
        self._at = end + 2

    def _declare(self, end):
        at = self._at
        if at or self._index or self._state != self.PROLOG:
            self._fail("MISPLACED_XML_PI")
        found = _declaration.match(self._text, at)
        if not found or found.end() != end + 2:
            self._fail("XML_DECL", at + 5)
        if self.XmlDeclHandler is not None:
            self.XmlDeclHandler(found[2], found[4], {None: -1, "yes": 1, "no": 0}[found[6]])
        else:
            self._default(found[0])
        self._at = end + 2

    def _start(self):
        text, at = self._text, self._at
        name = _name.match(text, at + 1)
        if not name:
            if at + 1 >= len(text):
                raise Incomplete
            self._fail("INVALID_TOKEN", at + 1)
        attributes, stop = [], name.end()
        while found := _attribute.match(text, stop):
            attributes.append((found[1], found[2][1:-1], found.start(1), found.start(2) + 1))
            stop = found.end()
        end = _tag_end.match(text, stop)
        if not end:
            self._broken_tag(stop)
        self._flush()
        self._attributes_of(name[0], attributes, bool(end[1]), end.end())
        self._at = end.end()
        self._state = self.CONTENT if self._open or self._is_part else self.EPILOG

    def _broken_tag(self, at):
        """Say what is wrong in a start tag behind the attributes that are right, or that more is needed."""
        text = self._text
        space = _space.match(text, at).end()
        found = _name.match(text, space) if space > at else None
        at = space
        if found:
            at = _space.match(text, found.end()).end()
            if text[at : at + 1] == "=":
                at = _space.match(text, at + 1).end()
                quote = text[at : at + 1]
                if quote in ("'", '"'):
                    close, less = text.find(quote, at + 1), text.find("<", at + 1)
                    if less < 0 or close >= 0 and close < less:
                        # It is closed, so that what comes behind it is wrong.
                        at = close + 1 if close >= 0 else len(text)
                    else:
                        at = less
        elif text[at : at + 1] == "/":
            at += 1
        if at >= len(text):
            raise Incomplete
        self._fail("INVALID_TOKEN", at)

    def _attributes_of(self, tag, given, is_empty, stop):
        """Begin an element, and end it if it is empty."""
        seen, pairs, scope = set(), [], None
        tokens = self._tokens.get(tag, ())
        for name, value, at, start in given:
            if name in seen:
                self._fail("DUPLICATE_ATTRIBUTE", at)
            seen.add(name)
            value = self._value(value, start)
            if name in tokens:
                # Of what is made of words, the blanks between them count once.
                value = " ".join([word for word in value.split(" ") if word])
            pairs.append((name, value))
        for name, value in () if self.specified_attributes else self._defaults.get(tag, {}).items():
            if name not in seen:
                pairs.append((name, value))
        shown = tag
        if self._separator is not None:
            shown, pairs, scope = self._in_namespaces(tag, pairs)
        self._open.append((tag, shown, scope))
        if self.StartElementHandler is not None:
            if self.ordered_attributes:
                self.StartElementHandler(shown, [part for pair in pairs for part in pair])
            else:
                self.StartElementHandler(shown, dict(pairs))
        else:
            self._default(self._text[self._at : stop])
        if is_empty:
            self._close()

    def _in_namespaces(self, tag, pairs):
        """The names of an element and its attributes with the addresses of their namespaces, and the prefixes it declares."""
        scope, kept = {}, []
        for name, value in pairs:
            prefix, colon, local = name.partition(":")
            if name == "xmlns" or colon and prefix == "xmlns":
                self._bind(scope, local, value)
            else:
                kept.append((name, value))
        if scope:
            self._scopes.append({**self._scopes[-1], **scope})
            if self.StartNamespaceDeclHandler is not None:
                for prefix, address in scope.items():
                    self.StartNamespaceDeclHandler(prefix or None, address or None)
        shown, result = self._qualified(tag, True), {}
        for name, value in kept:
            name = self._qualified(name, False)
            if name in result:
                self._fail("DUPLICATE_ATTRIBUTE")
            result[name] = value
        return shown, list(result.items()), scope

    def _bind(self, scope, prefix, address):
        if prefix == "xmlns":
            self._fail("RESERVED_PREFIX_XMLNS")
        if prefix == "xml" and address != _XML:
            self._fail("RESERVED_PREFIX_XML")
        if prefix != "xml" and address in (_XML, _XMLNS):
            self._fail("RESERVED_NAMESPACE_URI")
        if prefix and not address:
            self._fail("UNDECLARING_PREFIX")
        scope[prefix] = address

    def _qualified(self, name, is_element):
        prefix, colon, local = name.partition(":")
        if not colon:
            address = self._scopes[-1].get("") if is_element else None
            return f"{address}{self._separator}{name}" if address else name
        address = self._scopes[-1].get(prefix)
        if address is None:
            self._fail("UNBOUND_PREFIX")
        shown = f"{address}{self._separator}{local}"
        return f"{shown}{self._separator}{prefix}" if self.namespace_prefixes else shown

    def _end(self):
        text, at = self._text, self._at
        found = _end_tag.match(text, at)
        if not found:
            name = _name.match(text, at + 2)
            stop = _space.match(text, name.end()).end() if name else at + 2
            if stop >= len(text):
                raise Incomplete
            self._fail("INVALID_TOKEN", stop)
        if not self._open or self._open[-1][0] != found[1]:
            self._fail("TAG_MISMATCH" if self._open else "INVALID_TOKEN", at + 2)
        self._flush()
        self._close(found[0])
        self._at = found.end()
        if not self._open and not self._is_part:
            self._state = self.EPILOG

    def _close(self, text=""):
        _, shown, scope = self._open.pop()
        if self.EndElementHandler is not None:
            self.EndElementHandler(shown)
        else:
            self._default(text)
        if scope:
            self._scopes.pop()
            if self.EndNamespaceDeclHandler is not None:
                for prefix in reversed(scope):
                    self.EndNamespaceDeclHandler(prefix or None)

    # References.

    def _refer(self):
        text, at = self._text, self._at
        found = _reference.match(text, at)
        if not found:
            if _unfinished.match(text, at):
                raise Incomplete
            bad = _name.match(text, at + 1)
            self._fail("INVALID_TOKEN", bad.end() if bad else at + 1)
        number, name = found[1], found[2]
        if number or name in _PREDEFINED:
            self._give(self._character(number, at) if number else _PREDEFINED[name])
            self._at = found.end()
            return
        entity = self._entities.get(name)
        if entity is None:
            self._skip(name, found[0])
        elif not isinstance(entity, str):
            if self.ExternalEntityRefHandler is not None:
                self._flush()
                if not self.ExternalEntityRefHandler(name, self._base, *entity):
                    self._fail("EXTERNAL_ENTITY_HANDLING")
            else:
                self._default(found[0])
        elif self.DefaultHandler is not None and self.DefaultHandlerExpand is None:
            self._default(found[0])
        else:
            self._expand(name, entity)
        self._at = found.end()

    def _skip(self, name, shown):
        """An entity that nobody has declared: an error, unless it may have been in a part that isn't read."""
        if self._doctype is None or not self._doctype.has_more:
            self._fail("UNDEFINED_ENTITY")
        self._flush()
        if self.SkippedEntityHandler is not None:
            self.SkippedEntityHandler(name, False)
        else:
            self._default(shown)

    def _character(self, number, at):
        code = int(number[1:], 16) if number[0] == "x" else int(number)
        if code > 0x10FFFF or _forbidden.match(chr(code)):
            self._fail("BAD_CHAR_REF", at)
        return chr(code)

    def _enter(self, name, size):
        if name in self._expanding:
            self._fail("RECURSIVE_ENTITY_REF")
        self._grown += size
        if self._grown > _HARMLESS and self._grown > _MOST_GROWTH * self._size:
            self._fail("AMPLIFICATION_LIMIT_BREACH")
        self._expanding.append(name)

    def _expand(self, name, entity):
        """Read what an entity stands for, as if it stood here; its elements must end in it."""
        self._enter(name, len(entity))
        kept = self._text, self._at, self._is_final, len(self._open), self._state
        outermost = self._reference is None
        self._reference = self._reference or (self._text, self._at)
        self._text, self._at, self._is_final, self._state = entity, 0, True, self.CONTENT
        outer, self._is_part = self._is_part, True
        try:
            while self._at < len(self._text):
                self._state()
        except Incomplete:
            self._fail("UNCLOSED_TOKEN")
        if len(self._open) != kept[3]:
            self._fail("ASYNC_ENTITY")
        self._text, self._at, self._is_final, _, self._state = kept
        self._is_part = outer
        if outermost:
            self._reference = None
        self._expanding.pop()

    def _value(self, value, start):
        """An attribute's value: with spaces only, and without references."""
        if _forbidden.search(value):
            self._fail("INVALID_TOKEN", start + _forbidden.search(value).start())
        value = value.replace("\n", " ").replace("\t", " ")
        if "&" not in value:
            return value
        parts, at = [], 0
        while (mark := value.find("&", at)) >= 0:
            parts.append(value[at:mark])
            found = _reference.match(value, mark)
            if not found:
                self._fail("INVALID_TOKEN", start + mark + 1)
            number, name = found[1], found[2]
            if number or name in _PREDEFINED:
                parts.append(self._character(number, start + mark) if number else _PREDEFINED[name])
            else:
                entity = self._entities.get(name)
                if entity is None:
                    self._fail("UNDEFINED_ENTITY", start + mark)
                if not isinstance(entity, str):
                    self._fail("ATTRIBUTE_EXTERNAL_ENTITY_REF", start + mark)
                self._enter(name, len(entity))
                parts.append(self._value(entity, start + mark))
                self._expanding.pop()
            at = found.end()
        return "".join([*parts, value[at:]])

    PROLOG, CONTENT, EPILOG, DONE = _prolog, _content, _epilog, _done
