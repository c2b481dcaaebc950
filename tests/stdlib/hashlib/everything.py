# python: 3.11
# Every algorithm, in one piece and in several, keys from passwords, files.
import hashlib, io


def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)


names = [
    "md5",
    "sha1",
    "sha224",
    "sha256",
    "sha384",
    "sha512",
    "sha3_224",
    "sha3_256",
    "sha3_384",
    "sha3_512",
]
for n in names:
    f = getattr(hashlib, n)
    h = f()
    print(
        n,
        h.name,
        h.digest_size,
        h.block_size,
        h.hexdigest(),
        f(b"abc").hexdigest(),
        f(b"x" * 1000).digest()[:4],
    )
    h.update(b"a" * 100)
    c = h.copy()
    h.update(bytearray(b"b"))
    h.update(memoryview(b"c"))
    print(
        h.hexdigest(),
        c.hexdigest(),
        c.hexdigest() == f(b"a" * 100).hexdigest(),
        hashlib.new(n, b"q").hexdigest() == f(b"q").hexdigest(),
    )
for n in ("shake_128", "shake_256"):
    h = getattr(hashlib, n)(b"abc")
    print(h.name, h.digest_size, h.block_size, h.hexdigest(10), h.digest(3), h.hexdigest(200), h.hexdigest(0))
    show(h.hexdigest)
    c = h.copy()
    c.update(b"d")
    print(c.hexdigest(5), h.hexdigest(5))
show(hashlib.new, "nope")
show(hashlib.sha256, "str")
show(hashlib.sha256, 5)
show(lambda: hashlib.sha256().update("s"))
show(lambda: hashlib.new("SHA256").name)
print(hashlib.sha256(b"", usedforsecurity=False).hexdigest()[:8])
print(
    hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 10).hex(),
    hashlib.pbkdf2_hmac("sha1", b"password" * 20, b"salt", 2, 50).hex(),
    hashlib.pbkdf2_hmac("md5", b"p", b"s", 1, dklen=5),
)
show(hashlib.pbkdf2_hmac, "sha256", b"p", b"s", 0)
show(hashlib.pbkdf2_hmac, "sha256", b"p", b"s", 1, 0)
print(
    hashlib.file_digest(io.BytesIO(b"data"), "sha256").hexdigest(),
    hashlib.file_digest(io.BufferedReader(io.BytesIO(b"data" * 100000)), hashlib.md5).hexdigest(),
)
print(set(names) <= hashlib.algorithms_guaranteed, set(names) <= hashlib.algorithms_available)
