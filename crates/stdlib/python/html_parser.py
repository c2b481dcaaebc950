"""A parser for HTML as it is found, however broken: it calls a method for each tag, text and comment.

    class Links(HTMLParser):
        def handle_starttag(self, tag, attrs):
            print(tag, attrs)
    Links().feed("<a href='x'>text</a>")
"""

import re
from html import unescape

__all__ = ["HTMLParser"]

# Packages replace some of these by patterns of their own, so they are looked up where they are used.
interesting_normal = re.compile("[&<]")
incomplete = re.compile("&[a-zA-Z#]")
entityref = re.compile("&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]")
charref = re.compile("&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]")
attr_charref = re.compile(r"&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*)[;=]?")
starttagopen = re.compile("<[a-zA-Z]")
endtagopen = re.compile("</[a-zA-Z]")
piclose = re.compile(">")
commentclose = re.compile(r"--!?>")
commentabruptclose = re.compile(r"-?>")
# A tag's name, and an attribute: its name, the equals sign, and its value with quotes.
tagfind_tolerant = re.compile(r"([a-zA-Z][^\t\n\r\f />]*)(?:[\t\n\r\f ]|/(?!>))*")
attrfind_tolerant = re.compile(
    r"((?<=['\"\t\n\r\f /])[^\t\n\r\f />][^\t\n\r\f /=>]*)"
    r"([\t\n\r\f ]*=[\t\n\r\f ]*('[^']*'|\"[^\"]*\"|(?!['\"])[^>\t\n\r\f ]*))?"
    r"(?:[\t\n\r\f ]|/(?!>))*"
)
locatetagend = re.compile(
    r"[a-zA-Z][^\t\n\r\f />]*[\t\n\r\f /]*"
    r"(?:(?<=['\"\t\n\r\f /])[^\t\n\r\f />][^\t\n\r\f /=>]*"
    r"(?:[\t\n\r\f ]*=[\t\n\r\f ]*(?:'[^']*'|\"[^\"]*\"|(?!['\"])[^>\t\n\r\f ]*))?[\t\n\r\f /]*)*>?"
)
locatestarttagend_tolerant = re.compile("<" + locatetagend.pattern.removesuffix(">?"))
endendtag = re.compile(">")
endtagfind = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")

_may_go_on = re.compile(r"[\t\n\r\f ;]")
# The longest name of a character, with what is around it.
_LONGEST_NAME = 34


