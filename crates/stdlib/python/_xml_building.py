# How xml.etree.ElementTree reads documents.
import io

from contextlib import contextmanager
from xml.etree.ElementTree import Comment, Element, ElementTree, ProcessingInstruction

__name__ = "xml.etree.ElementTree"


class ParseError(SyntaxError):
    """Raised for a document that is not well-formed; code and position say why and where."""

    code = 0
    position = (0, 0)


@contextmanager
def open_source(source):
    """A file to read from: one that is open stays so."""
    if hasattr(source, "read"):
        yield source
    else:
        with open(source, "rb") as file:
            yield file


class TreeBuilder:
    """Makes a tree of what a parser finds."""

    def __init__(
        self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False
    ):
        self._data = []
        self._elem = []
        self._last = None
        self._root = None
        self._tail = None
        self.comment_factory = comment_factory or Comment
        self.pi_factory = pi_factory or ProcessingInstruction
        self.insert_comments = insert_comments
        self.insert_pis = insert_pis
        self._factory = element_factory or Element

    def close(self):
        """The element that was built."""
        return self._root

    def _flush(self):
        if self._data:
            if self._last is not None:
                text = "".join(self._data)
                if self._tail:
                    self._last.tail = text if self._last.tail is None else self._last.tail + text
                else:
                    self._last.text = text if self._last.text is None else self._last.text + text
            self._data = []

    def data(self, data, /):
        """Add text to what is open."""
        self._data.append(data)

    def start(self, tag, attrs, /):
        """Open an element; it."""
        if self._data:
            self._flush()
        self._last = element = self._factory(tag, attrs)
        if self._elem:
            self._elem[-1].append(element)
        elif self._root is None:
            self._root = element
        self._elem.append(element)
        self._tail = 0
        return element

    def end(self, tag, /):
        """Close the element that was opened last; it."""
        if self._data:
            self._flush()
        if not self._elem:
            raise IndexError("pop from empty stack")
        self._last = self._elem.pop()
        self._tail = 1
        return self._last

    def comment(self, text, /):
        """A comment, put into the tree if that was asked for."""
        return self._single(self.comment_factory, self.insert_comments, text)

    def pi(self, target, text=None, /):
        """A processing instruction, put into the tree if that was asked for."""
        return self._single(self.pi_factory, self.insert_pis, target, text)

    def _single(self, factory, insert, *args):
        element = factory(*args)
        if insert:
            self._flush()
            self._last = element
            if self._elem:
                self._elem[-1].append(element)
            self._tail = 1
        return element


class XMLParser:
    """Reads a document and tells a target, by default a TreeBuilder, what is in it."""

    entity = target = version = None

    def __init__(self, *, target=None, encoding=None):
        from xml.parsers import expat

        parser = expat.ParserCreate(encoding, "}")
        self.parser = self._parser = parser
        self.target = self._target = TreeBuilder() if target is None else target
        self._error = expat.error
        self._names = {}
        self.entity = {}
        self.version = "Expat %d.%d.%d" % expat.version_info
        parser.DefaultHandlerExpand = self._default
        # Who looks at the pieces gets them as they come.
        parser.buffer_text = type(self.target) is TreeBuilder
        parser.ordered_attributes = True
        target = self.target
        for handler, name, act in (
            ("StartElementHandler", "start", self._start), ("EndElementHandler", "end", self._end),
            ("StartNamespaceDeclHandler", "start_ns", self._start_ns),
            ("EndNamespaceDeclHandler", "end_ns", self._end_ns), ("CharacterDataHandler", "data", None),
            ("CommentHandler", "comment", None), ("ProcessingInstructionHandler", "pi", None),
        ):  # fmt: skip
            if hasattr(target, name):
                setattr(parser, handler, act or getattr(target, name))
        self._doctype = None

    def _setevents(self, events_queue, events_to_report):
        """Report events to a list as well: for XMLPullParser."""
        parser, append, target = self._parser, events_queue.append, self.target
        for event in events_to_report:
            if event == "start":
                parser.StartElementHandler = lambda tag, attrs: append(("start", self._start(tag, attrs)))
            elif event == "end":
                parser.EndElementHandler = lambda tag: append(("end", self._end(tag)))
            elif event == "start-ns":
                if hasattr(target, "start_ns"):
                    act = lambda prefix, uri: append(("start-ns", self._start_ns(prefix, uri)))
                else:
                    act = lambda prefix, uri: append(("start-ns", (prefix or "", uri or "")))
                parser.StartNamespaceDeclHandler = act
            elif event == "end-ns":
                if hasattr(target, "end_ns"):
                    parser.EndNamespaceDeclHandler = lambda prefix: append(("end-ns", self._end_ns(prefix)))
                else:
                    parser.EndNamespaceDeclHandler = lambda prefix: append(("end-ns", None))
            elif event == "comment":
                parser.CommentHandler = lambda text: append(("comment", target.comment(text)))
            elif event == "pi":
                act = lambda name, text: append(("pi", target.pi(name, text)))
                parser.ProcessingInstructionHandler = act
            else:
                raise ValueError(f"unknown event {event!r}")

    def _raise(self, value):
        error = ParseError(value)
        error.code = value.code
        error.position = value.lineno, value.offset
        raise error

    def _fixname(self, key):
        name = self._names.get(key)
        if name is None:
            name = self._names[key] = "{" + key if "}" in key else key
        return name

    def _start(self, tag, pairs):
        fix = self._fixname
        attrib = {fix(pairs[at]): pairs[at + 1] for at in range(0, len(pairs), 2)}
        return self.target.start(fix(tag), attrib)

    def _end(self, tag):
        return self.target.end(self._fixname(tag))

    def _start_ns(self, prefix, uri):
        return self.target.start_ns(prefix or "", uri or "")

    def _end_ns(self, prefix):
        return self.target.end_ns(prefix or "")

    def _default(self, text):
        if text[:1] == "&":
            # An entity that the document doesn't declare: the program may have.
            try:
                data = self.entity[text[1:-1]]
            except KeyError:
                parser = self.parser
                line, column = parser.ErrorLineNumber, parser.ErrorColumnNumber
                error = self._error(f"undefined entity {text}: line {line}, column {column}")
                error.code, error.lineno, error.offset = 11, line, column
                self._raise(error)
            if hasattr(self.target, "data"):
                self.target.data(data)
        elif text.startswith("<!DOCTYPE") and hasattr(self.target, "doctype"):
            found = self.parser._doctype_named
            if found:
                self.target.doctype(*found)

    def feed(self, data, /):
        """Take a part of the document."""
        try:
            self.parser.Parse(data, False)
        except self._error as error:
            self._raise(error)

    def close(self):
        """End the document: what the target's close() returns."""
        try:
            self.parser.Parse(b"", True)
        except self._error as error:
            self._raise(error)
        finish = getattr(self.target, "close", None)
        return None if finish is None else finish()

    def flush(self):
        """Tell what is known so far."""


