# Differences side by side in HTML: what difflib loads when a program asks for it.
from difflib import IS_CHARACTER_JUNK, ndiff

__name__ = "difflib"

_PAGE = """<!DOCTYPE html>
<html>
<head>
<meta charset="{charset}">
<title></title>
<style>
table.diff {{font-family: monospace; border: medium; text-align: left}}
.diff_header {{background-color: #e0e0e0; text-align: right}}
.diff_add {{background-color: #aaffaa}}
.diff_chg {{background-color: #ffff77}}
.diff_sub {{background-color: #ffaaaa}}
:root {{color-scheme: light dark}}
@media (prefers-color-scheme: dark) {{
.diff_header {{background-color: #555555}}
.diff_add {{background-color: #006600}}
.diff_chg {{background-color: #886600}}
.diff_sub {{background-color: #880000}}
}}
</style>
</head>
<body>
{table}
{legend}
</body>
</html>
"""

_LEGEND = """<table class="diff" summary="Legends">
<tr><td class="diff_add">Added</td></tr>
<tr><td class="diff_chg">Changed</td></tr>
<tr><td class="diff_sub">Deleted</td></tr>
</table>"""


def _marked(line, guide):
    """A line in HTML, with what a line of marks says about it."""
    parts = []
    current = " "
    kinds = {"+": "diff_add", "-": "diff_sub", "^": "diff_chg"}
    for place, character in enumerate(line):
        mark = guide[place] if place < len(guide) else " "
        mark = mark if mark in kinds else " "
        if mark != current:
            parts.append("</span>" if current != " " else "")
            parts.append(f'<span class="{kinds[mark]}">' if mark != " " else "")
            current = mark
        parts.append({"&": "&amp;", "<": "&lt;", ">": "&gt;", " ": "&nbsp;"}.get(character, character))
    return "".join(parts) + ("</span>" if current != " " else "")


class HtmlDiff:
    """Makes tables in HTML that show lines of two texts side by side.

    tabsize is the width of tabs, wrapcolumn the length at which lines are broken.
    """

    def __init__(self, tabsize=8, wrapcolumn=None, linejunk=None, charjunk=IS_CHARACTER_JUNK):
        self._tabsize = tabsize
        self._wrapcolumn = wrapcolumn
        self._linejunk = linejunk
        self._charjunk = charjunk

    def make_file(self, fromlines, tolines, fromdesc="", todesc="", context=False, numlines=5, *, charset="utf-8"):
        """A whole page with the table; with context only changes, and numlines lines around them."""
        table = self.make_table(fromlines, tolines, fromdesc, todesc, context, numlines)
        page = _PAGE.format(charset=charset, table=table, legend=_LEGEND)
        return page.encode(charset, "xmlcharrefreplace").decode(charset)

    def make_table(self, fromlines, tolines, fromdesc="", todesc="", context=False, numlines=5):
        """The table alone."""
        fromlines = [line.expandtabs(self._tabsize).rstrip("\r\n") + "\n" for line in fromlines]
        tolines = [line.expandtabs(self._tabsize).rstrip("\r\n") + "\n" for line in tolines]
        rows = self._rows(fromlines, tolines)
        if context:
            rows = _near_changes(rows, numlines)
        parts = ['<table class="diff" cellspacing="0" cellpadding="0" rules="groups">']
        if fromdesc or todesc:
            heads = [f'<th colspan="2" class="diff_header">{text}</th>' for text in (fromdesc, todesc)]
            parts.append(f"<thead><tr>{''.join(heads)}</tr></thead>")
        parts.append("<tbody>")
        for row in rows:
            if row is None:
                parts.append("</tbody><tbody>")
                continue
            parts.extend(self._table_rows(row))
        parts.append("</tbody>\n</table>")
        return "\n".join(parts)

    def _table_rows(self, row):
        left, right, _ = row
        left, right = self._broken(left), self._broken(right)
        for number in range(max(len(left), len(right))):
            cells = []
            for side in left, right:
                line, html = side[number] if number < len(side) else ("", "")
                cells.append(f'<td class="diff_header">{line}</td><td nowrap="nowrap">{html}</td>')
            yield f"<tr>{''.join(cells)}</tr>"

    def _broken(self, side):
        """The pieces of a line: number and HTML of each."""
        if side is None:
            return [("", "")]
        number, text, guide = side
        width = self._wrapcolumn or max(len(text), 1)
        starts = range(0, max(len(text), 1), width)
        return [
            ("&gt;" if start else number, _marked(text[start : start + width], guide[start : start + width]))
            for start in starts
        ]

    def _rows(self, fromlines, tolines):
        """Pairs of lines: (left, right, whether it is a change); each is (number, text, marks) or None."""
        delta = list(ndiff(fromlines, tolines, self._linejunk, self._charjunk))
        rows = []
        i = j = 1
        at = 0
        # Lines that are gone wait for new ones to stand beside them.
        gone = []
        while at < len(delta):
            mark, text = delta[at][0], delta[at][2:].rstrip("\n")
            guide = None
            if at + 1 < len(delta) and delta[at + 1].startswith("? "):
                guide = delta[at + 1][2:].rstrip("\n")
                at += 1
            at += 1
            if mark == "-":
                gone.append((i, text, "-" * len(text) if guide is None else guide, guide is not None))
                i += 1
            elif mark == "+":
                new = j, text, "+" * len(text) if guide is None else guide
                j += 1
                left = gone.pop(0) if gone else None
                if left is not None and left[3] and guide is None:
                    new = new[0], text, ""
                elif left is not None and guide is not None and not left[3]:
                    left = left[0], left[1], "", True
                rows.append((left and left[:3], new, True))
            else:
                rows.extend([(left[:3], None, True) for left in gone])
                gone.clear()
                rows.append(((i, text, ""), (j, text, ""), False))
                i += 1
                j += 1
        rows.extend([(left[:3], None, True) for left in gone])
        return rows


def _near_changes(rows, distance):
    """The rows that are changes, and those around them; None between parts that don't touch."""
    wanted = set()
    for number, (_, _, is_change) in enumerate(rows):
        if is_change:
            wanted.update(range(max(number - distance, 0), min(number + distance + 1, len(rows))))
    found = []
    last = None
    for number in sorted(wanted):
        if last is not None and number != last + 1:
            found.append(None)
        found.append(rows[number])
        last = number
    return found
