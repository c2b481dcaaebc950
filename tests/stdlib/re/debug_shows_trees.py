# cpython: differs — it lists the program of its own matcher behind each tree
# slow: patterns are read in Python here
"""What re.DEBUG prints of each kind of pattern."""

import re

PATTERNS = [
    r"abc", r"", r"a|b", r"ab|ac", r"[ab]|c", r"a|[^b]", r"aa|aa", r"x(?:ab|cd)ef", r"(?:a|b|)c", r"^a|^b", r"\d|a",
    r"a*?b+?c??", r"a*+b++c?+", r"a{2}b{2,}c{,3}d{2,3}?e{1}+", r"a{}b{x{,}", r"(?:ab)+", r"(?:(?:a))+", r"()*",
    r"[a-z]", r"[^a]", r"[^a-c\d]", r"[aab]", r"[]a]", r"[\w\s-]", r"[a\-z\b\x41\101\n]",
    r"^\A\b\B.$\Z", r"\x41\u1234\U00012345\N{BULLET}\0\01\141\t\\\.", r"\D\w\W\s\S",
    r"(?i)abc", r"(?im-s:a.)", r"(?i:a|b)c", r"(?P<n>a)(?P=n)\1", r"((?:a)|(b))\2", r"(a)(?(1)b|c)", r"(?P<n>a)?(?(n)b)",
    r"(?=a)(?!b|c)(?<=d)(?<!ef)", r"(?!)", r"(?>ab|c)*", r"(?x) a [ b] \# # c", r"a(?#b)c", r"é[é-ü]",
]  # fmt: skip
for pattern in PATTERNS:
    print("==", ascii(pattern))
    re.compile(pattern, re.DEBUG)
print("== bytes and flags")
re.compile(rb"\w[\x80-\xff]", re.DEBUG)
re.compile("a b # c", re.DEBUG | re.VERBOSE)
print("== kept nowhere")
print(re.compile("twice", re.DEBUG) is re.compile("twice", re.DEBUG))
