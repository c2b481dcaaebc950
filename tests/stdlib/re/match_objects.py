# What matches know.
import copy
import re


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


found = re.compile(r"(?P<year>\d+)-(?P<month>\d+)?(x)?").search("on 2024- it", 1, 10)
for name in ["string", "re", "pos", "endpos", "lastindex", "lastgroup", "regs"]:
    print(name, getattr(found, name))
for key in [0, 1, 2, "year", "month", True, 4, -1, "x", 1.0, 1 << 70, None]:
    attempt(lambda: found.group(key))
    attempt(lambda: found[key])
    attempt(lambda: (found.start(key), found.end(key), found.span(key)))
attempt(lambda: found.group())
attempt(lambda: found.group(1, "month", 0))
attempt(lambda: (found.groups(), found.groups("-"), found.groups(default=0)))
attempt(lambda: (found.groupdict(), found.groupdict("-")))
attempt(lambda: (found.start(), found.end(), found.span()))
attempt(lambda: found.start(0, 1))
attempt(lambda: (copy.copy(found) is found, copy.deepcopy(found) is found))
attempt(lambda: found)
attempt(lambda: re.match("a*", "a" * 100))
attempt(lambda: type(found)())
attempt(lambda: (type(found), re.Match[str], bool(found)))
attempt(lambda: setattr(found, "x", 1))
# Indices are those of characters.
text = "aé\u20ac\U0001f600b" * 300
ends = [match.end() for match in re.finditer("b", text)]
print(ends == [5 * number for number in range(1, 301)], re.compile("b").search(text, 1000).span())
print(
    re.compile("^b|a").match("ab", 1), re.compile("b$").match("abc", 1, 2), re.compile("").match("abc", 2, 1)
)
print(
    re.compile("a").search("xa", -5, 99),
    re.compile("a").fullmatch("xax", 1, 2),
    re.compile(r"\ba").search("xa", 1),
)


class Text(str):
    pass


text = Text("abc")
found = re.match("abc", text)
print(type(found.group()), found.string is text, type(re.sub("x", "y", text)))
text = "zzz"
print(re.match("z*", text).group() is text, re.sub("a", "b", text) is text, re.split("a", text)[0] is text)
