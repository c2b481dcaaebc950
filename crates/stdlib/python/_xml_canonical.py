# XML in canonical form (C14N 2.0): what is alike is written alike.
import io
import re

from xml.etree.ElementTree import XMLParser

__name__ = "xml.etree.ElementTree"

_XML = "http://www.w3.org/XML/1998/namespace"


def canonicalize(xml_data=None, *, out=None, from_file=None, **options):
    """A document in canonical form: as text, or written to a file."""
    if xml_data is None and from_file is None:
        raise ValueError("Either 'xml_data' or 'from_file' must be provided as input")
    stream = io.StringIO() if out is None else out
    parser = XMLParser(target=C14NWriterTarget(stream.write, **options))
    if xml_data is not None:
        parser.feed(xml_data)
        parser.close()
    elif from_file is not None:
        from xml.etree.ElementTree import parse

        parse(from_file, parser=parser)
    return stream.getvalue() if out is None else None


def _escape(text, pairs):
    for mark, shown in pairs:
        if mark in text:
            text = text.replace(mark, shown)
    return text


_IN_TEXT = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#xD;"))
_IN_ATTRIBUTES = (
    ("&", "&amp;"), ("<", "&lt;"), ('"', "&quot;"), ("\t", "&#x9;"), ("\n", "&#xA;"), ("\r", "&#xD;"),
)  # fmt: skip
_looks_like_name = re.compile(r"^\w+:\w+$").match


