import ssl
from fixtures.ends import attempt, client_context, ends, server_context, shake_hands

for version in ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3:
    trusting = client_context("ca")
    trusting.maximum_version = version
    client, server = ends(trusting, server_context())
    print(client.server_side, server.server_side, client.server_hostname, server.server_hostname)
    attempt(client.getpeercert)
    attempt(client.unwrap)
    attempt(client.read)
    attempt(client.write, b"too early")
    print(client.version(), client.cipher(), client.selected_alpn_protocol(), client.pending(), client.compression())
    print(shake_hands(client, server), client.version(), client.cipher())
    print(client.write(b"hello"), server.read(2), server.pending(), server.read(), server.pending())
    attempt(server.read)
    buffer = bytearray(8)
    server.write(memoryview(b"0123456789"))
    print(client.read(4, buffer), buffer, client.read(100, buffer), buffer)
    print(client.write(b"x" * 50000), len(server.read(100000)), server.pending())
    total = 16384
    while total < 50000:
        total += len(server.read(7000))
    print(total, server.read(0), client.write(b""))
    attempt(server.read)
    attempt(client.write, "text")
    # The end: both say so.
    attempt(client.unwrap)
    attempt(client.write, b"too late")
    print(server.read(10), server.read(10))
    attempt(server.unwrap)
    attempt(client.unwrap)
    attempt(server.write, b"too late")

bio = ssl.MemoryBIO()
print(bio.read(), bio.pending, bio.eof, bio.write(b"abc"), bio.pending, bio.read(2), bio.write(bytearray(b"de")))
bio.write_eof()
print(bio.eof, bio.read(1), bio.read(-1), bio.eof, bio.read())
attempt(bio.write, b"more")
attempt(ssl.MemoryBIO().write, "text")
attempt(ssl.SSLObject)
attempt(ssl.SSLSocket)
attempt(client_context().wrap_bio, 1, 2)
attempt(client_context().wrap_bio, bio, bio, server_hostname="")
attempt(client_context().wrap_bio, bio, bio, server_hostname="a\0b")
attempt(client_context().wrap_bio, bio, bio, server_side=True)
attempt(server_context().wrap_bio, bio, bio)
