"""Paragraphs in lines of a given width, and indentation."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

# The white space of ASCII: other kinds may be there to keep words together.
_WHITESPACE = "\t\n\x0b\x0c\r "


def _is_word(character):
    return character.isalnum() or character == "_"


def _is_letter(character):
    return _is_word(character) and not character.isdecimal()


def _ends_word(character):
    """Whether a dash may follow that stands between words."""
    return _is_word(character) or character in "!\"'&.,?"


def _dashes(text, at):
    """The end of the dashes that start there, if they are two or more and a word follows; else 0."""
    end = at
    while end < len(text) and text[end] == "-":
        end += 1
    return end if end - at >= 2 and end < len(text) and _is_word(text[end]) else 0


def _breaks_at_hyphen(text, after):
    """Whether a line may end behind the hyphen before `after`: between parts of two letters or more."""
    before = text[max(after - 4, 0) : after - 1]
    if len(before) >= 2 and _is_letter(before[-1]) and _is_letter(before[-2]):
        pass
    elif not (len(before) == 3 and before[1] == "-" and _is_letter(before[0]) and _is_letter(before[2])):
        return False
    behind = text[after : after + 3]
    if len(behind) < 2 or not _is_letter(behind[0]):
        return False
    return _is_letter(behind[1]) or behind[1] == "-" and len(behind) == 3 and _is_letter(behind[2])


class TextWrapper:
    """Breaks paragraphs into lines, by its attributes.

    width is the length of the longest line; initial_indent and subsequent_indent stand at the start of the first line and
    of the others; expand_tabs, replace_whitespace and drop_whitespace say what becomes of white space;
    fix_sentence_endings puts two spaces behind sentences; break_long_words and break_on_hyphens allow breaks in words;
    of more than max_lines lines placeholder stands for the rest.
    """

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):  # fmt: skip
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(character): " " for character in _WHITESPACE})
        return text

    def _split(self, text):
        """The pieces between which lines may be broken: words, parts of words, and white space."""
        pieces = []
        at = 0
        while at < len(text):
            end = at + 1
            if text[at] in _WHITESPACE:
                while end < len(text) and text[end] in _WHITESPACE:
                    end += 1
            elif self.break_on_hyphens:
                end = self._piece_end(text, at)
            else:
                while end < len(text) and text[end] not in _WHITESPACE:
                    end += 1
            pieces.append(text[at:end])
            at = end
        return pieces

    @staticmethod
    def _piece_end(text, at):
        if at and _ends_word(text[at - 1]) and (end := _dashes(text, at)):
            return end
        end = at + 1
        while end < len(text) and text[end] not in _WHITESPACE:
            if text[end] == "-" and _breaks_at_hyphen(text, end + 1):
                return end + 1
            if _ends_word(text[end - 1]) and _dashes(text, end):
                return end
            end += 1
        return end

    def _fix_sentence_endings(self, chunks):
        for number in range(len(chunks) - 1):
            if chunks[number + 1] == " ":
                word = chunks[number].removesuffix('"') if chunks[number].endswith('"') else chunks[number].removesuffix("'")
                if len(word) >= 2 and word[-1] in ".!?" and "a" <= word[-2] <= "z":
                    chunks[number + 1] = "  "

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """Put as much of a word that is too long for any line into this one as fits."""
        left = 1 if width < 1 else width - cur_len
        if self.break_long_words and left > 0:
            end = left
            chunk = reversed_chunks[-1]
            if self.break_on_hyphens and len(chunk) > left:
                hyphen = chunk.rfind("-", 0, left)
                if hyphen > 0 and chunk[:hyphen].strip("-"):
                    end = hyphen + 1
            cur_line.append(chunk[:end])
            reversed_chunks[-1] = chunk[end:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            start = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(start) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            start = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(start)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            line, length = [], 0
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            is_last = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or is_last and length <= width:
                lines.append(start + "".join(line))
                continue
            self._add_placeholder(lines, line, length, start, width)
            break
        return lines

    def _add_placeholder(self, lines, line, length, start, width):
        """End the last line with what stands for the rest."""
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                lines.append(start + "".join(line) + self.placeholder)
                return
            length -= len(line.pop())
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(start + self.placeholder.lstrip())

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        """The lines of a paragraph."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """A paragraph as one text."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """The lines of a paragraph, none longer than width."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """A paragraph in lines that are not longer than width, as one text."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """As many words of a text as fit, with a placeholder for the rest."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """The text without the white space that all of its lines start with. Lines of white space become empty."""
    try:
        lines = text.split("\n")
    except (AttributeError, TypeError):
        raise TypeError(f"expected str object, not {type(text).__qualname__!r}") from None
    full = [line for line in lines if line and not line.isspace()]
    # What the first and the last in the order of texts have in common, all have in common.
    first, last = min(full, default=""), max(full, default="")
    margin = 0
    while margin < len(first) and first[margin] == last[margin] and first[margin] in " \t":
        margin += 1
    return "\n".join("" if line.isspace() else line[margin:] for line in lines)


def indent(text, prefix, predicate=None):
    """The text with a prefix before each line that is not all white space, or for which the predicate says so."""
    parts = []
    for line in text.splitlines(True):
        if predicate(line) if predicate is not None else line.strip():
            parts.append(prefix)
        parts.append(line)
    return "".join(parts)
