# python: 3.13
# Every encoding with what it refuses; binascii with its checksums.
import base64, binascii, io, random
from base64 import *


def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)


r = random.Random(4)
for n in list(range(12)) + [50, 100, 57, 58]:
    d = r.randbytes(n)
    for f, g in (
        (b64encode, b64decode),
        (urlsafe_b64encode, urlsafe_b64decode),
        (b32encode, b32decode),
        (b32hexencode, b32hexdecode),
        (b16encode, b16decode),
        (b85encode, b85decode),
        (a85encode, a85decode),
        (encodebytes, decodebytes),
        (z85encode, z85decode),
    ):
        e = f(d)
        print(e, g(e) == d, g(e.decode()) == d if f is not encodebytes else "")
    print(
        a85encode(d, wrapcol=20, adobe=True),
        a85encode(d, pad=True),
        b85encode(d, pad=True),
        binascii.crc32(d),
        binascii.crc32(d, 123),
        binascii.crc_hqx(d, 0),
        binascii.crc_hqx(d, 99),
        binascii.b2a_base64(d, newline=False),
        binascii.hexlify(d, "-", 3),
        binascii.hexlify(d, ":", -2),
    )
    if n <= 45:
        e = binascii.b2a_uu(d)
        print(e, binascii.a2b_uu(e) == d, binascii.b2a_uu(d, backtick=True))
    e = binascii.b2a_qp(d)
    print(e, binascii.a2b_qp(e) == d, binascii.b2a_qp(d, quotetabs=True, istext=False, header=True))
for t in (
    b"",
    b"=",
    b"a",
    b"ab",
    b"abc",
    b"abcd",
    b"ab=",
    b"ab==",
    b"abc=",
    b"a===",
    b"ab=c",
    b"ab==c",
    b"ab==cd==",
    b"abcd=",
    b"ab\ncd",
    b"ab!cd",
    "abcd",
    "é",
    b"====",
    b"ab=c=",
    b"a=b=c=d=",
    b"abcde",
    b"abcdef",
    b"=abc",
    b"abc==",
    b"ab===",
    b"abcd====",
    "ab==\n",
    b"\xff\xff",
):
    show(b64decode, t)
    show(b64decode, t, validate=True)
    show(binascii.a2b_base64, t)
    show(b32decode, t)
    show(b16decode, t)
    show(binascii.unhexlify, t)
show(b64encode, b"\xff\xfe\xfd", b"-_")
show(b64decode, b"__79", b"-_")
show(b64encode, "str")
show(b64encode, b"abc", b"a")
show(b64decode, 5)
show(b32decode, b"nbuq====", casefold=True)
show(b32decode, b"NBUQ====")
show(b32decode, b"M1023456", map01=b"L")
show(b16decode, b"ff")
show(b16decode, b"ff", True)
show(b16decode, b"F")
show(b32decode, b"A=======")
show(a85decode, b"<~87cURDZ~>", adobe=True)
show(a85decode, b"87cUR\n DZ")
show(a85decode, b"xx")
show(a85decode, b"87cURz")
show(a85decode, b"8z")
show(a85decode, b's8W-"')
show(a85decode, b"abc", adobe=True)
show(a85encode, b"\0\0\0\0    ", foldspaces=True)
show(a85decode, b"zy", foldspaces=True)
show(a85encode, b"\0\0\0")
show(b85decode, b"\x01")
show(b85decode, b"~~~~~")
show(z85decode, b"#####")
show(b85decode, "é")
show(b85encode, bytearray(b"ab"))
show(b64encode, memoryview(b"xy"))
show(b64encode, 5)
show(binascii.unhexlify, "0")
show(binascii.unhexlify, "zz")
show(binascii.unhexlify, b"00 1")
show(binascii.hexlify, "a")
show(binascii.hexlify, b"abcd", "xx")
show(binascii.hexlify, b"abc", sep=b"_", bytes_per_sep=1)
show(binascii.b2a_hex, b"q")
show(binascii.a2b_hex, b"AAbb")
show(binascii.crc32, "a")
show(binascii.crc32, b"a", -1)
show(binascii.crc32, b"a", 2**40 + 5)
show(binascii.crc32)
show(binascii.a2b_uu, b"#86)C")
show(binascii.a2b_uu, b"#8\x7f)C")
show(binascii.a2b_uu, b"")
show(binascii.a2b_uu, b"#86)Cxx")
show(binascii.b2a_uu, b"a" * 46)
show(binascii.b2a_uu, "s")
for t in (b"a=b", b"=41", b"=4", b"=", b"a=\nb", b"a=\r\nb", b"==", b"=zz", b"a_b", "x y", b"=41=42c"):
    show(binascii.a2b_qp, t)
    show(binascii.a2b_qp, t, header=True)
for t in (
    b"a b ",
    b"a\t\n",
    b"a \r\nb",
    b".\n",
    b"x" * 100,
    b"=" * 40,
    b"a_b c",
    b"\xe9",
    b"line1\nline2\r\n",
    b"a" * 75 + b"\n",
    b"\x00",
    b"a\rb",
    b". ",
    b"..\n",
    b" ",
):
    show(binascii.b2a_qp, t)
    show(binascii.b2a_qp, t, True)
    show(binascii.b2a_qp, t, istext=False)
    show(binascii.b2a_qp, t, header=True)
o = io.BytesIO()
encode(io.BytesIO(b"x" * 100), o)
print(o.getvalue())
o2 = io.BytesIO()
o.seek(0)
decode(o, o2)
print(o2.getvalue())
show(encodebytes, "x")
show(decodebytes, b"YQ==\nYg==\n")
print(sorted(base64.__all__), binascii.Error.__mro__, binascii.Incomplete.__mro__)
