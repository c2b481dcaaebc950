# What patterns are, and the arguments of their methods.
import copy
import copyreg
import re


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


pattern = re.compile("a(?P<n>b)?", re.I)
print(pattern, pattern.pattern, pattern.flags, pattern.groups, pattern.groupindex)
print(
    re.compile("a").groupindex,
    re.compile(b"a", re.L | re.M | re.S),
    re.compile("a", re.A | re.X | 4096),
    re.compile("'\n"),
)
print(len(repr(re.compile("a" * 300))))
other = re.compile("a(?P<n>b)?", re.I)
print(
    pattern == other,
    hash(pattern) == hash(other),
    pattern == re.compile("a"),
    pattern != "a",
    re.compile("a") == re.compile(b"a"),
)
print(
    copy.copy(pattern) is pattern,
    copy.deepcopy(pattern) is pattern,
    copyreg.dispatch_table[re.Pattern](pattern)[1],
)
attempt(lambda: pattern < other)
attempt(lambda: type(pattern)())
attempt(lambda: (type(pattern), re.Pattern[bytes]))
attempt(lambda: type("P", (re.Pattern,), {}))
attempt(lambda: setattr(pattern, "x", 1))
attempt(lambda: re.compile(pattern) is pattern)
attempt(lambda: pattern.match())
attempt(lambda: pattern.match("a", "b"))
attempt(lambda: pattern.match("a", 1 << 70))
attempt(lambda: pattern.match("a", 1.5))
attempt(lambda: pattern.match(string="xa", pos=1, endpos=2))
attempt(lambda: pattern.match("a", x=1))
for value in [1, None, b"a", bytearray(b"a"), ["a"]]:
    attempt(lambda: pattern.search(value))
    attempt(lambda: re.sub("a", "b", value))
attempt(lambda: re.search(b"a", "a"))
attempt(lambda: pattern.split("xabxaxc", 1))
attempt(lambda: pattern.split("xabx", maxsplit=-1))
attempt(lambda: re.split("x*", "axbc"))
attempt(lambda: re.split("(x*)", "axbc"))
attempt(lambda: re.split("(a)|b", "xaybz"))
attempt(lambda: re.findall("x*|y", "axyb"))
attempt(lambda: re.findall("(a)(b)?", "abab a"))
attempt(lambda: re.findall("", "ab"))
attempt(lambda: [found.span() for found in re.finditer("a*", "baac")])
attempt(lambda: type(pattern.finditer("a")).__name__)
finder = pattern.finditer("abab", 1, 3)
attempt(lambda: (iter(finder) is finder, next(finder)))
attempt(lambda: next(finder))
attempt(lambda: next(finder))
scanner = re.compile("ab?").scanner("abxaab")
attempt(lambda: [scanner.match(), scanner.match(), scanner.match(), scanner.search(), scanner.pattern])
scanner = re.compile("ab?").scanner("abxaab", 1)
attempt(lambda: [scanner.search(), scanner.search(), scanner.search(), scanner.search()])
