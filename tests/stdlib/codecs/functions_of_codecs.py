# The functions below the codecs: text and how many were read.
import codecs

text = "a\xe9\u20ac\U0001f600\n\\"
for name in ("utf_8", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be", "raw_unicode_escape",
             "unicode_escape"):  # fmt: skip
    encoded, length = getattr(codecs, name + "_encode")(text)
    decoded, size = getattr(codecs, name + "_decode")(encoded)
    print(name, encoded, length, decoded == text, size == len(encoded))
print(codecs.ascii_encode("abc"), codecs.ascii_decode(b"abc"), codecs.latin_1_encode("\xe9"), codecs.latin_1_decode(b"\xe9"))
print(codecs.ascii_encode("\xe9", "replace"), codecs.utf_8_decode(b"\xe2\x82", "strict", False), codecs.utf_16_decode(b"\xff\xfea", "strict", False))
print(codecs.readbuffer_encode(b"data"), codecs.readbuffer_encode("text"))
print(codecs.make_identity_dict(range(3)), codecs.make_encoding_map({1: 97, 2: 98, 3: 97}))
for call in (lambda: codecs.ascii_encode("\xe9"), lambda: codecs.utf_8_decode(b"\xff"), lambda: codecs.utf_16_le_decode(b"a", "strict", True)):
    try:
        call()
    except UnicodeError as error:
        print(error)
