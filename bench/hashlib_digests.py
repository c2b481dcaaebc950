# Digests of large and of many small pieces, and keys out of passwords.
import hashlib
import hmac

large = bytes(range(256)) * 40_000
for name in "md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b":
    print(name, hashlib.new(name, large).hexdigest())
chain = b""
for number in range(40_000):
    chain = hashlib.sha256(chain + b"%d" % number).digest()
print(chain.hex(), hmac.new(b"key", chain, "sha1").hexdigest())
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 20_000).hex())
