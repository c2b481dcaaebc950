# slow: many steps
import ssl
from fixtures.ends import attempt, client_context, ends, path, server_context, shake_hands

trusting = client_context("ca", "other", "localhost", "ca")
print(trusting.cert_store_stats(), len(trusting.get_ca_certs(True)))
for certificate in sorted(trusting.get_ca_certs(), key=lambda each: each["serialNumber"]):
    print(certificate)
client, server = ends(client_context("ca"), server_context())
shake_hands(client, server)
for key, value in client.getpeercert().items():
    print(key, value)
print(len(client.get_verified_chain()), len(client.get_unverified_chain()), server.getpeercert())

# PEM and DER.
with open(path("localhost.pem")) as file:
    text = file.read()
data = ssl.PEM_cert_to_DER_cert(text)
print(data == client.getpeercert(True), ssl.DER_cert_to_PEM_cert(data) == text, ssl.DER_cert_to_PEM_cert(b"abc"))
attempt(ssl.PEM_cert_to_DER_cert, "text")
attempt(ssl.PEM_cert_to_DER_cert, ssl.PEM_HEADER + "\nYWJj\n")

# Whom to trust.
with open(path("ca.pem")) as file:
    authority = file.read()
bytes_of_authority = ssl.PEM_cert_to_DER_cert(authority)
for cadata in (authority, "words around\n" + authority * 2, bytes_of_authority, bytearray(bytes_of_authority + data)):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cadata=cadata)
    print(context.cert_store_stats(), shake_hands(*ends(context, server_context())))
context = ssl.create_default_context(cadata=authority)
print(context.cert_store_stats()["x509"], context.verify_mode, context.check_hostname)
load = context.load_verify_locations
attempt(load)
attempt(load, path("missing.pem"))
attempt(load, 5)
attempt(load, path("localhost.key"))
for cadata in "", b"", "words", b"words", 5, "é", bytes_of_authority[:50]:
    attempt(load, cadata=cadata)

# What to show.
load = server_context().load_cert_chain
attempt(load, path("missing.pem"))
attempt(load, path("ca.pem"))
attempt(load, path("localhost.key"))
attempt(load, path("localhost.pem"), path("ca.pem"))
attempt(load, path("localhost.pem"), path("missing.pem"))
attempt(load, None)
attempt(load, path("localhost.pem"), path("localhost.key"))
attempt(load, certfile=path("client.pem"), keyfile=path("client.key"))

print(ssl.cert_time_to_seconds("Jan  5 09:34:43 2018 GMT"), ssl.cert_time_to_seconds("DEC 31 23:59:59 1999 GMT"))
attempt(ssl.cert_time_to_seconds, "Jan  5 09:34:43 2018")
attempt(ssl.cert_time_to_seconds, "Foo  5 09:34:43 2018 GMT")
