# Encodings of one byte a character.
import codecs

NAMES = """cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859-2 iso8859-3 iso8859-4 iso8859-5
iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-11 iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u
koi8-t mac-roman mac-cyrillic mac-greek mac-latin2 mac-turkish mac-iceland cp437 cp720 cp737 cp775 cp850 cp852 cp855
cp857 cp858 cp860 cp861 cp862 cp863 cp865 cp866 cp869 cp874 cp1125 tis-620 kz1048 hp-roman8"""
every = bytes(range(256))
for name in NAMES.split():
    text = every.decode(name, "replace")
    print(codecs.lookup(name).name, ascii(text[128:]))
    assert text[:128].encode() == every[:128]
    assert all(text[byte] == "\ufffd" or text[byte].encode(name) == bytes([byte]) for byte in every), name

for alias in "windows-1251", "Latin2", "MAC_ROMAN", "macintosh", "cyrillic", "l10", "IBM850", "1253", "csisolatin5":
    print(alias, codecs.lookup(alias).name)
for name in "cp1251", "koi8-r", "iso8859-7":
    for text in "плюс ±", "αβγ", "中":
        try:
            print(text.encode(name))
        except UnicodeEncodeError as error:
            print(error, error.__notes__)
        print(text.encode(name, "backslashreplace"))
try:
    b"\x81".decode("cp1252")
except UnicodeDecodeError as error:
    print(error, error.__notes__)
