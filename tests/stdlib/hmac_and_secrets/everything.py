# python: 3.11
# Checksums with keys of all lengths, and what can be said of random texts.
import hashlib
import hmac
import secrets


def show(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)


for name in ("md5", "sha1", "sha256", "sha512", "sha3_256"):
    for key in (b"", b"key", b"k" * 64, b"k" * 65, b"k" * 500):
        h = hmac.new(key, b"message", name)
        print(h.name, h.digest_size, h.block_size, h.hexdigest(), hmac.digest(key, b"message", name) == h.digest())
h = hmac.new(bytearray(b"k"), digestmod=hashlib.sha256)
c = h.copy()
h.update(b"a")
h.update(b"b")
print(h.hexdigest() == hmac.new(b"k", b"ab", "sha256").hexdigest(), c.hexdigest() == h.hexdigest(), h.hexdigest() == h.hexdigest())
print(hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"b"), hmac.compare_digest(b"a", b"ab"))
show(hmac.new, "k", b"m", "sha256")
show(hmac.new, b"k", b"m")
show(hmac.new, b"k", b"m", "nope")
show(hmac.new, b"k", "m", "sha256")
show(hmac.compare_digest, "é", "é")

print(len(secrets.token_bytes()), len(secrets.token_bytes(5)), len(secrets.token_hex(8)), len(secrets.token_urlsafe(9)), secrets.token_hex(0) == "")
print(0 <= secrets.randbelow(10) < 10, secrets.randbits(8) < 256, secrets.choice([5]), secrets.token_hex() != secrets.token_hex())
show(secrets.randbelow, 0)
show(secrets.choice, [])
