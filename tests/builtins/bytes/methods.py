# python: 3.14
b = b"Hello World"
print(b.upper(), b.lower(), b.title(), b.swapcase(), b.capitalize(), b.find(b"o"), b.rfind(b"o"), b.find(111), b.index(b"W"), b.count(b"l"), b.count(108), b"o" in b, 111 in b, b.startswith(b"He"), b.endswith((b"x", b"ld")))
print(b.split(), b.split(b"o"), b.rsplit(b"o", 1), b.partition(b" "), b.rpartition(b"zz"), b.replace(b"o", b"0"), b.replace(b"", b"."), b"a\nb\r\nc".splitlines(), b",".join([b"a", bytearray(b"b"), memoryview(b"c")]))
print(b"  x ".strip(), b"xxaxx".strip(b"x"), b"a".center(5, b"*"), b"a".ljust(3), b"a".rjust(3, b"0"), b"-5".zfill(4), b"a\tb".expandtabs(4), b"abc".removeprefix(b"a"), b"abc".removesuffix(b"c"))
print(b"abc".isalpha(), b"12".isdigit(), b"a1".isalnum(), b" \t".isspace(), b"ab".islower(), b"AB".isupper(), b"Ab".istitle(), b"\xe9".isalpha(), b"".isalpha(), b"\xff".isascii())
print(b"abc".translate(bytes(range(256))), b"abc".translate(None, b"b"), bytes.maketrans(b"ab", b"xy")[97:99], b"ab".translate(bytes.maketrans(b"ab", b"xy"), b"a"), b"x".decode(), b"\xe9".decode("latin-1"))
for f in (lambda: b.index(b"zz"), lambda: b.find("o"), lambda: b.find(256), lambda: b.join(["a"]), lambda: b",".join([b"a", "b"]), lambda: b.split(""), lambda: b.split(b""), lambda: b.replace("a", "b"), lambda: b.startswith("H"), lambda: b.strip("H"), lambda: b"a".center(3, "x"),
          lambda: b"a".translate(b"short"), lambda: bytes.fromhex("0"), lambda: bytes.fromhex("zz"), lambda: b"\xff".decode(), lambda: b"a".decode("nope"), lambda: b"\x80abc".decode("ascii"), lambda: bytes.maketrans(b"a", b"bc"), lambda: "o" in b, lambda: 300 in b):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
