s = "aé😀"
for enc in ("utf-8", "UTF8", "utf_8", "latin-1", "ascii", "utf-16-le", "utf-32-be"):
    for err in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace"):
        try:
            print(enc, err, s.encode(enc, err))
        except UnicodeEncodeError as e:
            print(enc, err, e)
print("a".encode(), "é".encode("utf8"), "é".encode(encoding="latin1", errors="strict"), "\ud800".encode("utf-8", "surrogatepass"))
for f in (lambda: "\ud800".encode(), lambda: "a".encode("nope"), lambda: "é".encode("ascii", "nope"), lambda: "a".encode(5)):
    try:
        print(f())
    except (UnicodeEncodeError, LookupError, TypeError) as e:
        print(type(e).__name__, e)
print(str(b"abc", "ascii"), str(b"\xc3\xa9", "utf-8"), str(b"\xff", "utf-8", "replace"), str(b"x", encoding="latin1"), str(5), str(), str(b"abc"), str(object=7))
try:
    str("a", "utf-8")
except TypeError as e:
    print(e)
