# Letters that are the same where case does not count, and classes of characters.
import re

LETTERS = "iIıİkK\u212asSſµμΜσςΣßẞåÅ\u212bθϑϴΘǆǅǄᾳᾼﬅﬆΐΐ\U00010400\U00010428იႨⴈᲘĸŉ\u0345ιΙι"
for letter in LETTERS:
    print(
        ascii(letter),
        ascii("".join(re.findall(re.escape(letter), LETTERS, re.I))),
        ascii("".join(re.findall(f"[^{letter}]", LETTERS, re.I)))[:60],
    )
for pattern in [
    "[a-z]",
    "[^a-z]",
    "[A-K]",
    "[\xb5-\xff]",
    "[\u0130-\u0180]",
    r"[\W\d]",
    r"[k-\U0001ffff]",
    r"[x\s]",
]:
    for flags in [0, re.I, re.A, re.A | re.I]:
        print(
            ascii(pattern),
            flags,
            ascii("".join(re.findall(pattern, LETTERS + "azAZ\xe9\xc9 1\u0663\u2003", flags))),
        )
print(
    re.findall(r"(?i)(s)\1", "sS ſs ſſ"),
    re.findall(r"(?ia)(k)K", "kK k\u212a"),
    re.match("(?i)(\u212a)\\1", "\u212ak"),
)
print(
    re.findall(r"\bw\w*\b", "wörd wo\u0301 _w w"),
    re.findall(r"(?a)\bw\w*\b", "wörd w"),
    re.findall(r"\B.", "abé"),
)
print(
    re.findall(r"\d", "1٣²½"),
    re.findall(r"\s", "\x1c\x1f\x85\xa0\u2028 "),
    re.findall(r"(?a)\s|\W", "\x1c\x85 \t"),
)
print(
    re.findall(".", "a\ud800\udc00\U00010000"),
    re.search("\udc00", "\ud800\udc00").span(),
    re.findall("[\ud800-\udfff]", "\ud800x"),
)
