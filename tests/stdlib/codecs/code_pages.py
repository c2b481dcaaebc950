import codecs

NAMES = "cp037 cp273 cp424 cp500 cp875 cp1026 cp1140 cp856 cp864 cp1006 ptcp154 palmos mac_arabic mac_farsi".split()
for name in [*NAMES, "IBM037", "EBCDIC-CP-BE", "csptcp154", "ebcdic_none"]:
    try:
        info = codecs.lookup(name)
    except LookupError as error:
        print(error)
        continue
    text = bytes(range(256)).decode(name, "replace")
    print(info.name, ascii(text[:24]), sum(map(ord, text)), text.count("\ufffd"))
    print(bytes(text.replace("\ufffd", "")[:40], name, "ignore"))
print("Hello {1}".encode("cp037"), b"\xc8\x85\x93\x93\x96".decode("cp500"))
for action in (lambda: "\u3042".encode("cp037"), lambda: b"a\xff".decode("cp424")):
    try:
        print(action())
    except UnicodeError as error:
        print(error)