class C14NWriterTarget:
    """A parser's target that writes what it is told in canonical form."""

    def __init__(
        self, write, *, with_comments=False, strip_text=False, rewrite_prefixes=False, qname_aware_tags=None,
        qname_aware_attrs=None, exclude_attrs=None, exclude_tags=None,
    ):  # fmt: skip
        self._write = write
        self._data = []
        self._with_comments = with_comments
        self._strip_text = strip_text
        self._rewrite = rewrite_prefixes
        self._name_tags = set(qname_aware_tags or ())
        self._name_attributes = set(qname_aware_attrs or ())
        self._without_attributes = set(exclude_attrs or ())
        self._without_tags = set(exclude_tags or ())
        # For each open element: the prefixes that the document binds there, and those that were written.
        self._bound = [{"xml": _XML}]
        self._coming = {}
        self._written = [{_XML: "xml"}]
        self._numbers = {}
        self._preserve = [False]
        self._pending = None
        self._root_seen = self._root_done = False
        self._ignored = 0

    def _address(self, name):
        prefix, colon, local = name.rpartition(":")
        for scope in reversed(self._bound):
            if prefix in scope:
                return f"{{{scope[prefix]}}}{local}" if scope[prefix] else local
        return local if not prefix else None

    def _flush(self):
        text = "".join(self._data)
        self._data.clear()
        if self._strip_text and not self._preserve[-1]:
            text = text.strip()
        if self._pending is not None:
            start, self._pending = self._pending, None
            name = text if text and _looks_like_name(text) else None
            self._begin(*start, name)
            if name is not None:
                return
        if text and self._root_seen:
            self._write(_escape(text, _IN_TEXT))

    def data(self, data):
        """Text."""
        if not self._ignored:
            self._data.append(data)

    def start_ns(self, prefix, uri):
        """A prefix is bound in the element that comes."""
        if not self._ignored:
            if self._data:
                self._flush()
            self._coming[prefix] = uri

    def start(self, tag, attrs):
        """An element begins."""
        if self._ignored or tag in self._without_tags:
            self._ignored += 1
            return
        if self._data or self._pending is not None:
            self._flush()
        self._bound.append(self._coming)
        self._coming = {}
        if self._name_tags and tag in self._name_tags:
            # Its text may be a name, whose prefix must be declared here.
            self._pending = tag, attrs
        else:
            self._begin(tag, attrs)

    def _begin(self, tag, attrs, text_name=None):
        attrs = {name: value for name, value in attrs.items() if name not in self._without_attributes}
        names = {tag, *attrs}
        values = {}
        for name in attrs:
            if name in self._name_attributes and (address := self._address(attrs[name])):
                values[name] = address
                names.add(address)
        if text_name is not None:
            text_name = self._address(text_name)
            names.add(text_name)
        shown, declarations = self._shown(names, tag)
        pairs = [(f"xmlns:{prefix}" if prefix else "xmlns", uri) for prefix, uri in sorted(declarations)]
        # First those without a namespace, then by address and name.
        order = sorted(attrs, key=lambda name: name[1:].split("}", 1) if name[0] == "{" else ["", name])
        pairs += [(shown[name], shown[values[name]] if name in values else attrs[name]) for name in order]
        space = attrs.get(f"{{{_XML}}}space")
        self._preserve.append(space == "preserve" if space else self._preserve[-1])
        self._write(f"<{shown[tag]}{''.join([f' {name}="{_escape(value, _IN_ATTRIBUTES)}"' for name, value in pairs])}>")
        if text_name is not None:
            self._write(_escape(shown[text_name], _IN_TEXT))
        self._root_seen = True

    def _shown(self, names, tag):
        """The names as they are written, and the prefixes that have to be declared for them."""
        known, declarations, shown = dict(self._written[-1]), [], {}
        for name in sorted(names, key=lambda name: name[1:].split("}", 1) if name[0] == "{" else ["", name]):
            if self._rewrite:
                # Each namespace has its number, also where there is none.
                uri, local = name[1:].rsplit("}", 1) if name[0] == "{" else ("", name)
                prefix = known.get(uri)
                if prefix is None:
                    prefix = known[uri] = self._numbers.setdefault(uri, f"n{len(self._numbers)}")
                    declarations.append((prefix, uri))
                shown[name] = f"{prefix}:{local}" if uri or name == tag else local
                continue
            if name[0] != "{":
                shown[name] = name
                usual = [uri for uri, prefix in known.items() if not prefix]
                if name == tag and usual:
                    # It is in no namespace, but what stands around it has one without a prefix.
                    del known[usual[0]]
                    declarations.append(("", ""))
                continue
            uri, local = name[1:].rsplit("}", 1)
            prefix = known.get(uri)
            if prefix is None:
                prefix = self._prefix_of(uri)
                for other in [other for other, taken in known.items() if taken == prefix]:
                    del known[other]
                known[uri] = prefix
                declarations.append((prefix, uri))
            shown[name] = f"{prefix}:{local}" if prefix else local
        self._written.append(known)
        return shown, declarations

    def _prefix_of(self, uri):
        hidden = set()
        for scope in reversed(self._bound):
            for prefix, bound in scope.items():
                if bound == uri and prefix not in hidden:
                    return prefix
                hidden.add(prefix)
        raise ValueError(f'Namespace "{uri}" is not declared in scope')

    def end(self, tag):
        """An element ends."""
        if self._ignored:
            self._ignored -= 1
            return
        if self._data or self._pending is not None:
            self._flush()
        known = self._written[-1]
        uri, local = tag[1:].rsplit("}", 1) if tag[:1] == "{" else ("", tag)
        prefix = known.get(uri)
        self._write(f"</{prefix}:{local}>" if prefix else f"</{local}>")
        self._preserve.pop()
        self._written.pop()
        self._bound.pop()
        self._root_done = len(self._preserve) == 1

    def comment(self, text):
        """A comment."""
        if self._with_comments and not self._ignored:
            self._single(f"<!--{_escape(text, _IN_TEXT)}-->")

    def pi(self, target, data):
        """A processing instruction."""
        if not self._ignored:
            self._single(f"<?{target} {_escape(data, _IN_TEXT)}?>" if data else f"<?{target}?>")

    def _single(self, shown):
        if self._root_done:
            self._write("\n")
        elif self._root_seen and (self._data or self._pending is not None):
            self._flush()
        self._write(shown)
        if not self._root_seen:
            self._write("\n")
