import base64
import binascii
import hashlib
print(binascii.hexlify(b"\x00\xffa"), binascii.unhexlify("00ff61"), binascii.b2a_base64(b"hello"), binascii.a2b_base64(b"aGVsbG8="), binascii.crc32(b"hello"), binascii.hexlify(b"abcd", "-"))
print(base64.b64encode(b"\xff\xfe"), base64.b64decode("//4="), base64.urlsafe_b64encode(b"\xff\xfe"), base64.b32encode(b"hi"), base64.b16encode(b"hi"), base64.b32decode(b"NBUQ===="))
print(hashlib.sha256(b"abc").hexdigest(), hashlib.md5(b"").hexdigest(), hashlib.sha1(b"abc").hexdigest())
h = hashlib.sha256()
h.update(b"a" * 100)
h.update(b"b")
print(h.hexdigest()[:16], h.digest_size, h.name, h.copy().hexdigest() == h.hexdigest())
for f in (lambda: binascii.unhexlify("0"), lambda: binascii.unhexlify("zz"), lambda: base64.b64decode(b"abc"), lambda: hashlib.new("nope"), lambda: hashlib.sha256("str")):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
