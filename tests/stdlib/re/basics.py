# python: 3.13
import re
m = re.match(r"(\w+)\s(\d+)", "abc 123 rest")
print(m.group(), m.group(1), m.groups(), m.span(), m.start(2), m.end(2), m[2], m.string[:3], m.re.pattern)
print(re.search(r"\d+", "ab12cd").group(), re.match("x", "abc"), re.fullmatch("a+", "aaa") is not None, re.findall(r"\d", "a1b2"), re.findall(r"(\w)(\d)", "a1b2"), re.split(r"[,;]\s*", "a, b;c"), re.split(r"(-)", "a-b-c", maxsplit=1), re.sub(r"\d", "#", "a1b22"), re.sub(r"(\w)(\d)", r"\2\1", "a1b2"), re.sub("a", lambda m: m.group().upper(), "banana", count=2), re.subn("x", "y", "xx"))
print([m.span() for m in re.finditer("a", "banana")], re.compile(r"(?P<year>\d{4})-(?P<m>\d\d)").match("2024-05").groupdict(), re.match("(?i)ABC", "abc") is not None, re.search("^b$", "a\nb", re.M) is not None, re.match("a.c", "a\nc", re.S) is not None, re.match("a b", "ab", re.X) is not None, re.escape("a.b*c"))
print(re.findall("a*?b", "aabab"), re.findall("(?:ab)+", "ababxab"), re.findall(r"\bfoo\b", "foo food foo"), re.findall("a(?=b)", "abac"), re.findall("(?<=a)b", "abcb"), re.findall("a(?!b)", "abac"), re.findall(r"(a)|(b)", "ab"), re.match(r"(.)\1", "aa") is not None, re.findall("[^a-c]", "abcd"), re.findall(r"x{2,3}", "xxxxx"), re.findall("", "ab"))
for p in ("(", "[a", "*", "a{2,1}", "(?P<n>a)(?P<n>b)", "\\", "(?<x>a)", "(?P=zz)", r"\1"):
    try:
        re.compile(p)
        print(p, "ok")
    except re.error as e:
        print(p, type(e).__name__, e)
