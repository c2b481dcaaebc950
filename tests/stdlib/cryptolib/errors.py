# What a cipher can't be made of, and what it can't do.
# cpython: differs — it has no cryptolib
from cryptolib import aes


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error if isinstance(error, ValueError) else "")


KEY = b"0123456789abcdef"
attempt(aes, KEY, 3)
attempt(aes, KEY, 0)
attempt(aes, KEY[:-1], 1)
attempt(aes, KEY + b"01234567", 1)
attempt(aes, KEY, 2)
attempt(aes, KEY, 6, None)
attempt(aes, KEY, 2, b"short")
attempt(aes, KEY, "1")
attempt(aes, 5, 1)
attempt(aes)

cipher = aes(KEY, 1)
attempt(cipher.encrypt, b"x" * 15)
attempt(cipher.encrypt, 5)
attempt(cipher.encrypt, bytes(32), bytearray(31))
attempt(cipher.encrypt, bytes(16), bytes(16))
cipher.encrypt(bytes(16))
attempt(cipher.decrypt, bytes(16))
cipher = aes(KEY, 6, KEY)
cipher.decrypt(b"1")
attempt(cipher.encrypt, b"1")
