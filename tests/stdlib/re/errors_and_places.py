# What is wrong with a pattern, and where.
import re

PATTERNS = r"""( ) [ [a [] [^] * + ? a** a*+* a??? a{2}{3} a{2,1} {1} ^* $+ \b* (?:a*)* (*) a|* \ a\ [\ (?P<n>a)(?P<n>b) (?<x>a)
(?P=zz) (?P=a (?P=) (?P=1) (?P<1>a) (?P<>a) (?P<a (?P<a-b>x) (?Px) (?P (? (?# (?: (?= (?< (?<= \1 (a)\2 (a\1) \8 \18 \400 [\8]
[\400] (?(1 (?(1) (?(1)a) (?(1)a|b|c) (?(0)a) (?(a)b) (?(a-)b) (a)(?(1)b|c|d) (?(99)a) (?(-1)a) (?i (?i: (?i- (?i-: (?i-i:a)
(?-i) (?-:a) (?a-a:x) (?au:x) (?aL:x) (?L:x) (?u:x) (?-a:x) (?z) (?iz) (?i-z:a) a(?i)b (?:(?i)a) |(?i)a [b-a] [\d-a] [a-\d]
[a-\x41] \q [\q] \x \x1 \u12 \U00110000 \N \N{} \N{x} \N{x (?<=a*) (?<=a|bc) (?<=(a)\1) (?<=(a)(?(1)b|c)) (?P>a) (?R) \G
\p{L} a{4294967295} (?P<a>(?P=a)) (?>a x{1}++ (?\) *\ """.split()


def show(pattern, flags=0):
    try:
        made = re.compile(pattern, flags)
    except re.PatternError as error:
        print(
            ascii(pattern),
            "|",
            error,
            "|",
            error.msg,
            error.pos,
            error.lineno,
            error.colno,
            error.pattern == pattern,
        )
    except Exception as error:
        print(ascii(pattern), "|", type(error).__name__, error)
    else:
        print(ascii(pattern), made.groups, dict(made.groupindex), made.flags)


for pattern in PATTERNS:
    show(pattern)
    show(pattern.encode())
for pattern in [
    "a\nb(",
    "(?P<n>a)\n(?P<n>b)",
    "(?P<\n>a)",
    " *",
    "a b\n (",
    "a+ ?",
    "( ?:a)",
    "(? :a)",
    "(?x: a # (\n b) (",
    b"(?P<\xe9>a)",
]:
    show(pattern)
    show(pattern, re.VERBOSE)
for flags in [re.A, re.L, re.U, re.A | re.U, re.A | re.L, 4096, -1]:
    show("a", flags)
    show(b"a", flags)
for pattern in [1, None, memoryview(b"a"), re.compile("a")]:
    try:
        print(re.compile(pattern, 0).pattern, re.compile(pattern, re.I))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
show("(" * 3 + ")" * 3)
