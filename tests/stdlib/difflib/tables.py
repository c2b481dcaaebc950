# cpython: differs — it writes other HTML
# Differences side by side.
import difflib

a = ["one\n", "two & three\n", "gone\n", "same\n", "x" * 12 + "\n"] + ["far\n"] * 8
b = ["one\n", "two < three\n", "same\n", "new\n", "x" * 12 + "\n"] + ["far\n"] * 8
print(difflib.HtmlDiff().make_table(a, b, "old", "new"))
print(difflib.HtmlDiff(wrapcolumn=5).make_table(a[:3], b[:3], context=True, numlines=1))
print(difflib.HtmlDiff().make_table(a, b, context=True, numlines=0))
page = difflib.HtmlDiff(tabsize=2).make_file(["\té☃\n"], ["\té\n"], charset="ascii")
print(page.startswith("<!DOCTYPE html>"), 'charset="ascii"' in page, "&#233;" in page, page.isascii())
