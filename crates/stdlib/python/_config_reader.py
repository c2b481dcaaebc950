# Reading the lines of configuration files.
import sys

from configparser import (
    UNNAMED_SECTION, DuplicateOptionError, DuplicateSectionError, MissingSectionHeaderError,
    MultilineContinuationError, ParsingError, SectionProxy,
)


def _header(parser, text):
    """The name in a section's header, or None if it is none."""
    if parser.SECTCRE is not None:
        match = parser.SECTCRE.match(text)
        return match and match["header"]
    end = text.rfind("]")
    return text[1:end] if text.startswith("[") and end > 1 else None


def _without_comment(parser, line):
    """A line without its comment, and whether it has one."""
    stripped = line.strip()
    if stripped.startswith(parser._comment_prefixes) and parser._comment_prefixes:
        return "", True
    start = len(line)
    for prefix in parser._inline_comment_prefixes:
        at = line.find(prefix)
        while at >= 0:
            if at == 0 or line[at - 1].isspace():
                start = min(start, at)
                break
            at = line.find(prefix, at + 1)
    return (line[:start].strip(), True) if start < len(line) else (stripped, False)


def _split_option(parser, text):
    """Name and value of an option: None without a value, nothing if it is no option."""
    places = [(at, -len(mark)) for mark in parser._delimiters if (at := text.find(mark)) >= 0]
    if places:
        at, size = min(places)
        return text[:at].rstrip(), text[at - size :].strip()
    return (text, None) if parser._allow_no_value else (None, None)


class _Reading:
    def __init__(self, parser, name):
        self.parser = parser
        self.name = name
        # What the source itself has said; what the lines go to.
        self.added = set()
        self.section = None
        self.options = None
        self.option = None
        self.indent = 0
        self.errors = []

    def line(self, number, line):
        parser = self.parser
        text, has_comment = _without_comment(parser, line)
        value = self.options.get(self.option) if self.options is not None and self.option else None
        if not text:
            if not parser._empty_lines_in_values:
                # It ends the value.
                self.indent = sys.maxsize
            elif not has_comment and value is not None:
                value.append("")
            return
        indent = len(line) - len(line.lstrip())
        if self.options is not None and self.option and indent > self.indent:
            if value is None:
                raise MultilineContinuationError(self.name, number, line)
            value.append(text)
            return
        self.indent = indent
        if self.options is None and parser._allow_unnamed_section:
            self.start(UNNAMED_SECTION, number)
        header = _header(parser, text)
        if header is not None:
            self.start(header, number)
        elif self.options is None:
            raise MissingSectionHeaderError(self.name, number, line)
        else:
            self.add(text, number, line)

    def start(self, section, number):
        """A section begins, or goes on that other sources have begun."""
        parser = self.parser
        self.section, self.option = section, None
        if section in parser._sections:
            if parser._strict and section in self.added:
                raise DuplicateSectionError(section, self.name, number)
            self.options = parser._sections[section]
        elif section == parser.default_section:
            self.options = parser._defaults
            return
        else:
            self.options = parser._sections[section] = parser._dict()
            parser._proxies[section] = SectionProxy(parser, section)
        self.added.add(section)

    def add(self, text, number, line):
        """An option."""
        parser = self.parser
        name, value = _split_option(parser, text)
        if not name:
            self.errors.append(ParsingError(self.name, number, line))
            if name is None:
                return
        self.option = name = parser.optionxform(name)
        if parser._strict and (self.section, name) in self.added:
            raise DuplicateOptionError(self.section, name, self.name, number)
        self.added.add((self.section, name))
        # Further lines are added to it.
        self.options[name] = None if value is None else [value]

    def end(self):
        parser = self.parser
        for section, options in [(parser.default_section, parser._defaults), *parser._sections.items()]:
            for name, value in options.items():
                if isinstance(value, list):
                    value = "\n".join(value).rstrip()
                options[name] = parser._interpolation.before_read(parser, section, name, value)


def read(parser, lines, name):
    """Take over what lines say; `name` is what messages call them."""
    reading = _Reading(parser, name)
    try:
        for number, line in enumerate(lines, 1):
            reading.line(number, line)
    finally:
        reading.end()
    ParsingError._raise_all(reading.errors)
