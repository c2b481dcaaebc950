# slow: cryptography and loading of certificates at each step
import random
import ssl
from fixtures.ends import client_context, ends, server_context, shake_hands, words

trusting, serving = client_context("ca"), server_context()


def given(data, ends_there=True):
    """What each end says of bytes that somebody sends."""
    found = []
    for context, options in (trusting, {"server_hostname": "localhost"}), (serving, {"server_side": True}):
        incoming = ssl.MemoryBIO()
        end = context.wrap_bio(incoming, ssl.MemoryBIO(), **options)
        incoming.write(data)
        if ends_there:
            incoming.write_eof()
        try:
            end.do_handshake()
        except ssl.SSLError as problem:
            found.append(words(problem))
    return found


print(given(b""))
print(given(b"\x16\x03\x01\x02\x00ab"))
print(given(b"\x16\x03\x01\x02\x00ab", False))
print(given(b"HTTP/1.1 400 Bad Request\r\n\r\n"))
print(given(b"GET / HTTP/1.1\r\n\r\n")[1])
print(given(bytes(100)))
print(given(bytes(range(200))))
print(given(b"\x17\x03\x03\x00\x04abcd"))
print(given(b"\x15\x03\x03\x00\x02\x02\x28")[0])

# Every beginning of a real first message, and ones with a wrong byte: never anything but SSLError.
client, server = ends(trusting, serving)
first = ssl.MemoryBIO()
probe = trusting.wrap_bio(ssl.MemoryBIO(), first, server_hostname="localhost")
try:
    probe.do_handshake()
except ssl.SSLWantReadError:
    pass
hello = first.read()
kinds = {given(hello[:size])[1][0] for size in range(0, len(hello), 5)}
print(kinds)
chance = random.Random(7)
survived = 0
for _ in range(100):
    damaged = bytearray(hello)
    damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    given(damaged)
    survived += 1
print(survived)
for _ in range(30):
    given(bytes([22, 3, chance.choice((1, 3))]) + chance.randbytes(chance.randrange(400)))
    survived += 1
print(survived)

# A wrong byte in what is encrypted.
there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
client = trusting.wrap_bio(back, there, server_hostname="localhost")
server = serving.wrap_bio(there, back, server_side=True)
print(shake_hands(client, server))
client.write(b"something")
record = bytearray(there.read())
record[-1] ^= 1
there.write(record)
try:
    server.read()
except ssl.SSLError as problem:
    print(words(problem))
try:
    client.read()
except ssl.SSLError as problem:
    print(words(problem))