class XMLPullParser:
    """Reads a document in parts and keeps events for the program: ("end", element), …"""

    def __init__(self, events=None, *, _parser=None):
        from collections import deque

        self._events_queue = deque()
        self._parser = _parser or XMLParser(target=TreeBuilder())
        self._parser._setevents(self._events_queue, ("end",) if events is None else events)

    def feed(self, data):
        """Take a part of the document."""
        if self._parser is None:
            raise ValueError("feed() called after end of stream")
        if data:
            try:
                self._parser.feed(data)
            except SyntaxError as error:
                # It comes when the events before it were read.
                self._events_queue.append(error)

    def _close_and_return_root(self):
        root = self._parser.close()
        self._parser = None
        return root

    def close(self):
        """End the document."""
        self._close_and_return_root()

    def read_events(self):
        """The events since the last call, one after the other."""
        events = self._events_queue
        while events:
            event = events.popleft()
            if isinstance(event, Exception):
                raise event
            yield event

    def flush(self):
        """Tell what is known so far."""
        if self._parser is None:
            raise ValueError("flush() called after end of stream")
        self._parser.flush()


class _Events:
    """What iterparse() returns: an iterator of events whose root is there at the end."""

    root = None

    def __init__(self, source, events, parser):
        self._source = source if hasattr(source, "read") else open(source, "rb")
        self._is_own = self._source is not source
        self._pull = XMLPullParser(events=events, _parser=parser)
        self._iterator = self._run()

    def _run(self):
        try:
            while True:
                yield from self._pull.read_events()
                data = self._source.read(16 * 1024)
                if not data:
                    break
                self._pull.feed(data)
            root = self._pull._close_and_return_root()
            yield from self._pull.read_events()
            self.root = root
        finally:
            self._close_file()

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._iterator)

    def close(self):
        """End, and close the file if iterparse() has opened it."""
        self._iterator.close()
        self._close_file()

    def _close_file(self):
        if self._is_own:
            self._source.close()


def iterparse(source, events=None, parser=None):
    """Read a document from a file or its name, and tell what happens meanwhile: pairs of an event and an element."""
    return _Events(source, events, parser)


def parse(source, parser=None):
    """Read a document from a file or its name: an ElementTree."""
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def XML(text, parser=None):
    """Read a document from text or bytes: its element. fromstring() is another name."""
    parser = parser or XMLParser(target=TreeBuilder())
    parser.feed(text)
    return parser.close()


fromstring = XML


def XMLID(text, parser=None):
    """Read a document: its element, and a dict of the elements that have an id."""
    parser = parser or XMLParser(target=TreeBuilder())
    parser.feed(text)
    tree = parser.close()
    return tree, {element.get("id"): element for element in tree.iter() if element.get("id")}


def fromstringlist(sequence, parser=None):
    """Read a document from parts of it."""
    parser = parser or XMLParser(target=TreeBuilder())
    for text in sequence:
        parser.feed(text)
    return parser.close()
