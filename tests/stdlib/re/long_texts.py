# Long texts, long patterns, and what would need a deep stack.
import re

text = "ab" * 50_000
print(
    re.fullmatch("(?:a|b)*", text).span(),
    re.fullmatch("(ab)*", text).span(1),
    re.fullmatch("(?:(a)|(b))*?", text).regs,
)
print(
    re.match("(?:a|bc|b)*x|", text).span(),
    re.match("(?:(?:a|b)+)+", text[:1000]).end(),
    len(re.findall("a", text)),
)
words = [f"word{number}" for number in range(3000)]
pattern = re.compile("|".join(words))
print(pattern.findall("word2999 word1 wor word30"), re.compile("(?:" * 50 + "a" + ")" * 50).match("a").end())
print(
    re.match("a{1000}", "a" * 1000).end(),
    re.match("(?:ab?){3,500}", "ab" * 600).end(),
    re.match("a{65536,}", "a" * 70000).end(),
)
pattern = re.compile("".join(f"(a{number})?" for number in range(200)))
print(pattern.groups, pattern.match("a3a17a199").lastindex)
print(
    re.search("é" + "x*" * 20 + "y", "é" + "x" * 5 + "y").span(), re.sub("x", "", "axbx" * 30_000).count("ab")
)
