# What a text says about its dialect: csv.Sniffer.
from csv import Error, excel, reader

__name__ = "csv"

_QUOTES = "'\""


class Sniffer:
    """Finds out how a table is written, by a piece of its text."""

    def __init__(self):
        # In case that several delimiters are as likely.
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        """A dialect for a text; delimiters has the characters that may separate its fields."""
        quote, doubles_quotes, delimiter, skips_space = self._by_quotes(sample, delimiters)
        if not delimiter:
            delimiter, skips_space = self._by_counts(sample, delimiters)
        if not delimiter:
            raise Error("Could not determine delimiter")

        class dialect(excel):
            _name = "sniffed"

        dialect.doublequote = doubles_quotes
        dialect.delimiter = delimiter
        # Somebody has to be the quote.
        dialect.quotechar = quote or '"'
        dialect.skipinitialspace = skips_space
        return dialect

    @staticmethod
    def _quoted_fields(text, quote):
        """The fields in quotes: start, end, what stands before and behind, and the spaces between."""
        at = 0
        while (start := text.find(quote, at)) >= 0:
            before = text[start - 1] if start else "\n"
            spaces = 0
            if before == " " and start > 1 and _can_delimit(text[start - 2]):
                before, spaces = text[start - 2], 1
            if before != "\n" and not _can_delimit(before):
                at = start + 1
                continue
            end = text.find(quote, start + 1)
            while 0 <= end and text.startswith(quote, end + 1):
                # Two of them are part of the field.
                end = text.find(quote, end + 2)
            if end < 0:
                return
            behind = text[end + 1 : end + 2] or "\n"
            if behind in "\r\n" or _can_delimit(behind):
                yield start, end, before, "\n" if behind == "\r" else behind, spaces
                at = end + 1
            else:
                at = start + 1

    def _by_quotes(self, text, delimiters):
        """Quote, whether it is doubled, delimiter, and whether spaces follow that, by the fields in quotes."""
        best = "", False, None, False
        most = 0
        for quote in _QUOTES:
            counts, spaces, size = {}, 0, 0
            doubles = False
            for start, end, before, behind, space in self._quoted_fields(text, quote):
                size += 1
                spaces += space
                doubles = doubles or quote * 2 in text[start + 1 : end]
                for mark in {before, behind} - {"\n"}:
                    if delimiters is None or mark in delimiters:
                        counts[mark] = counts.get(mark, 0) + 1
            if size > most:
                most = size
                delimiter = max(counts, key=counts.get) if counts else ""
                # One column of quoted fields: the end of a line is no delimiter.
                best = quote, doubles, delimiter, delimiter not in ("", " ") and spaces == counts[delimiter]
        return best

    def _by_counts(self, text, delimiters):
        """Delimiter, and whether spaces follow it: what is equally often on most lines."""
        lines = [line for line in text.splitlines() if line]
        if not lines:
            return "", False
        candidates = []
        for mark in {character for line in lines[:100] for character in line if character.isascii()}:
            if delimiters is not None and mark not in delimiters:
                continue
            counts = {}
            for line in lines:
                count = line.count(mark)
                counts[count] = counts.get(count, 0) + 1
            usual = max(counts, key=lambda count: (counts[count], count))
            share = (counts[usual] - (len(lines) - counts[usual])) / len(lines)
            if usual and share >= 0.8:
                candidates.append((mark, share, usual))
        if not candidates:
            return "", False
        best = max(share for _, share, _ in candidates)
        marks = {mark: usual for mark, share, usual in candidates if share == best}
        found = [mark for mark in self.preferred if mark in marks]
        if not found:
            # Letters and digits come last.
            found = sorted(marks, key=lambda mark: (mark.isalnum(), -marks[mark], mark))
        mark = found[0]
        return mark, mark != " " and lines[0].count(mark) == lines[0].count(mark + " ")

    def has_header(self, sample):
        """Whether the first record looks like the names of the fields: of other lengths or types than those below."""
        rows = reader(sample.splitlines(True), self.sniff(sample))
        header = next(rows)
        # For each column the type of all values, or their length; None if they differ.
        kinds = dict.fromkeys(range(len(header)))
        for checked, row in enumerate(rows):
            if checked > 20:
                break
            if len(row) != len(header):
                continue
            for column in list(kinds):
                kind = _kind(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kinds[column] != kind:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if kind is not None:
                votes += 1 if _kind(header[column]) != kind else -1
        return votes > 0


def _can_delimit(character):
    return not (character.isalnum() or character in "_\n\"'")


def _kind(value):
    """Whether a value is a number; the length of a text."""
    try:
        complex(value)
    except (ValueError, OverflowError):
        return len(value)
    return complex
