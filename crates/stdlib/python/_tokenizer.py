"""Source text cut into tokens as they stand there, comments and line ends among them."""

from token import (
    COMMENT, DEDENT, ENDMARKER, EXACT_TOKEN_TYPES, FSTRING_END, FSTRING_MIDDLE, FSTRING_START, INDENT, NAME, NEWLINE,
    NL, NUMBER, OP, STRING, TSTRING_END, TSTRING_MIDDLE, TSTRING_START,
)  # fmt: skip

_PREFIXES = {"", "r", "u", "b", "br", "rb", "f", "fr", "rf", "t", "tr", "rt"}
_DIGITS = {"x": ("hexadecimal", "0123456789abcdef"), "o": ("octal", "01234567"), "b": ("binary", "01")}
_DEEPEST_BRACKETS = 200
_DEEPEST_INDENTATION = 100


class Fault(Exception):
    """Text that is no token: a message, the line and the column, counted from 1."""


class _Template:
    """An f-string or t-string whose end was not met yet."""

    def __init__(self, prefix, quote, start):
        self.kind = "t" if "t" in prefix.lower() else "f"
        self.is_raw = "r" in prefix.lower()
        self.quote = quote
        self.start = start
        # Whether text comes, not an expression; how many brackets are open in it; how many of them are fields.
        self.in_text = True
        self.depth = 0
        self.fields = 0

    @property
    def kinds(self):
        """The kinds of its tokens: start, middle and end."""
        if self.kind == "t":
            return TSTRING_START, TSTRING_MIDDLE, TSTRING_END
        return FSTRING_START, FSTRING_MIDDLE, FSTRING_END


def _is_digit(character):
    return "0" <= character <= "9"


def _starts_name(character):
    return character.isalpha() or character == "_" or character >= "\x80"


