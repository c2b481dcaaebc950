for s in ("plain", "it's", 'say "x"', "both ' and \"", "tab\t", "nl\n", "cr\r", "nul\0", "\x1b", "\x7f", "é", "\x85", "\xa0", "\u200b", "\u2028", "😀", "\ud800", "\U000e0001", "back\\slash", "\ufeff", "\xad"):
    print(repr(s), ascii(s))
print(repr("\a\b\f\v"), str("x"), [str("é")], ("a\n",), {"k'": 'v"'})
