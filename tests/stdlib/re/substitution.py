# Replacements: templates, functions, and what is wrong with them.
import re


def attempt(action):
    try:
        print(ascii(action()))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))


print(
    re.sub("x*", "-", "axbc"),
    re.subn("x*", "-", "axbc", count=2),
    re.sub("a", "b", "aaa", count=-1),
    re.sub("a", "b", "aaa", count=2),
)
print(
    re.sub("(a)(b)?", r"[\2\1\g<0>]", "abac"),
    re.sub("(?P<n>a)", r"\g<n>\g<1>", "ba"),
    re.sub("^", "> ", "a\nb", flags=re.M),
)
for template in r"""\2 \g<2> \g<x> \g \g< \g<> \g<1 \g<a|b> \g<-1> \g<01> \g<1_0> \g<+1> \g<99> \q \A \x41 \u0041 \ \8 \0 \00 \000
\0000 \01 \08 \400 \777 \100 \10 \11 \n\t\\\. \_ \ga \g<1>\q \1\ \99 \18 \1a \a\b\f\r\v""".split():
    attempt(lambda: re.sub("(a)", template, "-a-"))
    attempt(lambda: re.sub(b"(a)", template.encode(), b"-a-"))
attempt(lambda: re.sub("(?P<\xe9>a)", "\\g<\xe9>\xe9\\\xe9", "a"))
attempt(lambda: re.sub(b"(?P<e>a)", b"\\g<\xe9>", b"a"))
try:
    re.sub("a", "x\n\\q", "a")
except re.error as error:
    print((error.msg, error.pattern, error.pos, error.lineno, error.colno))
for replacement in [
    1,
    None,
    b"x",
    b"\\1",
    lambda match: 1,
    lambda match: b"x",
    lambda match: None,
    lambda match: match[0] * 2,
]:
    attempt(lambda: re.sub("a(b)?", replacement, "zabac"))
    attempt(lambda: re.sub(b"a(b)?", replacement, bytearray(b"zabac")))
attempt(lambda: re.sub(b"a", bytearray(b"x"), b"aba"))
attempt(lambda: re.sub("a", "x", 1))
attempt(lambda: re.sub("(", "x", 1))
found = re.match("a(b)?", "ac")
for template in ["x\\1y", "\\g<0>", "x", b"x", b"\\1", 1, "\\2", "\\"]:
    attempt(lambda: found.expand(template))
attempt(lambda: re.sub("a", "b", "a", 1, count=1))
attempt(lambda: re.sub("a", "b", "a", 1, 0, flags=0))
attempt(lambda: re.split("a", "b", 1, 0, 5))


def raising(match):
    raise KeyError(match.start())


attempt(lambda: re.sub("b", raising, "ab"))


# A function may use the same pattern, and forget all of them.
def again(match):
    re.purge()
    return re.sub("b", lambda inner: inner[0].upper(), match[0]) + str(match.start())


print(re.sub("ab+", again, "abbxab"))
print(re.sub(".", lambda match: "é" * match.start(), "a€b"))
