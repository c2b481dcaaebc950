# UTF-7, at once and in steps.
import codecs

for text in "Hi Mom ☺!", "a+b", "~\\", "é-é é/é", "\U0001f600", "+", "", "\ud800x", "1 €", "tab\tnew\n\0":
    data = text.encode("utf-7")
    print(data, data.decode("utf-7") == text)
for data in (
    b"+", b"+-", b"+AGE", b"+AGE-", b"+AGE!", b"a+\xffb", b"\xff", b"+2AA", b"+2AA-", b"+AG", b"+A-", b"+AGF-",
    b"+2D3cAA-", b"+!x", b"+AOkA6Q-x", b"+////", b"+A",
):  # fmt: skip
    for errors in "strict", "replace", "ignore", "surrogateescape":
        try:
            print(ascii(data.decode("utf-7", errors)), end=" ")
        except UnicodeDecodeError as error:
            print(error, end=" ")
    print(codecs.utf_7_decode(data, "replace"))
decoder = codecs.getincrementaldecoder("utf-7")()
print([decoder.decode(bytes([byte])) for byte in "aяb+€".encode("utf-7")], decoder.decode(b"", True))
