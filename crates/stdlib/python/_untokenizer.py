"""Source text out of tokens."""

from token import (
    DEDENT, ENCODING, ENDMARKER, FSTRING_END, FSTRING_MIDDLE, FSTRING_START, INDENT, NAME, NEWLINE, NL, NUMBER, STRING,
    TSTRING_END, TSTRING_MIDDLE, TSTRING_START,
)  # fmt: skip

_STRING_STARTS = (STRING, FSTRING_START, TSTRING_START)
_STRING_ENDS = (STRING, FSTRING_END, TSTRING_END)


def _escape_braces(text):
    """Doubles the braces of a template's text, but for those of `\\N{…}`."""
    parts = []
    at = 0
    while at < len(text):
        character = text[at]
        if text.startswith("\\N{", at) and (at == 0 or text[at - 1] != "\\"):
            end = text.find("}", at) + 1
            if end > 0:
                parts.append(text[at:end])
                at = end
                continue
        parts.append(character * 2 if character in "{}" else character)
        at += 1
    return "".join(parts)


class Untokenizer:
    """Writes tokens one behind the other, each at its place."""

    def __init__(self):
        self.parts = []
        self.row = 1
        self.column = 0
        self.kind = None
        self.line = ""
        self.encoding = None

    def untokenize(self, tokens):
        """The text of some tokens."""
        tokens = iter(tokens)
        indents = []
        starts_line = False
        for token in tokens:
            if len(token) == 2:
                self.write_pairs(token, tokens)
                break
            kind, text, start, end, line = token
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind == ENDMARKER:
                break
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                self.row, self.column = end
                continue
            if kind in (NEWLINE, NL):
                starts_line = True
            elif starts_line and indents:
                if start[1] >= len(indents[-1]):
                    self.parts.append(indents[-1])
                    self.column = len(indents[-1])
                starts_line = False
            elif kind in (FSTRING_MIDDLE, TSTRING_MIDDLE) and ("{" in text or "}" in text):
                # The end is counted as the tokenizer saw it: doubled braces are two columns of the source.
                text = _escape_braces(text)
                last = text.rsplit("\n", 1)[-1]
                end = end[0], end[1] + last.count("{{") + last.count("}}")
            elif kind in _STRING_STARTS and self.kind in _STRING_ENDS:
                self.parts.append(" ")
            self.pass_space(start)
            self.parts.append(text)
            self.row, self.column = end
            if kind in (NEWLINE, NL):
                self.row += 1
                self.column = 0
            self.kind = kind
            self.line = line
        return "".join(self.parts)

    def pass_space(self, start):
        """Writes what stands between the last token and the place of the next one."""
        row, column = start
        if (row, column) < (self.row, self.column):
            raise ValueError(f"start ({row},{column}) precedes previous end ({self.row},{self.column})")
        if row > self.row:
            self.continue_lines(row - self.row)
        missing = column - self.column
        if missing:
            self.parts.append(" " * missing)

    def continue_lines(self, count):
        """Writes backslashes for the line ends that no token stands for."""
        line = self.line.rstrip("\\\r\n")
        space = line[len(line.rstrip()) :]
        end = "\r\n" if self.line.endswith("\r\n") else "\n"
        self.parts.append(space + ("\\" + end) * count)
        self.column = 0

    def write_pairs(self, first, rest):
        """Writes tokens of which only kind and text are known."""
        indents = []
        starts_line = first[0] in (NEWLINE, NL)
        before = None
        for token in _chained(first, rest):
            kind, text = token[:2]
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind in (NAME, NUMBER):
                text += " "
            # Between strings there are spaces as in CPython: one for any two of them, one more for plain ones.
            if kind in _STRING_STARTS and before in _STRING_ENDS:
                text = ("  " if kind == before else " ") + text
            before = kind
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                continue
            if kind in (NEWLINE, NL):
                starts_line = True
            elif starts_line and indents:
                self.parts.append(indents[-1])
                starts_line = False
            elif kind in (FSTRING_MIDDLE, TSTRING_MIDDLE):
                text = _escape_braces(text)
            self.parts.append(text)


def _chained(first, rest):
    yield first
    yield from rest
