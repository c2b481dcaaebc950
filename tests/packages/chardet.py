"""Encodings guessed from bytes."""

import chardet

for text, encoding in (("plain text", "ascii"), ("Grüße aus Köln, schöne Straße", "utf-8"), ("x", "utf-16"), ("Привет, как дела? Это русский текст.", "windows-1251"),
                       ("日本語のテキストです。これは文章です。", "shift_jis"), ("漢字仮名交じり文の例です。", "euc_jp")):
    found = chardet.detect(text.encode(encoding) if encoding not in ("shift_jis", "euc_jp") else text.encode("utf-8"))
    print(encoding, found["encoding"], round(found["confidence"], 2), found["language"])
detector = chardet.UniversalDetector()
for line in ("ä ö ü ß\n".encode("utf-8"),) * 5:
    detector.feed(line)
    if detector.done:
        break
print(detector.close()["encoding"], chardet.detect(b"\xff\xfea\x00")["encoding"], chardet.detect(b"")["encoding"])
