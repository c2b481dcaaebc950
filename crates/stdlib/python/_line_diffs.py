# Differences between lines, as text: what difflib loads when a program asks for it.
from difflib import IS_CHARACTER_JUNK, SequenceMatcher

__name__ = "difflib"

# How alike lines have to be that are shown as one that has changed, and how far apart they may stand.
_CUTOFF = 0.74999
_WINDOW = 10


class Differ:
    """Shows how lines become others: '- ' before those that are gone, '+ ' before new ones, '  ' before common ones.

    Lines that begin with '? ' say where similar lines differ. linejunk and charjunk say what SequenceMatcher shall take
    for junk, in lines and among characters.
    """

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        """The lines of the difference, one after the other."""
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._similar(a, alo, ahi, b, blo, bhi)
            elif tag == "equal":
                yield from self._dump(" ", a, alo, ahi)
            else:
                yield from self._unlike(a, alo, ahi, b, blo, bhi)

    @staticmethod
    def _dump(mark, lines, start, end):
        for number in range(start, end):
            yield f"{mark} {lines[number]}"

    def _unlike(self, a, alo, ahi, b, blo, bhi):
        """Lines that are gone and new ones, the fewer first."""
        if bhi - blo < ahi - alo:
            yield from self._dump("+", b, blo, bhi)
            yield from self._dump("-", a, alo, ahi)
        else:
            yield from self._dump("-", a, alo, ahi)
            yield from self._dump("+", b, blo, bhi)

    def _similar(self, a, alo, ahi, b, blo, bhi):
        """Lines that became others: pairs of similar ones, with what stands between them."""
        matcher = SequenceMatcher(self.charjunk)
        # What was not shown yet.
        i, j = alo, blo
        for place in range(blo, bhi):
            matcher.set_seq2(b[place])
            near = alo + place - blo
            candidates = range(max(near - _WINDOW, i), min(near + _WINDOW + 1, ahi))
            if not candidates:
                break
            best, partner = _CUTOFF, None
            for candidate in candidates:
                matcher.set_seq1(a[candidate])
                # The cheap bounds tell most of them apart.
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, partner = matcher.ratio(), candidate
            if partner is not None:
                yield from self._unlike(a, i, partner, b, j, place)
                yield from self._changed(matcher, a[partner], b[place])
                i, j = partner + 1, place + 1
        yield from self._unlike(a, i, ahi, b, j, bhi)

    @staticmethod
    def _changed(matcher, old, new):
        """A line that became a similar one."""
        if old == new:
            yield f"  {old}"
            return
        matcher.set_seqs(old, new)
        old_marks = new_marks = ""
        for tag, alo, ahi, blo, bhi in matcher.get_opcodes():
            old_marks += {"replace": "^", "delete": "-", "insert": "", "equal": " "}[tag] * (ahi - alo)
            new_marks += {"replace": "^", "delete": "", "insert": "+", "equal": " "}[tag] * (bhi - blo)
        yield f"- {old}"
        if guide := _guide(old, old_marks):
            yield f"? {guide}\n"
        yield f"+ {new}"
        if guide := _guide(new, new_marks):
            yield f"? {guide}\n"


def _guide(line, marks):
    """Marks below a line: the line's own white space keeps them where they belong."""
    shown = [each if mark == " " and each.isspace() else mark for each, mark in zip(line, marks)]
    return "".join(shown).rstrip()


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """The difference of two lists of lines, as Differ shows it."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """The lines of the first or second text (1 or 2), out of what ndiff() has made of both."""
    try:
        mark = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}") from None
    for line in delta:
        if line[:2] in ("  ", mark):
            yield line[2:]


def _check_types(a, b, *texts):
    for lines in a, b:
        if isinstance(lines, str):
            raise TypeError(f"input must be a sequence of strings, not {type(lines).__name__}")
        if lines and not isinstance(lines[0], str):
            raise TypeError(f"lines to compare must be str, not {type(lines[0]).__name__} ({lines[0]!r})")
    for text in texts:
        if not isinstance(text, str):
            raise TypeError(f"all arguments must be str, not: {text!r}")


def _headline(mark, file, date, lineterm):
    return f"{mark} {file}{f'\t{date}' if date else ''}{lineterm}"


def _unified_range(start, end):
    size = end - start
    if size == 1:
        return str(start + 1)
    # Of nothing, the line before is meant.
    return f"{start + 1 if size else start},{size}"


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """The difference of two lists of lines as `diff -u` shows it, with n lines around each change."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield _headline("---", fromfile, fromfiledate, lineterm)
            yield _headline("+++", tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        old, new = _unified_range(first[1], last[2]), _unified_range(first[3], last[4])
        yield f"@@ -{old} +{new} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                for line in a[i1:i2]:
                    yield " " + line
                continue
            if tag != "insert":
                for line in a[i1:i2]:
                    yield "-" + line
            if tag != "delete":
                for line in b[j1:j2]:
                    yield "+" + line


def _context_range(start, end):
    size = end - start
    if size <= 1:
        return str(start + 1 if size else start)
    return f"{start + 1},{end}"


_CONTEXT_MARKS = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """The difference of two lists of lines as `diff -c` shows it, with n lines around each change."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield _headline("***", fromfile, fromfiledate, lineterm)
            yield _headline("---", tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield "***************" + lineterm
        yield f"*** {_context_range(first[1], last[2])} ****{lineterm}"
        tags = {code[0] for code in group}
        if tags & {"replace", "delete"}:
            for tag, i1, i2, _, _ in group:
                if tag != "insert":
                    for line in a[i1:i2]:
                        yield _CONTEXT_MARKS[tag] + line
        yield f"--- {_context_range(first[3], last[4])} ----{lineterm}"
        if tags & {"replace", "insert"}:
            for tag, _, _, j1, j2 in group:
                if tag != "delete":
                    for line in b[j1:j2]:
                        yield _CONTEXT_MARKS[tag] + line


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3, lineterm=b"\n"):
    """The difference of lines of bytes in any encoding, by unified_diff or context_diff."""

    def text(data):
        try:
            return data.decode("ascii", "surrogateescape")
        except AttributeError as error:
            raise TypeError(f"all arguments must be bytes, not {type(data).__name__} ({data!r})") from error

    a, b = list(map(text, a)), list(map(text, b))
    names = [text(each) for each in (fromfile, tofile, fromfiledate, tofiledate)]
    for line in dfunc(a, b, *names, n, text(lineterm)):
        yield line.encode("ascii", "surrogateescape")