class HTMLParser:
    """Calls a method of a subclass for each thing it finds; by default references to characters become characters."""

    CDATA_CONTENT_ELEMENTS = ("script", "style")
    RCDATA_CONTENT_ELEMENTS = ("textarea", "title")
    __starttag_text = None

    def __init__(self, *, convert_charrefs=True, scripting=False):
        self.convert_charrefs = convert_charrefs
        self.scripting = scripting
        self.reset()

    def reset(self):
        """Forget everything that was fed."""
        self.rawdata = ""
        self.lasttag = "???"
        self.interesting = interesting_normal
        self.cdata_elem = None
        self._escapable = True
        self._support_cdata = True
        self.lineno, self.offset = 1, 0

    def feed(self, data):
        """Take a part of the document."""
        self.rawdata += data
        self.goahead(False)

    def close(self):
        """End the document: what waits for more is what it is."""
        self.goahead(True)

    def getpos(self):
        """The line, from 1 on, and the column of what is handled just now."""
        return self.lineno, self.offset

    def get_starttag_text(self):
        """The start tag that was found last, as it was written."""
        return self.__starttag_text

    def updatepos(self, i, j):
        """Count lines and columns from one place to another: the other one."""
        if i < j:
            lines = self.rawdata.count("\n", i, j)
            if lines:
                self.lineno += lines
                self.offset = j - self.rawdata.rindex("\n", i, j) - 1
            else:
                self.offset += j - i
        return max(i, j)

    def set_cdata_mode(self, elem, *, escapable=False):
        """What follows is text up to the end tag of this element, with references to characters if it is escapable."""
        self.cdata_elem = elem.lower()
        self._escapable = escapable
        if self.cdata_elem == "plaintext":
            self.interesting = re.compile(r"\z")
        elif escapable and not self.convert_charrefs:
            self.interesting = re.compile(rf"&|</{self.cdata_elem}(?=[\t\n\r\f />])", re.IGNORECASE | re.ASCII)
        else:
            self.interesting = re.compile(rf"</{self.cdata_elem}(?=[\t\n\r\f />])", re.IGNORECASE | re.ASCII)

    def clear_cdata_mode(self):
        """Tags are tags again."""
        self.interesting = interesting_normal
        self.cdata_elem = None
        self._escapable = True

    def _support_cdata_sections(self, flag=True):
        self._support_cdata = flag

    def goahead(self, end):
        """Handle as much as is there; if the document ends here, everything."""
        rawdata, i, n = self.rawdata, 0, len(self.rawdata)
        while i < n:
            j = self._text_end(i, end)
            if j is None:
                break
            if i < j:
                text = rawdata[i:j]
                self.handle_data(unescape(text) if self.convert_charrefs and self._escapable else text)
            i = self.updatepos(i, j)
            if i == n:
                break
            k = self._reference(i, end) if rawdata[i] == "&" else self._markup(i, end)
            if k is None:
                break
            i = self.updatepos(i, k)
        if end and i < n:
            text = rawdata[i:]
            self.handle_data(unescape(text) if self.convert_charrefs and self._escapable else text)
            i = self.updatepos(i, n)
        self.rawdata = rawdata[i:]

    def _text_end(self, i, end):
        """Where the text ends that begins here; None if more is needed to know."""
        rawdata, n = self.rawdata, len(self.rawdata)
        if self.convert_charrefs and not self.cdata_elem:
            j = rawdata.find("<", i)
            if j >= 0:
                return j
            # At the end there may be half of a reference.
            mark = rawdata.rfind("&", max(i, n - _LONGEST_NAME))
            return None if not end and mark >= 0 and not _may_go_on.search(rawdata, mark) else n
        found = self.interesting.search(rawdata, i)
        if found:
            return found.start()
        return None if self.cdata_elem else n

    def _markup(self, i, end):
        """Handle what begins with "<": where it ends, or None if more is needed."""
        rawdata = self.rawdata
        if starttagopen.match(rawdata, i):
            k = self.parse_starttag(i)
        elif rawdata.startswith("</", i):
            k = self.parse_endtag(i)
        elif rawdata.startswith("<!--", i):
            k = self.parse_comment(i)
        elif rawdata.startswith("<?", i):
            k = self.parse_pi(i)
        elif rawdata.startswith("<!", i):
            k = self.parse_html_declaration(i)
        elif i + 1 < len(rawdata) or end:
            self.handle_data("<")
            return i + 1
        else:
            return None
        if k >= 0:
            return k
        return self._unfinished(i) if end else None

    def _unfinished(self, i):
        """Handle what the document's end cuts off, as browsers do."""
        rawdata = self.rawdata
        if starttagopen.match(rawdata, i):
            # A tag without an end isn't one.
            pass
        elif rawdata.startswith("</", i):
            if i + 2 == len(rawdata):
                self.handle_data("</")
            elif not endtagopen.match(rawdata, i):
                self.handle_comment(rawdata[i + 2 :])
        elif rawdata.startswith("<!--", i):
            text = rawdata[i + 4 :]
            for mark in ("--!", "--", "-"):
                if text.endswith(mark):
                    text = text.removesuffix(mark)
                    break
            self.handle_comment(text)
        elif rawdata.startswith("<![CDATA[", i) and self._support_cdata:
            self.unknown_decl(rawdata[i + 3 :])
        elif rawdata[i : i + 9].lower() == "<!doctype":
            self.handle_decl(rawdata[i + 2 :])
        elif rawdata.startswith("<!", i):
            self.handle_comment(rawdata[i + 2 :])
        elif rawdata.startswith("<?", i):
            self.handle_pi(rawdata[i + 2 :])
        return len(rawdata)

    def _reference(self, i, end):
        """Handle what begins with "&", where references are not converted: where it ends, or None."""
        rawdata = self.rawdata
        if rawdata.startswith("&#", i):
            found = charref.match(rawdata, i)
            if found:
                self.handle_charref(found[0][2:-1])
                return found.end() - (rawdata[found.end() - 1] != ";")
            if ";" in rawdata[i:]:
                self.handle_data(rawdata[i : i + 2])
                return i + 2
            return self._cut_reference(i, r"&#([0-9]+|[xX][0-9a-fA-F]+)\Z", self.handle_charref) if end else None
        found = entityref.match(rawdata, i)
        if found:
            self.handle_entityref(found[1])
            return found.end() - (rawdata[found.end() - 1] != ";")
        if incomplete.match(rawdata, i):
            return self._cut_reference(i, r"&([a-zA-Z][-.a-zA-Z0-9]*)\Z", self.handle_entityref) if end else None
        if i + 1 < len(rawdata) or end:
            self.handle_data("&")
            return i + 1
        return None

    def _cut_reference(self, i, pattern, handle):
        """Handle a reference that the document's end cuts off."""
        found = re.compile(pattern).match(self.rawdata, i)
        if found and self.cdata_elem is None:
            handle(found[1])
            return found.end()
        self.handle_data(self.rawdata[i : i + 1])
        return i + 1

    def parse_html_declaration(self, i):
        """Handle what begins with "<!": where it ends, or -1."""
        rawdata = self.rawdata
        if rawdata.startswith("<!--", i):
            return self.parse_comment(i)
        if rawdata.startswith("<![CDATA[", i) and self._support_cdata:
            j = rawdata.find("]]>", i + 9)
            if j < 0:
                return -1
            self.unknown_decl(rawdata[i + 3 : j])
            return j + 3
        if rawdata[i : i + 9].lower() == "<!doctype":
            j = rawdata.find(">", i + 9)
            if j < 0:
                return -1
            self.handle_decl(rawdata[i + 2 : j])
            return j + 1
        return self.parse_bogus_comment(i)

    def parse_bogus_comment(self, i, report=1):
        """Handle a declaration that there isn't as a comment: where it ends, or -1."""
        j = self.rawdata.find(">", i + 2)
        if j < 0:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 2 : j])
        return j + 1

    def parse_comment(self, i, report=True):
        """Handle a comment: where it ends, or -1."""
        found = commentabruptclose.match(self.rawdata, i + 4) or commentclose.search(self.rawdata, i + 4)
        if not found:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 4 : found.start()])
        return found.end()

    def parse_pi(self, i):
        """Handle a processing instruction: where it ends, or -1."""
        found = piclose.search(self.rawdata, i + 2)
        if not found:
            return -1
        self.handle_pi(self.rawdata[i + 2 : found.start()])
        return found.end()

    def check_for_whole_start_tag(self, i):
        """Where the tag ends that begins here; -1 if it doesn't."""
        found = locatetagend.match(self.rawdata, i + 1)
        if not found or self.rawdata[found.end() - 1] != ">":
            return -1
        return found.end()

    def parse_starttag(self, i):
        """Handle a start tag: where it ends, or -1."""
        self.__starttag_text = None
        endpos = self.check_for_whole_start_tag(i)
        if endpos < 0:
            return endpos
        rawdata = self.rawdata
        self.__starttag_text = rawdata[i:endpos]
        name = tagfind_tolerant.match(rawdata, i + 1)
        self.lasttag = tag = name[1].lower()
        attrs, k = [], name.end()
        while k < endpos and (found := attrfind_tolerant.match(rawdata, k)):
            key, given, value = found[1], found[2], found[3]
            if not given:
                value = None
            elif value[:1] in ("'", '"') and value[:1] == value[-1:]:
                value = value[1:-1]
            attrs.append((key.lower(), unescape(value) if value else value))
            k = found.end()
        rest = rawdata[k:endpos].strip()
        if rest not in (">", "/>"):
            self.handle_data(self.__starttag_text)
        elif rest == "/>":
            self.handle_startendtag(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS or self.scripting and tag == "noscript":
                self.set_cdata_mode(tag)
            elif tag in self.RCDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag, escapable=True)
            elif tag in ("plaintext", "xmp", "iframe", "noembed", "noframes"):
                self.set_cdata_mode(tag)
        return endpos

    def parse_endtag(self, i):
        """Handle an end tag: where it ends, or -1."""
        rawdata = self.rawdata
        if rawdata.find(">", i + 2) < 0:
            return -1
        if not endtagopen.match(rawdata, i):
            # "</>" is nothing, others are comments.
            return i + 3 if rawdata[i + 2 : i + 3] == ">" else self.parse_bogus_comment(i)
        found = locatetagend.match(rawdata, i + 2)
        if not found or rawdata[found.end() - 1] != ">":
            return -1
        tag = tagfind_tolerant.match(rawdata, i + 2)[1].lower()
        self.handle_endtag(tag)
        self.clear_cdata_mode()
        return found.end()

    # What subclasses have methods for.

    def handle_startendtag(self, tag, attrs):
        """A tag of an element without content: <tag/>."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        """A start tag, with its attributes as pairs."""

    def handle_endtag(self, tag):
        """An end tag."""

    def handle_charref(self, name):
        """A character by its number, where references are not converted."""

    def handle_entityref(self, name):
        """A character by its name, where references are not converted."""

    def handle_data(self, data):
        """Text."""

    def handle_comment(self, data):
        """A comment."""

    def handle_decl(self, decl):
        """A document type: "DOCTYPE html"."""

    def handle_pi(self, data):
        """A processing instruction."""

    def unknown_decl(self, data):
        """A declaration of another kind, as a CDATA section."""
