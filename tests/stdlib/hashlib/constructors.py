# The functions that make hash objects are builtin ones; what they take.
# python: 3.14
import hashlib

print(hashlib.sha256.__name__, hashlib.sha256)
print(hashlib.sha256(b"a").hexdigest()[:8], hashlib.sha256(string=b"a").hexdigest()[:8], hashlib.md5().hexdigest())
print(hashlib.sha256(data=b"a").name, hashlib.sha3_256(b"", usedforsecurity=False).name)
for call in (
    lambda: hashlib.sha256(1, 2),
    lambda: hashlib.sha256(b"a", string=b"b"),
    lambda: hashlib.sha256(x=1),
    lambda: hashlib.sha256("a"),
    lambda: hashlib.sha256(1),
):
    try:
        print(call())
    except TypeError as error:
        print(error)