class Tokenizer:
    """Reads lines and gives tokens: tuples of kind, text, start, end and line."""

    def __init__(self, readline):
        self.readline = readline
        self.line = ""
        self.row = 0
        self.at = 0
        # The last line may lack its end; tokens are as if it had one.
        self.lacks_end = False
        self.level = 0
        # Widths of the open blocks, with a tab as up to eight columns and as one.
        self.indents = [(0, 0)]
        self.templates = []

    def next_line(self):
        """Goes on to the next line; false at the end of the text."""
        try:
            line = self.readline()
        except StopIteration:
            line = ""
        if not isinstance(line, str):
            raise TypeError("readline() returned a non-string object")
        if not line:
            return False
        if "\0" in line:
            raise Fault("source code cannot contain null bytes", self.row + 1, 0)
        self.lacks_end = line[-1] not in "\r\n"
        self.line = line + "\n" if self.lacks_end else line
        self.row += 1
        self.at = 0
        return True

    def shown(self, line):
        """A line without the end that it lacks."""
        return line[:-1] if self.lacks_end else line

    def fault(self, message, column):
        """What to raise for a place on this line."""
        return Fault(message, self.row, column)

    def token(self, kind, start, end):
        """The token on this line between two columns."""
        self.at = end
        return kind, self.line[start:end], (self.row, start), (self.row, end), self.shown(self.line)

    def end_of_line(self, kind):
        """NEWLINE or NL, which a missing line end is as well."""
        row, at = self.row, self.at
        text = "" if self.lacks_end else self.line[at:]
        self.at = len(self.line)
        # A lone carriage return is counted as two characters, as if a line feed followed.
        end = at + (2 if text[:1] == "\r" else 1)
        return kind, text, (row, at), (row, end), self.shown(self.line)

    def __iter__(self):
        while self.next_line():
            if self.level == 0 and not self.templates:
                is_blank = yield from self.indentation()
                if is_blank:
                    continue
            yield from self.rest_of_line()
        if self.level or self.templates:
            column = len(self.line.rstrip("\r\n")) + 1 if self.templates else 0
            raise self.fault("unexpected EOF in multi-line statement", column)
        end = self.row + 1, 0
        for _ in self.indents[1:]:
            yield DEDENT, "", end, end, ""
        yield ENDMARKER, "", end, end, ""

    def width(self):
        """The width of the white space where a line starts, in both ways of counting tabs."""
        width = plain = 0
        for self.at in range(len(self.line)):
            match self.line[self.at]:
                case " ":
                    width, plain = width + 1, plain + 1
                case "\t":
                    width, plain = width // 8 * 8 + 8, plain + 1
                case "\f":
                    width = plain = 0
                case _:
                    break
        return width, plain

    def indentation(self):
        """The tokens in front of a statement; whether no statement follows on the line."""
        widths = self.width()
        while self.line[self.at] == "\\" and self.line[self.at + 1] in "\r\n":
            if not self.next_line():
                raise self.fault("unexpected EOF in multi-line statement", 0)
            others = self.width()
            widths = widths if widths[0] else others
        if self.line[self.at] == "#":
            yield self.comment()
        if self.line[self.at] in "\r\n":
            yield self.end_of_line(NL)
            return True
        width, plain = widths
        if width == self.indents[-1][0]:
            self.check_tabs(plain == self.indents[-1][1])
        elif width > self.indents[-1][0]:
            if len(self.indents) >= _DEEPEST_INDENTATION:
                raise self.bad_indentation(IndentationError, "too many levels of indentation")
            self.check_tabs(plain > self.indents[-1][1])
            self.indents.append(widths)
            yield self.token(INDENT, 0, self.at)
        else:
            yield from self.dedents(width, plain)
        return False

    def dedents(self, width, plain):
        """The ends of blocks that this line does not belong to."""
        before = len(self.indents)
        while self.indents[-1][0] > width:
            self.indents.pop()
        if self.indents[-1][0] != width:
            message = "unindent does not match any outer indentation level"
            raise self.bad_indentation(IndentationError, message)
        self.check_tabs(plain == self.indents[-1][1])
        for _ in range(before - len(self.indents)):
            yield self.token(DEDENT, self.at, self.at)

    def check_tabs(self, agree):
        if not agree:
            raise self.bad_indentation(TabError, "inconsistent use of tabs and spaces in indentation")

    def bad_indentation(self, error, message):
        line = self.line.rstrip("\r\n")
        return error(message, ("<string>", self.row, len(line) + 1, line, None, None))

    def comment(self):
        end = len(self.line.rstrip("\r\n"))
        return self.token(COMMENT, self.at, end)

    def rest_of_line(self):
        """The tokens up to the end of the line, or beyond it where one of them goes on there."""
        while self.at < len(self.line):
            if self.templates and self.templates[-1].in_text:
                yield from self.template_text(self.templates[-1])
                continue
            character = self.line[self.at]
            if character in " \t\f":
                self.at += 1
            elif character in "\r\n":
                yield self.end_of_line(NL if self.level or self.templates else NEWLINE)
            elif character == "#":
                yield self.comment()
            elif character == "\\":
                self.continue_line()
            elif _starts_name(character):
                yield self.name_or_string()
            elif _is_digit(character) or character == "." and _is_digit(self.line[self.at + 1]):
                yield self.token(NUMBER, self.at, self.number_end())
            elif character in "'\"":
                yield self.string(self.at, self.at)
            else:
                yield self.operator(character)

    def continue_line(self):
        """Passes a backslash at the end of a line."""
        if self.line[self.at + 1] not in "\r\n":
            raise self.fault("unexpected character after line continuation character", len(self.line))
        column = self.at + 2
        if self.lacks_end or not self.next_line():
            raise self.fault("unexpected EOF in multi-line statement", column)

    def name_or_string(self):
        start = end = self.at
        while _starts_name(self.line[end]) or _is_digit(self.line[end]):
            end += 1
        if self.line[end] in "'\"" and self.line[start:end].lower() in _PREFIXES:
            return self.string(start, end)
        return self.token(NAME, start, end)

    def digits_end(self, at, digits, what):
        """The end of the digits that start there, with underscores between them."""
        line = self.line
        while True:
            while line[at].lower() in digits:
                at += 1
            if line[at] != "_":
                return at
            at += 1
            if line[at].lower() not in digits:
                self.bad_digit(at, what)

    def bad_digit(self, at, what):
        if what != "decimal" and what != "hexadecimal" and _is_digit(self.line[at]):
            raise self.fault(f"invalid digit '{self.line[at]}' in {what} literal", at + 1)
        raise self.fault(f"invalid {what} literal", at)

    def number_end(self):
        """The end of the number that starts here."""
        line, at = self.line, self.at
        if line[at] == "0" and line[at + 1].lower() in _DIGITS:
            what, digits = _DIGITS[line[at + 1].lower()]
            at += 2 if line[at + 2] != "_" else 3
            if line[at].lower() not in digits:
                self.bad_digit(at, what)
            at = self.digits_end(at, digits, what)
            if what != "hexadecimal" and _is_digit(line[at]):
                self.bad_digit(at, what)
            return at
        decimal = "0123456789"
        if line[at] != ".":
            at = self.digits_end(at, decimal, "decimal")
        if line[at] == ".":
            at += 1
            if _is_digit(line[at]):
                at = self.digits_end(at, decimal, "decimal")
        if line[at] in "eE":
            if _is_digit(line[at + 1]):
                at = self.digits_end(at + 1, decimal, "decimal")
            elif line[at + 1] in "+-":
                if not _is_digit(line[at + 2]):
                    raise self.fault("invalid decimal literal", at + 2)
                at = self.digits_end(at + 2, decimal, "decimal")
        return at + 1 if line[at] in "jJ" else at

    def operator(self, character):
        """An operator, or a character that is none; brackets are counted."""
        at, line = self.at, self.line
        template = self.templates[-1] if self.templates else None
        if not character.isprintable():
            raise self.fault(f"invalid non-printable character U+{ord(character):04X}", at + 1)
        if character in "([{":
            if self.level >= _DEEPEST_BRACKETS:
                raise self.fault("too many nested parentheses", at + 1)
            self.level += 1
            if template:
                template.depth += 1
        elif character in ")]}":
            if template and not template.depth and character == "}":
                raise self.fault(f"{template.kind}-string: single '}}' is not allowed", at + 1)
            self.level -= self.level > 0
            if template and template.depth:
                template.depth -= 1
                if character == "}" and template.depth == template.fields - 1:
                    template.fields -= 1
                    template.in_text = True
        elif template and character == ":" and template.depth == template.fields:
            template.in_text = True
        else:
            for length in (3, 2):
                text = line[at : at + length]
                if text in EXACT_TOKEN_TYPES or text == "<>":
                    return self.token(OP, at, at + length)
        return self.token(OP, at, at + 1)

    def string(self, start, at):
        """A string whose prefix starts at one place and whose quote at another; or the start of a template."""
        line, row = self.line, self.row
        quote = line[at]
        if line.startswith(quote * 3, at):
            quote *= 3
        prefix = line[start:at]
        at += len(quote)
        if any(letter in "fFtT" for letter in prefix):
            template = _Template(prefix, quote, (row, start))
            self.templates.append(template)
            return self.token(template.kinds[0], start, at)
        lines = [line]
        has_escaped_quote = False
        while not self.line.startswith(quote, at):
            character = self.line[at]
            if character == "\\":
                at += 1
                character = self.line[at]
                has_escaped_quote = has_escaped_quote or character == quote
            elif character in "\r\n" and len(quote) == 1:
                raise self.unterminated(row, start, quote, has_escaped_quote)
            at += 1
            if at >= len(self.line) or character == "\r" and self.line[at] == "\n" and at + 1 == len(self.line):
                if self.lacks_end or not self.next_line():
                    raise self.unterminated(row, start, quote, has_escaped_quote)
                lines.append(self.line)
                at = 0
        self.at = at + len(quote)
        text = "".join(lines)
        token = text[start : len(text) - len(self.line) + self.at]
        return STRING, token, (row, start), (self.row, self.at), self.shown(text)

    def unterminated(self, row, start, quote, has_escaped_quote):
        template = self.templates[-1] if self.templates else None
        if template and template.quote == quote:
            return Fault(f"{template.kind}-string: expecting '}}'", row, start + 1)
        if len(quote) == 3:
            return Fault("EOF in multi-line string", row, start + 1)
        hint = "; perhaps you escaped the end quote?" if has_escaped_quote else ""
        return Fault(f"unterminated string literal (detected at line {self.row}){hint}", row, start + 1)

    def template_text(self, template):
        """The text of a template up to a field or the end, and that end."""
        quote = template.quote
        start, row, at = self.at, self.row, self.at
        if self.line.startswith(quote, at):
            self.templates.pop()
            yield self.token(template.kinds[2], at, at + len(quote))
            return
        if self.starts_field(template, at):
            self.open_field(template)
            return
        lines = [self.line]
        skip = 0
        while not self.line.startswith(quote, at):
            character = self.line[at]
            if character in "{}":
                if not template.fields and self.line[at + 1] == character:
                    # A doubled brace stands for itself: the token ends with the first of them.
                    at += 1
                    skip = 1
                else:
                    template.in_text = False
                break
            if character == "\\":
                at = self.escape_end(template, at)
            elif character in "\r\n" and len(quote) == 1:
                if not template.fields:
                    raise self.unterminated_template(template)
                template.in_text = False
                break
            else:
                at += 1
            if at >= len(self.line):
                if self.lacks_end or not self.next_line():
                    raise self.unterminated_template(template)
                lines.append(self.line)
                at = 0
        self.at = at
        text = "".join(lines)
        token = text[start : len(text) - len(self.line) + at]
        yield template.kinds[1], token, (row, start), (self.row, at), self.shown(text)
        self.at += skip
        if not template.in_text and self.starts_field(template, at):
            self.open_field(template)

    def starts_field(self, template, at):
        return self.line[at] == "{" and (template.fields > 0 or self.line[at + 1] != "{")

    def open_field(self, template):
        template.fields += 1
        template.in_text = False

    def escape_end(self, template, at):
        """The place behind a backslash and what belongs to it."""
        following = self.line[at + 1]
        if following in "{}":
            return at + 1
        if following == "N" and self.line[at + 2] == "{" and not template.is_raw:
            end = self.line.find("}", at)
            return end + 1 if end > 0 else at + 3
        return at + (3 if self.line.startswith("\r\n", at + 1) else 2)

    def unterminated_template(self, template):
        row, start = template.start
        what = "triple-quoted " if len(template.quote) == 3 else ""
        message = f"unterminated {what}{template.kind}-string literal (detected at line {self.row})"
        return Fault(message, row, start + 1)
