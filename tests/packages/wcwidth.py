"""How many columns texts take in a terminal."""

import wcwidth

for text in ("abc", "漢字", "e\u0301", "\u200b", "👩‍👩‍👧", "\x1b", "한국어", "ﾊﾝ", "a\u00ad", "🇩🇪", "✌️", ""):
    print(ascii(text), wcwidth.wcswidth(text), [wcwidth.wcwidth(character) for character in text])
print(wcwidth.list_versions()[:3], wcwidth.wcwidth("\U0001fae8", unicode_version="auto"))
