# python: 3.14
# Patterns as regular expressions, and names that don't match.
import fnmatch

patterns = [
    "", "*", "**", "a*b", "?", "[abc]", "[!a-c]", "[^x]", "[]", "[]]", "[!]]", "[a", "[z-a]", "[a-]", "[-a]", "[--0]", "[a-c-e]",
    "[a&&b]", "[a||b]", "[a~~b]", "[[]", "[\\]", "a.b", "*a*b*", "*a**b*", "***", "a*?b", "[!]", "[!", "[]a", "[b-a-c]", "[a-b-c]",
    "[b-ac]", "[!b-a]", "[^]", "[]-a]", "[a-b-]", "[\\d]", "[a-\\]", "é*", "a*", "**a", "x*y*z", "a\nb", " ", "#", "[a[]", "[a^]",
    "[^^]", "[[^]", "[[-a]", "[a-[]", "[^-a]", "[!^]", "[![]", "[!!]", "[.-/]", "[!a\\-z]", "a[b-a]*c", "()[]{}?*+-|^$\\.&~# \t\n\r\v\f",
]
for pattern in patterns:
    print(repr(pattern), fnmatch.translate(pattern))
names = "a.py b.py c.txt .py".split()
print(fnmatch.filterfalse(names, "*.py"), fnmatch.filterfalse(names, "[!.]*"), fnmatch.filterfalse([b"a", b"b"], b"a"))
print(sorted(fnmatch.__all__))
