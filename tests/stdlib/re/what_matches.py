# Patterns, texts, and the groups of their matches.
import re

CASES = [
    (r"(a|ab)(c|bcd)(d*)", "abcd"), (r"(a*)*", "aab"), (r"(a*)+?", "aab"), (r"(?:(a)|b)*", "abb"), (r"(a?)*?$", "aa"),
    (r"(a|b)*?c", "abc"), (r"(?:ab){2,3}?", "ababab"), (r"((a)|(b))*", "aba"), (r"(?:a|b)??c", "bc"), (r"(|a)+", "aa"),
    (r"(?>a*)ab", "aaab"), (r"(?>a|ab)c", "abc"), (r"a*+b", "aab"), (r"a{1,2}+a", "aa"), (r"(?:ab|a)?+b", "ab"),
    (r"(?>(a+))b", "aab"), (r"(?:a(b)?)*+c", "abac"), (r"a(?=(b))", "ab"), (r"a(?!(b))", "abac"), (r"(?<=ab)c", "abc"),
    (r"(?<!b)c", "bcc"), (r"(?<=(a))b\1", "aba"), (r"(?=(\w+))\1:", "abc:"), (r"(<)?a(?(1)>|;)", "a;<a>"),
    (r"(?:(a)|b)(?(1)c|d)", "bcbd"), (r"(?P<q>['\"]).*?(?P=q)", "x'a\"b'y"), (r"(a)?\1b", "b aab"), (r"^b$", "a\nb"),
    (r"(?m)^b$", "a\nb"), (r"(?m)^", "a\n\nb"), (r"a$", "a\n"), (r"a\Z", "a\n"), (r"\bb\b", "ab b"), (r"\Bb", "bb"),
    (r"a.b", "a\nb"), (r"(?s)a.b", "a\nb"), (r"(?x) a # c\n b", "ab"), (r"(?i)k", "\u212a"), (r"(?i:a)b", "Ab AB"),
    (r"(?-i:a)b", "ab"), (r"(?s-m:.)", "\n"), (r"[]a]+", "]a"), (r"[^]a]+", "b]"), (r"[a-]+", "-a"), (r"[\w-]+", "+a-+"),
    (r"[^\W\d]+", "12ab"), (r"\d+", "\u0663\u0664"), (r"(?a)\w+", "\xe9a"), (r"\s+", "\x1c\x85\u2003 "), (r"\x41\u0042\x43", "ABC"),
    (r"\N{GREEK SMALL LETTER ALPHA}", "\u03b1"), (r"[\N{DIGIT ONE}-\x33]+", "0123"), (r"\07\141\0", "\x07a\x00"), (r"a{,2}b", "aaab"),
    (r"a{,}", "aa"), (r"a{}", "a{}"), (r"a{1,b}", "a{1,b}"), (r"a{ 1}", "a{ 1}"), (r"(?#x)a(?#y)*", "aa"), (r"(?:)*a", "a"), (r"()*a", "a"),
    (r"(?:a|b|cd|ce)+", "abcdce"), (r"(?i:[a-c]|x)+", "aBxX"), (r"(?!)|a", "a"), (r"(?:a{0}b)", "b"), (r"(a){0}b", "b"),
]  # fmt: skip

for pattern, text in CASES:
    found = re.search(pattern, text)
    shown = found and (found.regs, found.lastindex, found.lastgroup)
    print(
        ascii(pattern), ascii(text), shown, bool(re.match(pattern, text)), bool(re.fullmatch(pattern, text))
    )
