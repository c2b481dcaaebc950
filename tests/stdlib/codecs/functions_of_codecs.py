# The functions below the codecs: text and how many were read.
import codecs

TEXT = "a\xe9\u20ac\U0001f600\n\\"
for encode, decode in (
    (codecs.utf_8_encode, codecs.utf_8_decode),
    (codecs.utf_16_encode, codecs.utf_16_decode),
    (codecs.utf_16_le_encode, codecs.utf_16_le_decode),
    (codecs.utf_16_be_encode, codecs.utf_16_be_decode),
    (codecs.utf_32_encode, codecs.utf_32_decode),
    (codecs.utf_32_le_encode, codecs.utf_32_le_decode),
    (codecs.utf_32_be_encode, codecs.utf_32_be_decode),
    (codecs.raw_unicode_escape_encode, codecs.raw_unicode_escape_decode),
    (codecs.unicode_escape_encode, codecs.unicode_escape_decode),
):
    encoded, length = encode(TEXT)
    decoded, size = decode(encoded)
    print(encoded, length, decoded == TEXT, size == len(encoded))
print(codecs.ascii_encode("abc"), codecs.ascii_decode(b"abc"), codecs.latin_1_encode("\xe9"), codecs.latin_1_decode(b"\xe9"))
print(codecs.ascii_encode("\xe9", "replace"), codecs.utf_8_decode(b"\xe2\x82", "strict", False))
print(codecs.utf_16_decode(b"\xff\xfea", "strict", False), codecs.readbuffer_encode(b"data"), codecs.readbuffer_encode("text"))
print(codecs.make_identity_dict(range(3)), codecs.make_encoding_map({1: 97, 2: 98, 3: 97}))
for call in (
    lambda: codecs.ascii_encode("\xe9"),
    lambda: codecs.utf_8_decode(b"\xff"),
    lambda: codecs.utf_16_le_decode(b"a", "strict", True),
):
    try:
        call()
    except UnicodeError as error:
        print(error)
