# python: 3.14
# All functions for characters of many kinds, and what is refused.
import unicodedata as u


def t(f, *a):
    try:
        return f(*a)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


s = "aA1 ½²٣Ⅷ一áé\u0301ﬁÅ\u00a0()«שא\u200f\n\0\x1f中가힣㍿①ǅ𝔸𐤀😀\ue000\U000e0001ß¼一億\u0e33\u1e9b\u0323ٓ∑{⟨"
for c in s:
    print(
        ascii(c),
        t(u.name, c),
        t(u.name, c, None),
        u.category(c),
        u.bidirectional(c),
        u.combining(c),
        u.east_asian_width(c),
        u.mirrored(c),
        u.decomposition(c),
        t(u.decimal, c),
        t(u.digit, c, -1),
        t(u.numeric, c, -1),
        [ascii(u.normalize(f, c)) for f in ("NFC", "NFD", "NFKC", "NFKD")],
        [u.is_normalized(f, c) for f in ("NFC", "NFD", "NFKC", "NFKD")],
    )
for n in (
    "LATIN SMALL LETTER A",
    "latin small letter b",
    "nope",
    "HANGUL SYLLABLE GA",
    "CJK UNIFIED IDEOGRAPH-4E00",
    "",
    "LINE FEED",
):
    print(n, ascii(t(u.lookup, n)))
for f, a in (
    (u.name, ("",)),
    (u.name, ("ab",)),
    (u.name, (5,)),
    (u.category, ("ab",)),
    (u.category, (5,)),
    (u.normalize, ("X", "a")),
    (u.normalize, ("NFC", 5)),
    (u.normalize, (5, "a")),
    (u.lookup, (5,)),
    (u.decimal, ("a",)),
    (u.digit, ("a",)),
    (u.numeric, ("a",)),
    (u.numeric, ("a", 5)),
    (u.is_normalized, ("X", "a")),
):
    print(f.__name__, a, t(f, *a))
