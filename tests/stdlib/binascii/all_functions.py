# Bytes as text and back: hexadecimal digits, uuencoded lines, quoted-printable; and the checksum of BinHex.
import binascii

data = bytes(range(0, 256, 15)) + b"end"
print(binascii.b2a_hex(data), binascii.b2a_hex(data, "-", 4), binascii.b2a_hex(data, b":", -3))
print(binascii.a2b_hex(binascii.b2a_hex(data)) == data, binascii.a2b_hex("0aFF"))
for wrong in ("0", "0g", "\xe9\xe9", 5):
    try:
        binascii.a2b_hex(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

for part in (b"", b"a", data, bytes(45), b"x" * 30):
    line = binascii.b2a_uu(part)
    print(line, binascii.b2a_uu(part, backtick=True), binascii.a2b_uu(line) == part)
for line in (b"!", b"#86)C", b"#86)C\n\n", b"#86)C    ", b"!\x01", b"$86)C"):
    try:
        print(line, binascii.a2b_uu(line))
    except binascii.Error as error:
        print(line, error)
try:
    binascii.b2a_uu(bytes(46))
except binascii.Error as error:
    print(error)

text = b"a=b \t\nlong " + b"x" * 80 + b"\r\n.\n\xe9_ end "
for options in ({}, {"quotetabs": True}, {"istext": False}, {"header": True}):
    written = binascii.b2a_qp(text, **options)
    print(written, binascii.a2b_qp(written, header="header" in options))
for line in (b"a=", b"a=\nb", b"a=4", b"a=zz", b"=3d=3D", b"a_b", b"x=\r\ny", "t=C3=A9"):
    print(line, binascii.a2b_qp(line), binascii.a2b_qp(line, header=True))

print(binascii.crc_hqx(b"", 0), binascii.crc_hqx(b"123456789", 0), binascii.crc_hqx(data, 0x1FFFF), binascii.crc_hqx(b"a", -1))
print(issubclass(binascii.Error, ValueError), issubclass(binascii.Incomplete, Exception), binascii.Incomplete("x"))
