# Many small pieces, and methods that are called on what is no hash.
import hashlib

for name in "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512":
    whole, parts = hashlib.new(name), hashlib.new(name, b"begin")
    for size in (0, 1, 7, 64, 65, 128, 200):
        parts.update(bytes(range(size)))
        whole.update(bytearray(range(size)))
    copied = parts.copy()
    parts.update(memoryview(b"more"))
    assert bytes.fromhex(parts.hexdigest()) == parts.digest() and len(parts.digest()) == parts.digest_size
    print(name, whole.hexdigest()[:16], parts.hexdigest()[-16:], copied.digest() != parts.digest())
for name in "shake_128", "shake_256":
    hash = hashlib.new(name, b"some")
    hash.update(b" more")
    print(hash.hexdigest(0), hash.hexdigest(5), hash.digest(3), hash.hexdigest(300)[-8:])
for call in (
    lambda: hash.digest(),
    lambda: hash.hexdigest("5"),
    lambda: hashlib.md5().digest(5),
    lambda: hashlib.md5().update("text"),
    lambda: hashlib.md5().update(5),
    lambda: hashlib.md5().update(),
):
    try:
        print(call())
    except TypeError as problem:
        print("TypeError")


class Other:
    digest = type(hashlib.md5()).digest
    hexdigest = type(hashlib.md5()).hexdigest
    update = type(hashlib.md5()).update

    def __init__(self):
        self.state = b"state"


for call in lambda: Other().digest(), lambda: Other().hexdigest(), lambda: Other().update(b""):
    try:
        print(call())
    except TypeError as problem:
        print("TypeError")
