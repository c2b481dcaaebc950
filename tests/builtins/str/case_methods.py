for s in ("hello World", "ÀÉÎ", "ß", "ǆ", "o'neil's", "x1y2 z", "ΑΣ", "İ", "ﬁ", "", "123", "they're bill's", "Σ"):
    print(repr(s), s.upper(), s.lower(), s.capitalize(), s.title(), s.swapcase(), s.casefold())
print("ABC".islower(), "abc".islower(), "aBc".isupper(), "ABC1".isupper(), "1".isupper(), "Abc Def".istitle(), "abc".istitle(), "A".istitle(), "".istitle(), "".islower())
print([c for c in "aZ5 é_ٳ²½Ⅷ" if c.isalpha()], [c for c in "aZ5 é٣²½Ⅷ" if c.isdigit()], [c for c in "5٣²½Ⅷ" if c.isdecimal()], [c for c in "5٣²½Ⅷa" if c.isnumeric()])
print([c.isalnum() for c in "a5_ é"], [c.isspace() for c in " \t\n\x0b\x1c\u2003\u200ba"], [c.isprintable() for c in "a \n\u200b\ud800é\x7f"])
print(["".isalpha(), "".isdigit(), "".isspace(), "".isprintable(), "".isascii(), "é".isascii(), "abc".isascii()])
print([s.isidentifier() for s in ("abc", "_x", "1a", "", "é", "a b", "class", "a-b", "x1")])
