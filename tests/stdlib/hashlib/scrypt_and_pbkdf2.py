# Keys made of passwords.
import hashlib


def attempt(function, *args, **keywords):
    try:
        return function(*args, **keywords).hex()
    except Exception as error:
        return type(error).__name__, str(error)


print(attempt(hashlib.scrypt, b"", salt=b"", n=16, r=1, p=1))
print(attempt(hashlib.scrypt, b"password", salt=b"NaCl", n=1024, r=8, p=16, dklen=64))
print(attempt(hashlib.scrypt, b"p", salt=bytearray(b"s"), n=2, r=8, p=1, dklen=10))
for options in (
    {}, {"n": 2}, {"salt": b""}, {"salt": b"", "n": 3, "r": 8, "p": 1}, {"salt": b"", "n": 1, "r": 8, "p": 1},
    {"salt": b"", "n": 2, "r": 0, "p": 1}, {"salt": b"", "n": 2, "r": 1, "p": 0},
    {"salt": b"", "n": 2, "r": 1, "p": 1, "dklen": 0}, {"salt": b"", "n": 2, "r": 1, "p": 1, "maxmem": -1},
    {"salt": b"", "n": 2**20, "r": 8, "p": 1}, {"salt": "", "n": 2, "r": 1, "p": 1}, {"salt": b"", "n": "2", "r": 1, "p": 1},
    {"salt": b"", "n": 2, "r": 1, "p": 1, "maxmem": 10}, {"salt": b"", "n": -2, "r": 1, "p": 1},
    {"salt": b"", "n": 2, "r": 1}, {"salt": b"", "n": 2**70, "r": 1, "p": 1},
):  # fmt: skip
    print(options, attempt(hashlib.scrypt, b"x", **options))
print(attempt(hashlib.scrypt, "x", salt=b"", n=2, r=1, p=1))
for name in "sha256", "sha1", "md5", "sha512", "sha3_256", "unknown":
    print(name, attempt(hashlib.pbkdf2_hmac, name, b"password", b"salt", 1000), attempt(hashlib.pbkdf2_hmac, name, b"p" * 200, b"", 2, 70))
print(attempt(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 0), attempt(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 1, 0))
