# AES with the examples of NIST SP 800-38A, in pieces, into buffers and in place.
# cpython: differs — it has no cryptolib
import cryptolib
from binascii import hexlify, unhexlify
from cryptolib import aes

KEY = unhexlify("2b7e151628aed2a6abf7158809cf4f3c")
LONG_KEY = unhexlify("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4")
VECTOR = bytes(range(16))
COUNTER = bytes(range(0xF0, 0x100))
TEXT = unhexlify("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51")

for mode, start in ((1, None), (2, VECTOR), (6, COUNTER)):
    for key in (KEY, LONG_KEY):
        secret = aes(key, mode, start).encrypt(TEXT)
        print(mode, len(key), hexlify(secret).decode())
        print(aes(key, mode, start).decrypt(secret) == TEXT)
        # In pieces: the state goes on.
        cipher = aes(key, mode, start)
        print(cipher.encrypt(TEXT[:16]) + cipher.encrypt(TEXT[16:]) == secret)
        cipher = aes(key, mode, start)
        print(cipher.decrypt(secret[:16]) + cipher.decrypt(memoryview(secret)[16:]) == TEXT)

cipher = aes(KEY, 6, COUNTER)
whole = aes(KEY, 6, COUNTER).encrypt(bytes(100))
print(b"".join(cipher.encrypt(bytes(size)) for size in (1, 0, 15, 17, 33, 34)) == whole)
cipher = aes(KEY, 6, b"\xff" * 16)
print(hexlify(cipher.encrypt(bytes(32))[16:]) == hexlify(aes(KEY, 1).encrypt(bytes(16))))

place = bytearray(40)
print(aes(KEY, 1).encrypt(TEXT, place), hexlify(place[24:]).decode())
same = bytearray(TEXT)
aes(KEY, 2, VECTOR).encrypt(same, same)
aes(KEY, 2, VECTOR).decrypt(memoryview(same)[16:], memoryview(same)[:16])
print(hexlify(same).decode())
print(aes(KEY, 1).encrypt(b""))
